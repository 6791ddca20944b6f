import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'
import { ask, callAs } from './support/window-bridge.ts'

// A new user's set-up: what is told where, what is kept, and that nothing is lost on the way.

let intray: IntrayWindow

test.beforeAll(async () => {
  intray = await openIntray({
    preferences: { keys: { review: { approve: ['y'], reject: ['z'], undo: [] } } },
  })
  await intray.page.getByText('1 folder watched').waitFor()
  const waiting = async (): Promise<number> => {
    const { counts } = await ask(intray.page, 'status.get', {})
    return counts.awaiting_review
  }
  await expect.poll(waiting).toBeGreaterThan(5)
})

test.afterAll(async () => {
  await intray.close()
})

async function answerDialogs(path: string): Promise<void> {
  await intray.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
}

test('the introduction and the tour name the keys that hold', async () => {
  const { page } = intray
  await intray.goTo('Review')
  await expect(page.getByText('Press Y to approve or Z to reject.')).toBeVisible()
  await page.getByRole('button', { name: 'Show me around' }).click()
  const tour = page.getByRole('dialog', { name: 'Tour of the window' })
  await expect(tour).toContainText('S and K, or a click, move through it.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  // A command without a key is not told by one.
  await expect(tour).toContainText('The buttons below approve and reject')
  await page.keyboard.press('Escape')
  await expect(tour).toBeHidden()
})

test('the title of the window says where files go', async () => {
  await intray.goTo('Review')
  await expect(intray.page).toHaveTitle('Review – Practice mode – Intray')
})

test('evidence that cannot be written is told in the dialog that asks for it', async () => {
  const { page } = intray
  await answerDialogs(join(intray.dataDir, 'no-such-folder', 'evidence.csv'))
  await intray.goTo('History')
  await page.getByRole('button', { name: 'Export evidence' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Export \d/ }).click()
  await expect(dialog.getByRole('alert')).toContainText('The evidence was not written.')
  await page.keyboard.press('Escape')
})

test('a notice lies over a dialog, and leaves it open when it is closed', async () => {
  const { page } = intray
  await answerDialogs(join(intray.dataDir, 'settings.json'))
  await intray.goTo('Settings')
  await page.getByRole('button', { name: 'Ledger', exact: true }).click()
  // It says nothing else than what is in force: that is told, and stays for a while.
  await page.getByRole('button', { name: 'Import…' }).click()
  const notice = page.getByRole('group', { name: /says nothing else/ })
  await notice.waitFor()
  await page.evaluate(() => document.body.focus())
  await intray.goTo('History')
  await page.getByRole('button', { name: 'Export evidence' }).click()
  await page.getByRole('dialog').waitFor()
  await notice.getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice).toBeHidden()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('an import shows what it changes, and brings its rules along', async () => {
  const { page } = intray
  const file = join(intray.dataDir, 'other.json')
  const sideNames = { front: ['obverse'], back: ['reverse'] }
  writeFileSync(file, JSON.stringify({ review: { graceMs: 4_000 }, sideNames }))
  await answerDialogs(file)
  await intray.goTo('Settings')
  await page.getByRole('button', { name: 'Ledger', exact: true }).click()
  await page.getByRole('button', { name: 'Import…' }).click()
  const dialog = page.getByRole('dialog', { name: 'What other.json changes' })
  await expect(dialog).toContainText('Other values in: Rules, Review')
  await dialog.getByRole('button', { name: 'Into the fields' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Settings saved').first()).toBeVisible()
  const { settings } = await ask(page, 'settings.get', {})
  expect(settings).toMatchObject({ review: { graceMs: 4_000 }, sideNames })
})

test('a settings file that somebody else wrote is told of before it is replaced, and kept', async () => {
  const { page } = intray
  const file = join(intray.dataDir, 'settings.json')
  const byHand = JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), operator: 'By hand' })
  writeFileSync(file, byHand)
  await intray.goTo('History')
  await intray.goTo('Settings')
  await expect(page.getByText('Somebody else changed the settings file')).toBeVisible()
  await page.getByRole('button', { name: 'Review', exact: true }).last().click()
  await page.getByLabel('Time before sending (seconds)').fill('5')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('That file is kept as').first()).toBeVisible()
  expect(readFileSync(`${file}.replaced`, 'utf8')).toBe(byHand)
})

