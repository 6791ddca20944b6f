import { expect, test } from '@playwright/test'
import { brightQuarters, quarteredPng } from '../support/picture-bytes.ts'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'

let intray: IntrayWindow

test.beforeAll(async () => {
  intray = await openIntray()
  await intray.page.getByRole('listbox', { name: 'Queue' }).getByRole('option').first().waitFor()
})
test.afterAll(async () => {
  await intray.close()
})

/** Presses a key and reads what the very next frame will show of the picture: its name, and how wide it is drawn. */
async function pictureAfter(key: string): Promise<{ name: string | null; widthPx: number }> {
  const { page } = intray
  await page.evaluate(() => {
    const look = (): { name: string | null; widthPx: number } => {
      const picture = document.querySelector('[role="img"]:has(canvas)')
      return {
        name: picture?.getAttribute('aria-label') ?? null,
        widthPx: picture?.querySelector('canvas')?.width ?? 0,
      }
    }
    window.nextPicture = new Promise((resolve) => {
      const onKey = (): number => requestAnimationFrame(() => resolve(look()))
      window.addEventListener('keydown', onKey, { once: true, capture: true })
    })
  })
  await page.keyboard.press(key)
  return page.evaluate(() => window.nextPicture)
}

test('the picture that was drawn ahead stands in the first frame after the key', async () => {
  const { page } = intray
  const size = { widthPx: 1_200, heightPx: 3_000 }
  for (const place of [1, 2, 3]) {
    const name = `follow-${String(place)}_id_front.png`
    intray.drop(name, quarteredPng(name, size, brightQuarters))
  }
  await page.keyboard.press('/')
  await page.keyboard.type('follow-')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox', { name: 'Queue' }).getByRole('option')).toHaveCount(3)
  await page.keyboard.press('Home')
  await expect(page.getByRole('img', { name: 'Scan follow-1_id_front.png' })).toBeVisible()

  // Drawing ahead takes as long as it takes; without it, no number of tries would do.
  await expect
    .poll(async () => {
      await page.keyboard.press('Home')
      await page.getByRole('img', { name: 'Scan follow-1_id_front.png' }).waitFor()
      await page.waitForTimeout(250)
      return (await pictureAfter('s')).name
    })
    .toBe('Scan follow-2_id_front.png')

  // The third lies ready as well, drawn for the pane and not for the window.
  await expect
    .poll(async () => {
      await page.waitForTimeout(250)
      const third = await pictureAfter('s')
      const name = 'Scan follow-3_id_front.png'
      if (third.name !== name) return Infinity
      const shown = await page
        .getByRole('img', { name })
        .evaluate((element) => element.getBoundingClientRect().width * devicePixelRatio)
      await page.keyboard.press('k')
      await page.getByRole('img', { name: 'Scan follow-2_id_front.png' }).waitFor()
      return Math.abs(third.widthPx - shown)
    })
    .toBeLessThanOrEqual(1)

  // Deciding shows it as soon as stepping does.
  await page.waitForTimeout(250)
  expect((await pictureAfter('a')).name).toBe('Scan follow-3_id_front.png')
})

declare global {
  interface Window {
    /** What the first frame after a key shows. */
    nextPicture: Promise<{ name: string | null; widthPx: number }>
  }
}
