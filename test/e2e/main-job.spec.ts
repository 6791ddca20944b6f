import { expect, test } from '@playwright/test'
import { pngBytes } from '../support/scan-bytes.ts'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'

let intray: IntrayWindow

test.beforeEach(async () => {
  intray = await openIntray()
})
test.afterEach(async () => {
  await intray.close()
})

const queue = () => intray.page.getByRole('listbox', { name: 'Queue' })
const facts = () => intray.page.getByRole('region', { name: 'Facts and decision' })
const history = () => intray.page.getByRole('listbox', { name: 'Files, newest first' })
const rail = (view: string) =>
  intray.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view })

/** Searches the history by keyboard. */
async function search(text: string): Promise<void> {
  await intray.page.keyboard.press('Control+F')
  await expect(intray.page.getByRole('combobox', { name: 'Search' })).toBeFocused()
  await intray.page.getByRole('combobox', { name: 'Search' }).fill(text)
}

test('a dropped scan is approved by keyboard, uploaded, and told in the history', async () => {
  const { page } = intray
  await expect(rail('Review')).toContainText(/\d/)
  intray.drop('acme-1_passport.png', pngBytes('dropped'))
  const row = queue().getByRole('option', { name: /acme-1_passport/ })
  // The list draws what is in sight only, and the practice files may still be arriving: the end is looked for until
  // the new scan is there.
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(page.getByRole('heading', { level: 2, name: 'acme-1_passport.png' })).toBeVisible({
      timeout: 500,
    })
  }).toPass({ timeout: 20_000 })
  await page.keyboard.press('a')
  await expect(row).toHaveCount(0)

  await search('acme-1')
  await expect(history().getByRole('option')).toHaveCount(1)
  await expect(history().getByRole('option', { name: /acme-1_passport.*Uploaded/s })).toBeVisible()
  await history().getByRole('option').click()
  const story = page.getByRole('region', { name: 'Story of the file' })
  await expect(story).toContainText('Seen for the first time')
  await expect(story).toContainText('Approved')
  await expect(story).toContainText('Accepted by the endpoint')
})

test('approving shows the next item at once', async () => {
  const { page } = intray
  const name = facts().getByRole('heading', { level: 2 }).first()
  await expect(name).toBeVisible()
  for (let count = 0; count < 3; count += 1) {
    const before = await name.textContent()
    await page.keyboard.press('a')
    await expect(name).not.toHaveText(before ?? '')
  }
  await expect(page.getByRole('note', { name: 'This sitting' })).toHaveText('3 approved')
  await intray.goTo('Uploads')
  await expect(page.getByText(/uploaded/i).first()).toBeVisible()
})

test('a rejection asks for a reason and can be undone', async () => {
  const { page } = intray
  await expect(queue().getByRole('option').first()).toBeVisible()
  const first = await facts().getByRole('heading', { level: 2 }).first().textContent()
  await page.keyboard.press('r')
  await page.getByRole('textbox', { name: /reason/i }).fill('Blurred beyond reading')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('note', { name: 'This sitting' })).toHaveText('1 rejected')
  await page.getByRole('button', { name: /Undo/ }).click()
  await expect(page.getByRole('note', { name: 'This sitting' })).toHaveCount(0)
  await search(first ?? '')
  await expect(history().getByRole('option', { name: /Awaiting review/ })).toHaveCount(1)
})

test('a bad file is held in Problems, in plain words, and can be mended there', async () => {
  const { page } = intray
  intray.drop('nobody knows whose.png', pngBytes('nameless'))
  await intray.goTo('Problems')
  const row = page
    .getByRole('listbox', { name: 'Problems by cause' })
    .getByRole('option', { name: /nobody knows whose/ })
  await expect(row).toBeVisible()
  await row.click()
  const panel = page.getByRole('region', { name: 'What is wrong and what can be done' })
  await expect(panel).toContainText('The file’s name does not say whose it is')
  await page.getByRole('combobox', { name: /Entity/ }).fill('acme-2')
  await page.getByRole('combobox', { name: /Media type/ }).fill('IMAGE_FACE_IMAGE')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /Correct and approve/ }).click()
  await expect(row).toHaveCount(0)
  await search('acme-2')
  await expect(history().getByRole('option', { name: /nobody knows whose.*Uploaded/s })).toBeVisible()
})

test('a file that the endpoint refuses says why, and can be retried', async () => {
  const { page } = intray
  const name = page.getByRole('heading', { level: 2, name: 'cust-99999_passport.jpg' })
  await queue().getByRole('option').first().waitFor()
  await queue()
    .getByRole('option', { name: /cust-99999/ })
    .click()
  await expect(name).toBeVisible()
  await page.keyboard.press('a')
  await intray.goTo('Problems')
  const row = page
    .getByRole('listbox', { name: 'Problems by cause' })
    .getByRole('option', { name: /cust-99999/ })
  await row.click()
  await expect(page.getByText('The endpoint does not know this entity (404).').first()).toBeVisible()
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(row).toBeVisible()
})

test('a killed engine comes back, and nothing is lost', async () => {
  const { app, page } = intray
  await queue().getByRole('option').first().waitFor()
  await page.getByText(/^Checking/).waitFor({ state: 'hidden' })
  const count = await queue().getByRole('option').count()
  const killed = await app.evaluate(({ app: electron }) => {
    const engine = electron
      .getAppMetrics()
      .find((metric) => metric.type === 'Utility' && metric.name === 'Intray engine')
    if (engine !== undefined) process.kill(engine.pid, 'SIGKILL')
    return engine?.pid
  })
  expect(killed).toBeGreaterThan(0)
  await expect(page.getByText('The engine stopped and is being restarted.')).toBeVisible()
  await expect(page.getByText('The engine stopped and is being restarted.')).toHaveCount(0)
  await expect(queue().getByRole('option')).toHaveCount(count)
  await page.keyboard.press('a')
  await expect(page.getByRole('note', { name: 'This sitting' })).toHaveText('1 approved')
})

test('what was decided is still there after a restart', async () => {
  const { page } = intray
  await queue()
    .getByRole('option', { name: /cust-10482_id_front/ })
    .click()
  await expect(page.getByRole('heading', { level: 2, name: 'cust-10482_id_front.jpg' })).toBeVisible()
  await page.keyboard.press('a')
  await search('cust-10482_id_front')
  await expect(history().getByRole('option', { name: /Uploaded/ })).toBeVisible()
  intray = await intray.reopen()
  await search('cust-10482_id_front')
  await expect(history().getByRole('option', { name: /Uploaded/ })).toHaveCount(1)
})
