import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { openIntray, viewNames } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'

let intray: IntrayWindow

test.beforeAll(async () => {
  intray = await openIntray()
  const { page } = intray
  await page.getByRole('listbox', { name: 'Queue' }).getByRole('option').first().waitFor()
  // One of each: uploaded, refused, held.
  await page.keyboard.press('a')
  await page
    .getByRole('listbox', { name: 'Queue' })
    .getByRole('option', { name: /cust-99999/ })
    .click()
  await page.getByRole('heading', { level: 2, name: 'cust-99999_passport.jpg' }).waitFor()
  await page.keyboard.press('a')
})
test.afterAll(async () => {
  await intray.close()
})

/** Changes the colours and waits until they are drawn: axe measures what it sees. */
async function useScheme(colorScheme: 'light' | 'dark'): Promise<void> {
  await intray.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await intray.page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve))
      }),
  )
}

/** Legacy mode: Electron has no second page for axe to work in. */
async function violations(): Promise<string[]> {
  const result = await new AxeBuilder({ page: intray.page }).setLegacyMode(true).analyze()
  return result.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} at ${nodes.map((node) => `${node.html} (${node.failureSummary ?? ''})`).join(' | ')}`,
  )
}

for (const scheme of ['light', 'dark'] as const) {
  for (const view of viewNames) {
    test(`axe finds nothing in ${view}, ${scheme}`, async () => {
      await useScheme(scheme)
      await intray.goTo(view)
      expect(await violations()).toEqual([])
    })
  }

  test(`axe finds nothing in the set-up for a real connection, ${scheme}`, async () => {
    const { page } = intray
    await useScheme(scheme)
    await page.getByRole('button', { name: 'Connect for real' }).first().click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await violations()).toEqual([])
    await page
      .getByRole('button', { name: /practice/i })
      .first()
      .click()
    await page.getByRole('navigation', { name: 'Views' }).waitFor()
  })

  test(`axe finds nothing in the sheet of keys, ${scheme}`, async () => {
    await useScheme(scheme)
    await intray.goTo('Review')
    await intray.page.keyboard.press('?')
    await intray.page.getByRole('dialog').waitFor()
    expect(await violations()).toEqual([])
    await intray.page.keyboard.press('Escape')
    await intray.page.getByRole('dialog').waitFor({ state: 'detached' })
  })
}
