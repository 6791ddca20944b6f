import { expect, test } from '@playwright/test'
import { pngBytes } from '../support/scan-bytes.ts'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'

// Whoever works without a mouse or without looking must not begin anew after a step: the focus is never with the page.

let intray: IntrayWindow

test.beforeEach(async () => {
  intray = await openIntray({ settings: { review: { graceMs: 600_000 } } })
  for (const document of ['passport', 'id_front', 'id_back']) {
    intray.drop(`focus-1_${document}.png`, pngBytes(document))
  }
  const { page } = intray
  await queue().getByRole('option').first().waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('focus-1')
  await page.keyboard.press('Enter')
  await expect(queue().getByRole('option')).toHaveCount(3)
  await listenToAnnouncements()
})
test.afterEach(async () => {
  await intray.close()
})

const queue = () => intray.page.getByRole('listbox', { name: 'Queue' })
const held = () => intray.page.getByRole('listbox', { name: 'Problems by cause' })
const tally = () => intray.page.getByRole('note', { name: 'This sitting' })
const press = (name: string) => intray.page.getByRole('button', { name }).first().click()

/** Keeps what live regions come to say, as a screen reader would read it. */
async function listenToAnnouncements(): Promise<void> {
  await intray.page.evaluate(() => {
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    const isLive = '[aria-live], [role="status"], [role="alert"]'
    new MutationObserver((changes) => {
      const told = new Set<Element>()
      for (const { target, addedNodes } of changes) {
        for (const node of [target, ...addedNodes]) {
          const element = node instanceof Element ? node : node.parentElement
          const live = element?.closest(isLive) ?? element?.querySelector(isLive)
          if (live) told.add(live)
        }
      }
      heard.push(...[...told].map((element) => element.textContent.trim()).filter((words) => words !== ''))
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}

/** What was said so far that names this. */
function heardOf(part: string): Promise<readonly string[]> {
  return intray.page.evaluate(
    (wanted) =>
      (globalThis as unknown as { heard: readonly string[] }).heard.filter((words) => words.includes(wanted)),
    part,
  )
}

async function expectFocusKept(): Promise<void> {
  await expect
    .poll(() => intray.page.evaluate(() => document.activeElement?.tagName ?? 'nothing'))
    .not.toBe('BODY')
}

/** The name of the file in hand. */
async function inHand(): Promise<string> {
  const facts = intray.page.getByRole('region', { name: /^(?:Facts and decision|What is wrong)/ })
  return (await facts.getByRole('heading', { level: 2 }).first().textContent()) ?? ''
}

test('a decision by key leaves the focus at the queue, at the next file, and is told once', async () => {
  const { page } = intray
  const name = await inHand()
  await page.keyboard.press('a')
  await expect(tally()).toHaveText('1 approved')
  await expect(queue()).toBeFocused()
  const current = queue().getByRole('option', { selected: true })
  expect(await queue().getAttribute('aria-activedescendant')).toBe(await current.getAttribute('id'))
  await expect.poll(() => heardOf(name)).toHaveLength(1)

  await page.keyboard.press('u')
  await expect(tally()).toHaveCount(0)
  await expect(queue()).toBeFocused()
  await expect.poll(() => heardOf(name)).toHaveLength(2)
})

test('a decision by click leaves the focus at its button', async () => {
  const { page } = intray
  await press('Approve')
  await expect(tally()).toHaveText('1 approved')
  await expect(page.getByRole('button', { name: 'Approve' }).first()).toBeFocused()
  await press('Reject')
  await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click()
  await expect(tally()).toHaveText('1 approved, 1 rejected')
  await expect(page.getByRole('button', { name: 'Reject' }).first()).toBeFocused()
})

test('the first key is for the queue, although nothing has the focus yet', async () => {
  await intray.page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await intray.page.keyboard.press('a')
  await expect(tally()).toHaveText('1 approved')
  await expect(queue()).toBeFocused()
})

test('typing in a field ends at the queue', async () => {
  const { page } = intray
  for (const [key, leave] of [
    ['e', 'Enter'],
    ['m', 'Escape'],
    ['/', 'Escape'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(queue()).not.toBeFocused()
    await page.keyboard.press(leave)
    // The first closes the list of a field, where it is open.
    if (!(await queue().evaluate((element) => element === document.activeElement))) {
      await page.keyboard.press('Escape')
    }
    await expect(queue()).toBeFocused()
  }
})

test('closing a question, a sheet or a menu leaves the focus in the view', async () => {
  const { page } = intray
  for (const key of ['r', 'n', 't', '?']) {
    await page.keyboard.press(key)
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(queue()).toBeFocused()
  }
  await press('Reject')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Reject' }).first()).toBeFocused()
  await press('Keyboard keys')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Keyboard keys' })).toBeFocused()
})

test('deciding for many is told once, and its way back leaves the focus in the view', async () => {
  const { page } = intray
  await page.keyboard.press('Control+a')
  await press('Approve')
  const dialog = page.getByRole('dialog', { name: 'Approve 3 files?' })
  await dialog.getByRole('button', { name: /^Approve/ }).click()
  const toast = page.getByRole('region', { name: 'Notices' }).getByRole('group', { name: '3 files approved' })
  await expect(toast).toBeVisible()
  await expectFocusKept()
  await expect.poll(() => heardOf('3 files approved')).toHaveLength(1)
  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(toast).toHaveCount(0)
  await expectFocusKept()
  await expect(queue().getByRole('option')).toHaveCount(3)
})

test('after the last file the focus is at the heading of the view', async () => {
  const { page } = intray
  await page.keyboard.press('/')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  await expect(queue().getByRole('option').nth(3)).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('r')
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await expect(queue()).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1, name: 'Review' })).toBeFocused()
  await page.keyboard.press('u')
  await expect(queue().getByRole('option').nth(3)).toBeVisible()
  await expectFocusKept()
})

test('a decision about what is held leaves the focus in Problems, and is told once', async () => {
  const { page } = intray
  await intray.goTo('Problems')
  await held().getByRole('option').first().waitFor()
  await page.keyboard.press('j')
  const first = await inHand()
  await page.keyboard.press('r')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await expect(held().getByRole('option', { name: first })).toHaveCount(0)
  await expect(held()).toBeFocused()
  await expect.poll(() => heardOf(first)).toHaveLength(1)

  const second = await inHand()
  const reject = page.getByRole('button', { name: /^Reject…/ })
  await reject.click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Reject/ })
    .click()
  await expect(held().getByRole('option', { name: second })).toHaveCount(0)
  await expectFocusKept()
})

test('a story that is closed gives the focus to the list of the history', async () => {
  const { page } = intray
  await intray.goTo('History')
  const found = page.getByRole('listbox', { name: 'Files, newest first' })
  await found.getByRole('option').first().click()
  const story = page.getByRole('region', { name: 'Story of the file' })
  await story.getByRole('button').first().focus()
  await page.keyboard.press('Escape')
  await expect(story).toHaveCount(0)
  await expect(found).toBeFocused()
})
