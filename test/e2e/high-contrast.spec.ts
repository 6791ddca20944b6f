import { expect, test } from '@playwright/test'
import { axeFindings } from './support/axe.ts'
import { openIntray, viewNames } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'

// The system's own few colours in place of ours, and no motion: what only a colour or a movement said must be said otherwise.

let intray: IntrayWindow

test.beforeAll(async () => {
  intray = await openIntray()
  await intray.page.getByRole('option').first().waitFor()
  await intray.page.keyboard.press('a')
})
test.afterAll(async () => {
  await intray.close()
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const view of viewNames) {
    test(`${view} stays whole in high contrast, ${colorScheme}`, async () => {
      const { page } = intray
      await page.emulateMedia({ colorScheme, forcedColors: 'active', reducedMotion: 'reduce' })
      await intray.goTo(view)
      await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
      expect(await axeFindings(page)).toEqual([])
    })
  }
}

test('nothing moves where motion is not wanted, even while the window waits', async () => {
  const { page } = intray
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' })
  for (const view of viewNames) {
    await intray.goTo(view)
    await expect
      .poll(() =>
        page.evaluate(() =>
          document
            .getAnimations()
            .filter(({ playState }) => playState === 'running')
            .map((animation) => (animation as CSSAnimation).animationName),
        ),
      )
      .toEqual([])
  }
})

test('what is chosen, what is open and what has the focus are seen in high contrast', async () => {
  const { page } = intray
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' })
  await intray.goTo('Review')
  const look = (locator: ReturnType<typeof page.locator>, property: string) =>
    locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
  const [row, other] = [
    page.getByRole('option', { selected: true }),
    page.getByRole('option', { selected: false }).first(),
  ]
  expect(await look(row, 'background-color')).not.toBe(await look(other, 'background-color'))
  // The band keeps its colour: production is never taken for practice.
  const band = page.getByRole('banner', { name: 'Mode' })
  expect(await look(band, 'background-color')).not.toBe(await look(page.locator('body'), 'background-color'))

  await page.keyboard.press('r')
  const question = page.getByRole('dialog')
  await question.waitFor()
  expect(await look(question, 'border-top-style')).toBe('solid')
  expect(await look(page.locator(':focus'), 'outline-style')).not.toBe('none')
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Escape')

  await intray.goTo('Reports')
  const parts = page.locator('figure').first().locator('li rect')
  const fills = await parts.evaluateAll((all) => all.map((part) => getComputedStyle(part).fill))
  expect(new Set(fills).size).toBe(fills.length)
})
