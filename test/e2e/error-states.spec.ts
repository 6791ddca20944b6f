import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { axeFindings } from './support/axe.ts'
import { openIntray, viewNames } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'
import { outOfReach } from './support/reach.ts'
import { answerSaving } from './support/system-dialogs.ts'

// What a person sees where something is wrong: said in words, with a next step, and within reach.

let intray: IntrayWindow

test.beforeEach(async () => {
  intray = await openIntray({ settings: { review: { graceMs: 600_000 } } })
  await intray.page.emulateMedia({ reducedMotion: 'reduce' })
  await queue().getByRole('option').first().waitFor()
})
test.afterEach(async () => {
  await intray.close()
})

const queue = () => intray.page.getByRole('listbox', { name: 'Queue' })

async function expectWhole(state: string): Promise<void> {
  const { page } = intray
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await axeFindings(page), `${state}, ${colorScheme}`).toEqual([])
  }
}

async function expectEveryViewWhole(): Promise<void> {
  for (const view of viewNames) {
    await intray.goTo(view)
    await expectWhole(view)
    expect(await outOfReach(intray.page), view).toEqual([])
  }
}

/** The ledger's own number of its version, as SQLite keeps it in the file's first page. */
const versionPlace = 60

test('a ledger that this version cannot use is told in every view, and Intray starts when it is put right', async () => {
  const { app, dataDir } = intray
  await app.close()
  const name = readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).find((path) =>
    path.endsWith('ledger.sqlite3'),
  )
  const ledger = join(dataDir, name ?? 'no ledger')
  const bytes = readFileSync(ledger)
  const version = bytes.readUInt32BE(versionPlace)
  bytes.writeUInt32BE(999, versionPlace)
  writeFileSync(ledger, bytes)
  intray = await openIntray({ dataDir })
  const { page } = intray
  const told = page.getByRole('alert').filter({ hasText: 'The engine cannot be started.' })
  await expect(told).toContainText('newer')
  await expectEveryViewWhole()
  await expect(page.getByText(/^0 /)).toHaveCount(0)

  bytes.writeUInt32BE(version, versionPlace)
  writeFileSync(ledger, bytes)
  await told.getByRole('button', { name: 'Start it now' }).click()
  await expect(told).toHaveCount(0, { timeout: 20_000 })
  await intray.goTo('Review')
  await expect(queue().getByRole('option').first()).toBeVisible()
})

test('broken settings are told in every view', async () => {
  writeFileSync(join(intray.dataDir, 'settings.json'), '{ "intake": { "quietMs": "soon" } }')
  intray = await intray.reopen()
  await expect(intray.page.getByText('The settings file holds 1 mistake.')).toBeVisible()
  await expectEveryViewWhole()
})

test('a folder that is gone is told in every view, until it is back', async () => {
  const { page, scans } = intray
  renameSync(scans, `${scans}-away`)
  await expect(page.getByText(`The folder ${scans} cannot be read.`)).toBeVisible({ timeout: 30_000 })
  await expectEveryViewWhole()
})

test('a file without a picture says why', async () => {
  const { page } = intray
  intray.drop(
    'bomb-1_id_front.png',
    readFileSync(join(import.meta.dirname, '../fixtures/huge-dimensions.png')),
  )
  await intray.goTo('Problems')
  await page.getByRole('option', { name: /bomb-1/ }).click({ timeout: 20_000 })
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('30,000 x 30,000')
  await expectWhole('too many pixels')
  expect(await outOfReach(page)).toEqual([])
})

test('a search and a report that cannot be read say what is wrong with them', async () => {
  const { page } = intray
  await intray.goTo('History')
  const search = page.getByRole('combobox', { name: /^Search/ })
  await search.fill('state:nothing ')
  await search.press('Tab')
  await expect(search).toHaveAttribute('aria-invalid', 'true')
  await expectWhole('a search')

  await intray.goTo('Reports')
  await page.getByRole('button', { name: 'Other days' }).click()
  await page.getByLabel('To', { exact: true }).fill('2020-01-01')
  await expect(page.getByText('The last day lies before the first.')).toBeVisible()
  await expectWhole('a report')
  expect(await outOfReach(page)).toEqual([])
})

test('evidence that cannot be written says so, and can be tried again', async () => {
  const { page } = intray
  await intray.goTo('History')
  await page.getByRole('button', { name: 'Export evidence…' }).click()
  const dialog = page.getByRole('dialog')
  await answerSaving(intray, join(intray.dataDir, 'no-such-folder', 'evidence.csv'))
  const start = dialog.getByRole('button', { name: /^Export \d+ files…$/ })
  await start.click()
  await expect(page.getByRole('alert').filter({ hasText: 'The evidence was not written' })).toBeVisible()
  await expectWhole('a failed export')
  await expect(start).toBeFocused()
  await expect(start).toBeEnabled()
})
