import { expect, test } from '@playwright/test'
import { pngBytes } from '../support/scan-bytes.ts'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'
import { ask } from './support/window-bridge.ts'

let intray: IntrayWindow

test.beforeEach(async () => {
  intray = await openIntray()
  for (const document of ['passport', 'id_front', 'id_back']) {
    intray.drop(`back-1_${document}.png`, pngBytes(document))
  }
  const { page } = intray
  await queue().getByRole('option').first().waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('back-1')
  await page.keyboard.press('Enter')
  await expect(queue().getByRole('option')).toHaveCount(3)
})
test.afterEach(async () => {
  await intray.close()
})

const queue = () => intray.page.getByRole('listbox', { name: 'Queue' })

test('an approval offers no way back once its files were sent', async () => {
  const { page } = intray
  const pause = page.getByRole('button', { name: 'Pause uploads' })
  await pause.click()
  await expect(page.getByRole('button', { name: 'Resume uploads' })).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('a')
  await page
    .getByRole('dialog', { name: 'Approve 3 files?' })
    .getByRole('button', { name: /^Approve/ })
    .click()
  const toast = page
    .getByRole('region', { name: 'Notices' })
    .getByRole('group')
    .filter({ hasText: '3 files approved' })
  const last = page.getByRole('region', { name: 'Last decision' })
  await expect(toast.getByRole('button', { name: 'Undo' })).toBeVisible()
  await expect(last.getByRole('button', { name: 'Undo' })).toBeVisible()
  // While the pointer is on it, the toast stays.
  await toast.hover()

  await ask(page, 'uploads.resume', {})
  await expect(last).toHaveCount(0, { timeout: 20_000 })
  await expect(toast).toBeVisible()
  await expect(toast.getByRole('button', { name: 'Undo' })).toHaveCount(0)
})
