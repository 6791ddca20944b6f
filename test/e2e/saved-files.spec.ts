import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Locator } from '@playwright/test'
import { writeLongBundle } from '../support/long-bundle.ts'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'
import { answerOpening, answerSaving, lastSuggestion } from './support/system-dialogs.ts'
import { ask } from './support/window-bridge.ts'

// What a person takes out of the window: by its buttons, into the file that they chose in the system's own dialog.

let intray: IntrayWindow
let fileCount = 0

test.beforeAll(async () => {
  intray = await openIntray()
  // All practice scans are read, but for one whose name says that it is not whole yet.
  const unfinished = 1
  const readCount = async (): Promise<number> => {
    const { counts, total } = await ask(intray.page, 'status.get', {})
    return counts.seen + counts.settling > unfinished ? 0 : total
  }
  await expect.poll(readCount, { timeout: 30_000 }).toBeGreaterThan(30)
  fileCount = await readCount()
})
test.afterAll(async () => {
  await intray.close()
})

const at = (name: string): string => join(intray.dataDir, name)
const press = (name: string): Promise<void> => intray.page.getByRole('button', { name, exact: true }).click()
const notice = (words: string): Locator =>
  intray.page.getByRole('region', { name: 'Notices' }).getByText(words)

test('a report’s table is saved as CSV, for Excel', async () => {
  await intray.goTo('Reports')
  await answerSaving(intray, at('report.csv'))
  await press('Save as CSV…')
  await expect(notice('The table was saved')).toBeVisible()
  const { defaultPath } = await lastSuggestion(intray)
  expect(defaultPath).toMatch(/^intray-report-\d{4}-\d{2}-\d{2}-\d{4}-\d{2}-\d{2}-by-day\.csv$/)
  const text = readFileSync(at('report.csv'), 'utf8')
  // Excel takes a CSV for UTF-8 by its mark alone.
  expect(text.startsWith('\u{feff}')).toBe(true)
  const lines = text.slice(1).trimEnd().split('\r\n')
  const columns = lines[0]?.split(',') ?? []
  expect(columns).toContain('Seen')
  const total = lines.find((line) => line.startsWith('Total,'))?.split(',') ?? []
  expect(total[columns.indexOf('Seen')]).toBe(String(fileCount))
})

test('a report is saved as PDF, as it stands in the window', async () => {
  await intray.goTo('Reports')
  await answerSaving(intray, at('report.pdf'))
  await press('Save as PDF…')
  await expect(notice('The report was saved as PDF')).toBeVisible()
  expect((await lastSuggestion(intray)).defaultPath).toMatch(/^intray-report-.+-by-day\.pdf$/)
  const pdf = readFileSync(at('report.pdf'))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.subarray(-8).toString()).toContain('%%EOF')
  expect(pdf.length).toBeGreaterThan(5_000)
})

test('nothing is written, and nothing told, where the person cancels', async () => {
  await intray.goTo('Reports')
  const told = intray.page.getByRole('region', { name: 'Notices' }).getByRole('group')
  const dismiss = told.getByRole('button', { name: 'Dismiss' }).first()
  while (await dismiss.isVisible()) await dismiss.click()
  await answerSaving(intray, null)
  await press('Save as CSV…')
  await expect.poll(async () => (await lastSuggestion(intray)).defaultPath).toMatch(/\.csv$/)
  await expect(intray.page.getByRole('button', { name: 'Save as CSV…' })).toBeEnabled()
  await expect(told).toHaveCount(0)
})

test('a file that cannot be written is told, and the report stays', async () => {
  await intray.goTo('Reports')
  await answerSaving(intray, at('no-such-folder/report.csv'))
  await press('Save as CSV…')
  await expect(notice('The table was not saved')).toBeVisible()
  expect(existsSync(at('no-such-folder'))).toBe(false)
})

/** Exports evidence of everything in one form, and returns its bytes. */
async function exportEvidence(form: string, name: string): Promise<Buffer> {
  const { page } = intray
  await intray.goTo('History')
  await answerSaving(intray, at(name))
  await press('Export evidence…')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: form }).check()
  await dialog.getByRole('button', { name: /^Export \d+ files…$/ }).click()
  await expect(page.getByRole('dialog', { name: 'The evidence was written' })).toBeVisible()
  const bytes = readFileSync(at(name))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await expect(dialog).toContainText(name)
  await expect(dialog).toContainText(sha256)
  await dialog.getByText('Close', { exact: true }).click()
  await expect(dialog).toHaveCount(0)
  return bytes
}

test('evidence is saved as a table, with one line for each file', async () => {
  const text = (await exportEvidence('Table (CSV)', 'evidence.csv')).toString('utf8')
  const { defaultPath, filters } = await lastSuggestion(intray)
  expect(defaultPath).toMatch(/^intray-evidence-\d{4}-\d{2}-\d{2}\.csv$/)
  expect(filters?.[0]?.extensions).toEqual(['csv'])
  expect(text.startsWith('\u{feff}')).toBe(true)
  for (const name of ['cust-10482_id_front.jpg', 'cust-10551_selfie.jpg', 'Thumbs.db'])
    expect(text).toContain(name)
  expect(text.trimEnd().split('\r\n')).toHaveLength(fileCount + 1)
})

test('evidence is saved as JSON Lines, a file in each line', async () => {
  const text = (await exportEvidence('Every detail (JSON Lines)', 'evidence.jsonl')).toString('utf8')
  const lines = text.trimEnd().split('\n')
  expect(lines).toHaveLength(fileCount)
  for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow()
})

test('a sealed bundle proves itself, and one changed byte is found and located', async () => {
  const { page } = intray
  const bytes = await exportEvidence('Sealed bundle', 'bundle.jsonl')
  await answerOpening(intray, at('bundle.jsonl'))
  await press('Check a bundle…')
  const intact = page.getByRole('dialog', { name: 'The bundle is as it was written' })
  await expect(intact).toContainText('bundle.jsonl')
  await intact.getByText('Close', { exact: true }).click()
  await expect(intact).toHaveCount(0)

  const place = bytes.indexOf('cust-10482')
  expect(place).toBeGreaterThan(0)
  const line = bytes.subarray(0, place).toString('utf8').split('\n').length
  bytes[place] = 'C'.charCodeAt(0)
  writeFileSync(at('changed.jsonl'), bytes)
  await answerOpening(intray, at('changed.jsonl'))
  await press('Check a bundle…')
  const broken = page.getByRole('dialog', { name: 'The bundle does not prove itself' })
  await expect(broken.getByRole('list', { name: 'Faults' })).toContainText(`Line ${String(line)}`)
  await broken.getByText('Close', { exact: true }).click()
})

test('a long check of a bundle shows how far it is, and ends when a person ends it', async () => {
  const { page } = intray
  writeLongBundle(at('long.jsonl'), 60_000)
  await answerOpening(intray, at('long.jsonl'))
  await press('Check a bundle…')
  const running = page.getByRole('dialog', { name: 'Checking the bundle…' })
  await expect(running.getByRole('progressbar')).toBeVisible()
  await running.getByRole('button', { name: 'End the check' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // Nothing was found, and another check can begin.
  await expect(page.getByRole('button', { name: 'Check a bundle…' })).toBeEnabled()
})
