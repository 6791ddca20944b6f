import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openIntray } from './support/intray-window.ts'
import { ask } from './support/window-bridge.ts'

test('of several possible other sides each can be seen, and nobody takes one for the only one', async () => {
  const intray = await openIntray()
  const { page } = intray
  try {
    const front = page.getByRole('option', { name: /cust-10482_id_front/ })
    await front.waitFor()
    // Another content under the name of the back.
    intray.drop('again/cust-10482_id_back.jpg', readFileSync(join(intray.scans, 'cust-10544_id_front.jpg')))
    const backs = async (): Promise<number> => {
      const { items } = await ask(page, 'items.list', { text: 'cust-10482_id_back' })
      return items.filter(({ mediaType }) => mediaType === 'IMAGE_ID_CARD_BACK').length
    }
    await expect.poll(backs).toBe(2)

    await front.click()
    await page.keyboard.press('b')
    await page.getByRole('button', { name: '1 of 2 possible: show the next' }).click()
    await expect(page.getByRole('button', { name: '2 of 2 possible: show the next' })).toBeVisible()
    await page.keyboard.press('d')
    await expect(page.getByRole('button', { name: '1 of 2 possible: show the next' })).toBeVisible()
  } finally {
    await intray.close()
  }
})
