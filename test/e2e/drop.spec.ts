import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'
import { callAs } from './support/window-bridge.ts'

let intray: IntrayWindow
/** Files of a person, outside of every watched folder. */
let desktop: string

test.beforeAll(async () => {
  intray = await openIntray()
  desktop = join(intray.dataDir, 'desktop')
  mkdirSync(desktop)
  await intray.page.getByText('1 folder watched').waitFor()
})

test.afterAll(async () => {
  await intray.close()
})

function put(name: string, text: string): string {
  writeFileSync(join(desktop, name), text)
  return join(desktop, name)
}

/** Drags real files over the window: a file field has files with paths, as a person's hand does. */
async function drag(type: 'dragover' | 'drop', paths: readonly string[]): Promise<void> {
  const { page } = intray
  await page.evaluate(() => {
    if (document.querySelector('#hand') !== null) return
    const hand = document.createElement('input')
    Object.assign(hand, { id: 'hand', type: 'file', multiple: true, hidden: true })
    document.body.append(hand)
  })
  await page.setInputFiles('#hand', [...paths])
  await page.evaluate((name) => {
    const hand = document.querySelector<HTMLInputElement>('#hand')
    const dataTransfer = new DataTransfer()
    for (const file of hand?.files ?? []) dataTransfer.items.add(file)
    const event = new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true })
    document.querySelector('main')?.dispatchEvent(event)
  }, type)
}

test('files that are dropped onto the window are copied and taken in', async () => {
  const letter = put('acme-21_letter.txt', 'a letter\n'.repeat(50))
  await drag('dragover', [letter])
  await expect(intray.page.getByText('Drop to add here')).toBeVisible()
  await drag('drop', [letter])
  await expect(intray.page.getByText('Drop to add here')).toBeHidden()
  await expect(intray.page.getByText('1 file added').first()).toBeVisible()
  expect(readFileSync(join(intray.scans, 'acme-21_letter.txt'))).toEqual(readFileSync(letter))
  await expect
    .poll(() => callAs(intray.page, 'items.list', { text: 'acme-21_letter' }))
    .toMatchObject({ value: { items: [{ state: 'awaiting_review' }] } })
})

test('what cannot be taken is named, with the reason', async () => {
  await drag('drop', [put('.hidden-scan.jpg', 'x')])
  await expect(intray.page.getByText('1 file was not taken').first()).toBeVisible()
  await expect(intray.page.getByText(/\.hidden-scan\.jpg: Files of this name are never taken/)).toBeVisible()
  expect(existsSync(join(intray.scans, '.hidden-scan.jpg'))).toBe(false)
})

test('with the keyboard, files are added by a button and a dialog', async () => {
  const letter = put('acme-22_letter.txt', 'another letter\n'.repeat(50))
  await intray.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, letter)
  await intray.page.getByRole('button', { name: 'Add files…' }).first().focus()
  await intray.page.keyboard.press('Enter')
  await expect.poll(() => existsSync(join(intray.scans, 'acme-22_letter.txt'))).toBe(true)
})
