import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'
import { callAs } from './support/window-bridge.ts'

// What begins with a dialog of the system. The test answers in the person's place.

let intray: IntrayWindow

test.beforeAll(async () => {
  intray = await openIntray()
  const total = async (): Promise<number> => {
    const status = (await callAs(intray.page, 'status.get', {})) as { value: { total: number } }
    return status.value.total
  }
  await expect.poll(total).toBeGreaterThan(5)
})

test.afterAll(async () => {
  await intray.close()
})

/** The name that the dialog suggested. */
async function answerSaving(path: string): Promise<void> {
  await intray.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === '', filePath })
  }, path)
}

async function answerOpening(path: string): Promise<void> {
  await intray.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
}

test('the window is printed as PDF', async () => {
  const path = join(intray.dataDir, 'report.pdf')
  await answerSaving(path)
  expect(await callAs(intray.page, 'shell.printToPdf', { suggestedName: 'report.pdf' })).toEqual({
    ok: true,
    value: { saved: true },
  })
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
})

test('evidence is written where the person says, and a bundle proves itself', async () => {
  const path = join(intray.dataDir, 'evidence-bundle')
  await answerSaving(path)
  const input = { selection: { selection: {} }, format: 'bundle', suggestedName: 'evidence' }
  expect(await callAs(intray.page, 'shell.exportEvidence', input)).toMatchObject({
    ok: true,
    value: { summary: { path, format: 'bundle' } },
  })
  await answerOpening(path)
  expect(await callAs(intray.page, 'shell.verifyBundle', {})).toMatchObject({
    ok: true,
    value: { report: { ok: true, faults: [] } },
  })
})

test('nothing happens where nothing is chosen', async () => {
  await answerSaving('')
  const input = { selection: { selection: {} }, format: 'csv', suggestedName: 'evidence' }
  expect(await callAs(intray.page, 'shell.exportEvidence', input)).toEqual({
    ok: true,
    value: { summary: null },
  })
  expect(await callAs(intray.page, 'shell.printToPdf', { suggestedName: 'x.pdf' })).toEqual({
    ok: true,
    value: { saved: false },
  })
  expect(await callAs(intray.page, 'shell.pickAnchorFile', {})).toEqual({ ok: true, value: { path: null } })
})

test('a file that cannot be written is told as a failure', async () => {
  await answerSaving(join(intray.dataDir, 'no-such-folder', 'report.pdf'))
  expect(await callAs(intray.page, 'shell.printToPdf', { suggestedName: 'report.pdf' })).toMatchObject({
    ok: false,
    failure: { code: 'output_unwritable' },
  })
})
