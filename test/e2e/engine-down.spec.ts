import { expect, test } from '@playwright/test'
import { axeFindings } from './support/axe.ts'
import { keepEngineDown, killEngine } from './support/engine-process.ts'
import { openIntray, viewNames } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'
import { outOfReach } from './support/reach.ts'

// Killed again and again until the shell gives up, which takes it a quarter of a minute.
test.setTimeout(150_000)

let intray: IntrayWindow

test.beforeEach(async () => {
  intray = await openIntray({ settings: { review: { graceMs: 600_000 } } })
  await queue().getByRole('option').first().waitFor()
})
test.afterEach(async () => {
  await intray.close()
})

const queue = () => intray.page.getByRole('listbox', { name: 'Queue' })
const facts = () => intray.page.getByRole('region', { name: 'Facts and decision' })
const inHand = () => facts().getByRole('heading').first()
const place = () => facts().getByText(/^\d+ of \d+$/)
const down = () => intray.page.getByRole('alert').filter({ hasText: 'The engine cannot be started.' })

async function expectEveryViewToTell(): Promise<void> {
  const { page } = intray
  for (const view of viewNames) {
    await intray.goTo(view)
    await expect(down()).toContainText('Nothing is lost.')
    await expect(down().getByRole('button', { name: 'Start it now' })).toBeEnabled()
    await expect(page.getByRole('group', { name: 'Uploads' })).toContainText('Uploads wait for the engine')
    await expect(page.locator('[aria-busy="true"], .animate-spin'), view).toHaveCount(0)
    expect(await axeFindings(page), view).toEqual([])
    expect(await outOfReach(page), view).toEqual([])
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every view tells of an engine that is down, and comes back with it, ${colorScheme}`, async () => {
    const { page } = intray
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const letLive = await keepEngineDown(intray)
    await expectEveryViewToTell()
    await letLive()
    await down().getByRole('button', { name: 'Start it now' }).click()
    await expect(down()).toHaveCount(0, { timeout: 20_000 })
    for (const view of viewNames) {
      await intray.goTo(view)
      await expect(page.getByText('while the engine is stopped'), view).toHaveCount(0)
      await expect(page.getByText('could not be loaded'), view).toHaveCount(0)
    }
    await intray.goTo('Review')
    await expect(queue().getByRole('option').first()).toBeVisible()
  })
}

test('a decision that the engine could not take comes back, with words for each, and is taken later', async () => {
  const { page } = intray
  const [name, left] = [inHand(), place()]
  const [firstName, all] = [await name.textContent(), await left.textContent()]
  const letLive = await keepEngineDown(intray)
  for (let decisions = 0; decisions < 5; decisions += 1) await page.keyboard.press('a')
  const told = page.getByRole('region', { name: 'Notices' }).getByRole('alert')
  await expect(told).toHaveCount(5)
  await expect(told.first()).toContainText('The engine is not running.')
  await expect(page.getByRole('note', { name: 'This sitting' })).toHaveCount(0)
  await page.keyboard.press('Home')
  await expect(name).toHaveText(firstName ?? '')
  await expect(left).toHaveText(all ?? '')

  await letLive()
  await down().getByRole('button', { name: 'Start it now' }).click()
  await expect(down()).toHaveCount(0, { timeout: 20_000 })
  await page.keyboard.press('a')
  await expect(page.getByRole('note', { name: 'This sitting' })).toHaveText('1 approved')
  await expect(name).not.toHaveText(firstName ?? '')
})

test('Intray can be closed while the engine is down', async () => {
  await keepEngineDown(intray)
  const shell = intray.app.process()
  await intray.app.evaluate(({ app }) => app.quit()).catch(() => undefined)
  await expect.poll(() => shell.exitCode ?? shell.signalCode, { timeout: 15_000 }).not.toBeNull()
})

test('what was decided just before the engine was killed stays decided', async () => {
  const { page } = intray
  const name = (await inHand().textContent()) ?? ''
  await page.keyboard.press('a')
  await expect(page.getByRole('note', { name: 'This sitting' })).toHaveText('1 approved')
  await killEngine(intray)
  await expect(page.getByText('The engine stopped and is being restarted.')).toBeVisible()
  await expect(page.getByText('The engine stopped and is being restarted.')).toHaveCount(0)
  await expect(queue().getByRole('option', { name })).toHaveCount(0)
  await page.keyboard.press('u')
  await expect(inHand()).toHaveText(name)
})
