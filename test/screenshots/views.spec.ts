import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { openIntray } from '../e2e/support/intray-window.ts'

const folder = join(import.meta.dirname, '../../docs')

// The pictures of the documentation, of the real window on the practice folder.
for (const scheme of ['light', 'dark'] as const) {
  test(`pictures of every view, ${scheme}`, async () => {
    mkdirSync(folder, { recursive: true })
    // The path shows in the pictures.
    const dataDir = join(tmpdir(), 'Intray')
    rmSync(dataDir, { recursive: true, force: true })
    mkdirSync(dataDir)
    const intray = await openIntray({ dataDir })
    const { page } = intray
    try {
      await intray.app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800)
      })
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      const queue = page.getByRole('listbox', { name: 'Queue' })
      const take = (name: string) => page.screenshot({ path: join(folder, `${name}-${scheme}.png`) })
      const select = async (name: string): Promise<void> => {
        await queue.getByRole('option', { name: new RegExp(name) }).click()
        await page.getByRole('heading', { level: 2, name: new RegExp(name) }).waitFor()
      }
      await queue.getByRole('option').first().waitFor()
      await page.getByText(/Checking/).waitFor({ state: 'hidden' })
      await take('first-start')
      for (const name of [
        'cust-10482_id_back',
        'cust-10517_passport',
        'cust-99999_passport',
        'cust-10690_selfie',
      ]) {
        await select(name)
        await page.keyboard.press('a')
      }
      await select('cust-10482_id_front')
      await page.getByRole('img', { name: /cust-10482_id_front/ }).waitFor()
      await take('review')
      const besides = page.getByRole('button', { name: 'Front and back side by side' })
      await besides.click()
      await page.getByRole('img', { name: /cust-10482_id_back/ }).waitFor()
      await take('review-sides')
      await besides.click()
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
      await take('keys')
      await page.keyboard.press('Escape')
      await intray.goTo('Problems')
      await page.getByRole('option', { name: /cust-99999_passport/ }).click()
      await page.getByText('The endpoint said').waitFor()
      await take('problems')
      await page.getByRole('option', { name: /statement/ }).click()
      await page.getByText('A smaller form can be sent').waitFor()
      await page.keyboard.press('3')
      const sides = page.getByRole('dialog').getByRole('img')
      await sides.nth(1).waitFor()
      await take('size-repair')
      await page.keyboard.press('Escape')
      await intray.goTo('Uploads')
      await page.getByText('cust-10517_passport.png').first().waitFor()
      await take('uploads')
      await intray.goTo('History')
      await page.getByRole('option', { name: /cust-10482_id_back.*Uploaded/s }).click()
      await page.getByText('Accepted by the endpoint').first().waitFor()
      await page.getByText(/Fit, /).waitFor()
      await take('history')
      await page
        .getByText('Accepted by the endpoint')
        .first()
        .evaluate((line) => line.scrollIntoView({ block: 'end' }))
      await take('story')
      await page.getByRole('button', { name: 'Export evidence' }).click()
      await page.getByRole('dialog').waitFor()
      await take('evidence')
      await page.keyboard.press('Escape')
      await intray.goTo('Rules')
      const names = page.getByRole('listbox', { name: 'Files and how they are read' })
      await names.getByRole('option', { name: /cust-10482_id_front/ }).click()
      await page.getByText('Entity and media type').nth(1).waitFor()
      await take('rules')
      await intray.goTo('Folders')
      await page.getByText('unaccounted').first().waitFor()
      await take('folders')
      await intray.goTo('Reports')
      await page.getByRole('heading', { level: 2 }).first().waitFor()
      await take('reports')
      await intray.goTo('Settings')
      await take('settings')
      await page.getByRole('button', { name: 'Connect for real' }).first().click()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await take('first-run')
    } finally {
      await intray.close()
    }
  })
}
