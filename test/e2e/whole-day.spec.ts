import { expect, test } from '@playwright/test'
import { pngBytes } from '../support/scan-bytes.ts'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'

let intray: IntrayWindow

test.beforeEach(async () => {
  intray = await openIntray({ settings: { review: { graceMs: 1_500 } } })
})
test.afterEach(async () => {
  await intray.close()
})

const press = (...keys: readonly string[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => intray.page.keyboard.press(key)), Promise.resolve())
const type = (text: string): Promise<void> => intray.page.keyboard.type(text)

const queue = () => intray.page.getByRole('listbox', { name: 'Queue' })
const inHand = () =>
  intray.page.getByRole('region', { name: 'Facts and decision' }).getByRole('heading').first()
const tally = () => intray.page.getByRole('note', { name: 'This sitting' })
const found = () => intray.page.getByRole('listbox', { name: 'Files, newest first' }).getByRole('option')

/** Goes on with Tab until what is wanted has the focus, as a person without a mouse does. */
async function tabTo(name: string, role: 'button' | 'textbox'): Promise<void> {
  const wanted = intray.page.getByRole(role, { name, exact: true }).first()
  for (let steps = 0; steps < 80; steps += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await press('Tab')
  }
  throw new Error(`Tab does not lead to ${name}`)
}

test('a reviewer’s and an auditor’s day is done by keyboard alone', async () => {
  const { page } = intray
  for (const document of ['passport', 'id_front', 'id_back']) {
    intray.drop(`day-1_${document}.png`, pngBytes(document))
  }
  await queue().getByRole('option').nth(3).waitFor()

  await test.step('look, approve, take back, approve', async () => {
    const first = await inHand().textContent()
    await press('a')
    await expect(inHand()).not.toHaveText(first ?? '')
    await expect(tally()).toHaveText('1 approved')
    await press('u')
    await expect(inHand()).toHaveText(first ?? '')
    await press('a')
    await expect(tally()).toHaveText('1 approved')
  })

  await test.step('reject one with a reason that is offered', async () => {
    const name = await inHand().textContent()
    await press('r', '1', 'Enter')
    await expect(inHand()).not.toHaveText(name ?? '')
    await expect(tally()).toHaveText('1 approved, 1 rejected')
  })

  await test.step('correct an entity and approve', async () => {
    await press('e')
    await type('corrected-77')
    await press('Enter', 'a')
    await expect(tally()).toHaveText('2 approved, 1 rejected')
  })

  await test.step('approve all of an entity at once', async () => {
    await press('/')
    await type('entity:day-1')
    await press('Enter')
    await expect(queue().getByRole('option')).toHaveCount(3)
    await press('Control+a', 'a')
    await expect(page.getByRole('dialog', { name: 'Approve 3 files?' })).toBeVisible()
    await press('Enter')
    await expect(tally()).toHaveText('5 approved, 1 rejected')
  })

  await test.step('find out in Problems why files are held, and reject one', async () => {
    await press('Control+2')
    const held = page.getByRole('listbox', { name: 'Problems by cause' }).getByRole('option')
    await held.first().waitFor()
    const before = await held.count()
    await press('j', 'r', '1', 'Enter')
    await expect(held).toHaveCount(before - 1)
  })

  await test.step('see in Uploads that everything went out', async () => {
    await press('Control+3')
    await expect(page.getByText('day-1_passport.png')).toBeVisible()
  })

  await test.step('answer an auditor from the history', async () => {
    await press('Control+f')
    await type('entity:day-1 state:uploaded')
    await expect(found()).toHaveCount(3, { timeout: 15_000 })
    await press('Enter', 'ArrowDown')
    const story = page.getByRole('region', { name: 'Story of the file' })
    await expect(story).toContainText('Approved')
    await expect(story).toContainText('Accepted by the endpoint')
    await press('Escape', 'Control+f', 'Control+a')
    await type('is:sent_twice')
    await expect(found()).toHaveCount(0)
  })

  await test.step('read the day’s report as a table', async () => {
    await press('Control+8')
    await expect(page.getByRole('heading', { level: 1, name: 'Reports' })).toBeVisible()
    await tabTo('Table', 'button')
    await press('Enter')
    await expect(page.getByRole('table').first()).toContainText('Uploaded')
  })

  await test.step('change a setting and save it', async () => {
    await press('Control+6')
    // The rail has a button of this name too: the one among the sections of the settings is meant.
    await tabTo('Connection', 'button')
    await press('Tab', 'Tab', 'Tab', 'Enter')
    await expect(page.getByRole('heading', { level: 2, name: 'Review' })).toBeVisible()
    await tabTo('Time before sending (seconds)', 'textbox')
    await press('Control+a')
    await type('3')
    await press('Control+s')
    await expect(page.getByText('Settings saved').first()).toBeVisible()
  })
})