test('a folder is tested before it is saved', async () => {
  const { page } = intray
  await intray.goTo('Settings')
  await page.getByRole('button', { name: 'Folders', exact: true }).last().click()
  await answerDialogs(join(intray.dataDir, 'gone'))
  await page.getByRole('button', { name: 'Add a folder' }).click()
  await page.getByRole('button', { name: 'Test the folder' }).click()
  await expect(page.getByText('Nothing lies there.')).toBeVisible()
  await page.getByLabel('Folder', { exact: true }).fill(intray.scans)
  await expect(page.getByText('Nothing lies there.')).toBeHidden()
  await page.getByRole('button', { name: 'Test the folder' }).click()
  await expect(page.getByText('Intray can read it.')).toBeVisible()
  await page.getByRole('button', { name: 'Discard' }).click()
})

test('notifications are tested, and a system that shows none is told', async () => {
  const { app, page } = intray
  await intray.goTo('Settings')
  await page.getByRole('button', { name: 'Window', exact: true }).last().click()
  const test = page.getByRole('button', { name: 'Test the notifications' })
  await app.evaluate(({ Notification }) => (Notification.isSupported = () => false))
  await test.click()
  await expect(page.getByText('The system shows no notification of Intray.')).toBeVisible()
  await app.evaluate(({ Notification }) => {
    Notification.isSupported = () => true
    Notification.prototype.show = function show() {
      this.emit('show')
    }
  })
  await test.click()
  await expect(page.getByText('The system took a notification.')).toBeVisible()
})

test('a file that is gone is not silently shown in its folder', async () => {
  const { items } = await ask(intray.page, 'items.list', { text: 'cust-10690_selfie' })
  const [item] = items
  if (item === undefined) throw new Error('the practice scan is not there')
  const path = join(intray.scans, item.path)
  renameSync(path, join(intray.dataDir, 'taken-away.jpg'))
  expect(await callAs(intray.page, 'shell.showItem', { itemId: item.id })).toMatchObject({
    ok: false,
    failure: { code: 'file_missing' },
  })
})

test('files that are dropped one after the other are all taken', async () => {
  const desktop = join(intray.dataDir, 'desktop')
  mkdirSync(desktop)
  for (let number = 0; number < 550; number += 1) {
    writeFileSync(join(desktop, `heap-${String(number)}_letter.txt`), `letter ${String(number)}\n`)
  }
  const { page } = intray
  await page.evaluate(() => {
    const hand = document.createElement('input')
    Object.assign(hand, { id: 'hand', type: 'file', multiple: true, hidden: true })
    document.body.append(hand)
  })
  const paths = readdirSync(desktop).map((name) => join(desktop, name))
  await page.setInputFiles('#hand', paths)
  await page.evaluate(() => {
    const files = [...(document.querySelector<HTMLInputElement>('#hand')?.files ?? [])]
    // The second comes while the first are still being copied.
    for (const part of [files.slice(0, 520), files.slice(520)]) {
      const dataTransfer = new DataTransfer()
      for (const file of part) dataTransfer.items.add(file)
      const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })
      document.querySelector('main')?.dispatchEvent(event)
    }
  })
  const last = readdirSync(desktop).at(-1) ?? ''
  await expect.poll(() => existsSync(join(intray.scans, last)), { timeout: 60_000 }).toBe(true)
  expect(readdirSync(intray.scans).filter((name) => name.startsWith('heap-'))).toHaveLength(550)
})

test('the zoom is kept', async () => {
  await intray.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomLevel(2),
  )
  intray = await intray.reopen()
  const zoom = (): Promise<number | undefined> =>
    intray.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel())
  await expect.poll(zoom).toBe(2)
})
