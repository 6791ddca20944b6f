import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startSandbox } from '../../electron/engine/sandbox/sandbox.ts'
import { pngBytes } from '../support/scan-bytes.ts'
import { openIntray } from './support/intray-window.ts'

test('a person connects for real, tests it, and uploads from an own folder', async () => {
  const key = 'key-that-must-stay-secret'
  const sandbox = await startSandbox({ organisation: 'acme', keys: [{ key }], createUnknownEntities: true })
  const inbox = mkdtempSync(join(tmpdir(), 'intray-inbox-'))
  const intray = await openIntray()
  const { app, page } = intray
  try {
    // The system's dialog cannot be driven; what a person would choose there is given in its place.
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    }, inbox)

    await page.getByRole('button', { name: 'Connect for real' }).first().click()
    await page.getByRole('textbox', { name: 'Organisation' }).fill('acme')
    await page.getByRole('textbox', { name: 'Base URL' }).fill(sandbox.baseUrl)
    await page.getByRole('button', { name: 'Next' }).click()

    await page.getByRole('heading', { name: 'The API key' }).waitFor()
    await page.getByLabel('API key').fill('wrong')
    await page.getByRole('button', { name: /Test connection/ }).click()
    await expect(
      page
        .getByText(/key/i)
        .filter({ hasText: /not accept|refused|401/i })
        .first(),
    ).toBeVisible()
    await page.getByLabel('API key').fill(key)
    await page.getByRole('button', { name: /Test connection/ }).click()
    await expect(page.getByText('The connection works', { exact: false }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Next' }).click()

    await page.getByRole('button', { name: 'Add a folder' }).click()
    await expect(page.getByRole('textbox', { name: 'Folder' })).toHaveValue(inbox)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Go live' }).click()

    await expect(page.getByRole('banner', { name: 'Mode' })).toContainText('acme')
    writeFileSync(join(inbox, 'cust-1_passport.png'), pngBytes('for real'))
    await page.getByRole('option', { name: /cust-1_passport/ }).waitFor()
    await page.getByRole('heading', { level: 2, name: 'cust-1_passport.png' }).waitFor()
    await page.keyboard.press('a')
    await expect.poll(() => sandbox.media('cust-1').length).toBe(1)

    const settings = readFileSync(join(intray.dataDir, 'settings.json'), 'utf8')
    expect(settings).toContain('"live"')
    expect(settings).not.toContain(key)
  } finally {
    await intray.close()
    await sandbox.stop()
    rmSync(inbox, { recursive: true, force: true })
  }
})
