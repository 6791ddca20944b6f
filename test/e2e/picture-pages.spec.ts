import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Locator } from '@playwright/test'
import {
  blue,
  brightQuarters,
  colouredPdf,
  colouredTiff,
  endlessPdf,
  green,
  quarteredPng,
  red,
} from '../support/picture-bytes.ts'
import type { Quarters } from '../support/picture-bytes.ts'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'
import { expectColour, placeOf, quarterOf, takeInHand } from './support/shown-picture.ts'
import type { Point } from './support/shown-picture.ts'
import { ask } from './support/window-bridge.ts'

let intray: IntrayWindow

test.beforeAll(async () => {
  intray = await openIntray()
  await intray.page.getByRole('listbox', { name: 'Queue' }).getByRole('option').first().waitFor()
})
test.afterAll(async () => {
  await intray.close()
})

const picture = (name: string | RegExp): Locator => intray.page.getByRole('img', { name })
const button = (name: string): Locator => intray.page.getByRole('button', { name, exact: true })
const press = (key: string): Promise<void> => intray.page.keyboard.press(key)

async function drop(path: string, content: string | Uint8Array): Promise<void> {
  intray.drop(path, content)
  await takeInHand(intray, basename(path))
}

async function middleOf(target: Locator): Promise<Point> {
  const { left, top, width, height } = await target.evaluate((element) => element.getBoundingClientRect())
  return { x: left + width / 2, y: top + height / 2 }
}

for (const [kind, name, content] of [
  ['PDF', 'pages-1_letter.pdf', colouredPdf([red, green, blue])],
  ['TIFF', 'pages-2_letter.tiff', colouredTiff([red, green, blue])],
] as const) {
  test(`the pages of a ${kind} are leafed through, by key, by button and by their small pictures`, async () => {
    const { page } = intray
    await drop(name, content)
    const number = page.getByRole('group', { name: 'Pages' }).locator('[aria-live]')
    const shown = async (pageNumber: number): Promise<Point> => {
      await expect(number).toHaveText(`Page ${String(pageNumber)} of 3`)
      const scan = picture(`Scan ${name}, page ${String(pageNumber)}`)
      await expect(scan).toBeVisible()
      return middleOf(scan)
    }
    await expectColour(intray, await shown(1), red)
    await press('PageDown')
    await expectColour(intray, await shown(2), green)
    await press('PageUp')
    await expectColour(intray, await shown(1), red)
    await button('Next page').click()
    await button('Next page').click()
    await expectColour(intray, await shown(3), blue)
    await expect(button('Next page')).toBeDisabled()

    const small = page.getByRole('navigation', { name: 'Pages' }).getByRole('button')
    await expect(small).toHaveCount(3)
    await expect(small.nth(2)).toHaveAttribute('aria-current', 'page')
    for (const [index, colour] of [red, green, blue].entries()) {
      await expectColour(intray, await middleOf(small.nth(index).locator('canvas')), colour)
    }
    await small.nth(1).click()
    await expectColour(intray, await shown(2), green)
    await press('h')
    await expect(small).toHaveCount(0)
    await button('Show small pages').click()
    await expect(small).toHaveCount(3)
  })
}

const size = { widthPx: 1_200, heightPx: 800 }
const mirrored: Quarters = { ...brightQuarters, leftTop: brightQuarters.rightBottom }

test('front and back stand side by side, zoomed together or each by itself', async () => {
  const { page } = intray
  await drop('sides-1_id_back.png', quarteredPng('back', size, mirrored))
  await drop('sides-1_id_front.png', quarteredPng('front', size))
  await press('b')
  const front = picture('Scan sides-1_id_front.png')
  const back = picture('Scan sides-1_id_back.png')
  await expect(page.getByRole('group', { name: 'Only to look at: sides-1_id_back.png' })).toBeVisible()
  await expect(back).toBeVisible()
  await expectColour(intray, quarterOf(await placeOf(front), 'left', 'top'), brightQuarters.leftTop)
  await expectColour(intray, quarterOf(await placeOf(back), 'left', 'top'), mirrored.leftTop)
  expect((await placeOf(back)).scale).toBeCloseTo((await placeOf(front)).scale, 4)

  const fitted = (await placeOf(front)).scale
  await press('+')
  await expect.poll(async () => (await placeOf(front)).scale).toBeCloseTo(fitted * 1.25, 4)
  expect((await placeOf(back)).scale).toBeCloseTo(fitted * 1.25, 4)
  await button('Zoom each by itself').click()
  await press('0')
  expect((await placeOf(front)).scale).toBeCloseTo(fitted, 4)
  expect((await placeOf(back)).scale).toBeCloseTo(fitted * 1.25, 4)
  await press('y')
  expect((await placeOf(back)).scale).toBeCloseTo(fitted, 4)
  await button('Front and back side by side').click()
  await expect(back).toHaveCount(0)
})

test('a scan is compared with what its entity already had uploaded', async () => {
  const { page } = intray
  const older: Quarters = { ...brightQuarters, leftTop: blue, rightTop: blue }
  for (const [name, quarters] of [
    ['before-1_passport.png', older],
    ['before-1_id_front.png', mirrored],
  ] as const) {
    await drop(name, quarteredPng(name, size, quarters))
    await press('a')
  }
  const uploaded = async (): Promise<number> =>
    (await ask(page, 'items.list', { text: 'before-1', states: ['uploaded'] })).items.length
  await expect.poll(uploaded).toBe(2)
  await drop('later/before-1_passport.png', quarteredPng('newer', size))
  await press('c')
  const strip = page.getByRole('navigation', { name: 'Uploaded for before-1' })
  await expect(strip).toContainText('2 files uploaded for before-1')
  // The same kind of document comes first.
  const first = page.getByRole('group', { name: 'Only to look at: before-1_passport.png' }).getByRole('img')
  await expectColour(intray, quarterOf(await placeOf(first), 'left', 'top'), blue)
  const inHand = page.getByRole('group', { name: /^Decisions concern this scan/ }).getByRole('img')
  await expectColour(intray, quarterOf(await placeOf(inHand), 'left', 'top'), red)
  await press('d')
  const second = picture('Scan before-1_id_front.png')
  await expectColour(intray, quarterOf(await placeOf(second), 'left', 'top'), mirrored.leftTop)
  await strip.getByRole('button', { name: /Passport/ }).click()
  await expect(first).toBeVisible()
  await expect(second).toHaveCount(0)
  await press('c')
  await expect(strip).toHaveCount(0)
})

test('a video is stepped frame by frame from its beginning, none left out', async () => {
  const { page } = intray
  // 36 frames at 15 a second.
  await takeInHand(intray, 'cust-10702_liveness.mp4')
  const video = page.getByLabel('Video cust-10702_liveness.mp4')
  await expect(video).toBeVisible()
  const frame = (): Promise<string> =>
    video.evaluate((element: HTMLVideoElement) => {
      const canvas = new OffscreenCanvas(64, 64)
      const context = canvas.getContext('2d')
      context?.drawImage(element, 0, 0, 64, 64)
      return context?.getImageData(0, 0, 64, 64).data.join('') ?? ''
    })
  const position = (time: string): Promise<void> => expect(page.getByText(`${time} of 0:02.40`)).toBeVisible()
  const [seen, times] = [[await frame()], ['0:00.06', '0:00.13', '0:00.20', '0:00.26']]
  for (const [index, time] of times.entries()) {
    if (index % 2 === 0) await press('.')
    else await button('One frame on').click()
    await position(time)
    seen.push(await frame())
  }
  expect(new Set(seen).size).toBe(times.length + 1)
  await expect(page.getByText('15 frames/s')).toBeVisible()
  await press(',')
  await position('0:00.20')
  expect(await frame()).toBe(seen[3])
  await button('One frame back').click()
  await position('0:00.13')

  await press('p')
  await expect(button('Pause')).toBeVisible()
  await press('+')
  await expect(page.getByRole('toolbar', { name: 'Video tools' })).toContainText('1.5 ×')
  await press('p')
  // Drawn by mouse, the slider leaves the keys to the view.
  const slider = page.getByRole('slider', { name: 'Place in the video' })
  const { x, y, width, height } = (await slider.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.click(x + width / 2, y + height / 2)
  const shownSeconds = async (): Promise<number> => {
    const shown = await page.getByText(/^0:0\d\.\d\d of 0:02\.40$/).innerText()
    return Number(shown.slice(2, 6))
  }
  await expect.poll(shownSeconds).toBeGreaterThanOrEqual(1.1)
  const before = await shownSeconds()
  expect(before).toBeLessThan(1.3)
  await press(',')
  await expect.poll(shownSeconds).toBeLessThan(before)
  expect(await shownSeconds()).toBeGreaterThan(before - 0.14)
})

test('a text is shown in the encoding that was found, and in another', async () => {
  const { page } = intray
  await drop('text-1_letter.txt', Buffer.from('Gr\xfc\xdfe aus K\xf6ln', 'latin1'))
  const text = page.getByRole('region', { name: 'Text of text-1_letter.txt' })
  await expect(text).toHaveText('Grüße aus Köln')
  const readAs = page.getByLabel('Read as')
  await expect(readAs).toHaveText(/^Latin-1 \(found\)/)
  await readAs.selectOption('Cyrillic')
  await expect(text).toHaveText('GrьЯe aus Kцln')
  // By keyboard, as in any list of the system.
  await readAs.focus()
  await press('Home')
  await expect(text).toHaveText('Grüße aus Köln')
  await press('Escape')
  await expect(readAs).not.toBeFocused()
})

test('a camera raw and an EPS with a preview of its own are shown as pictures by Intray', async () => {
  const { page } = intray
  await takeInHand(intray, 'cust-10733_selfie.dng')
  await expect(picture('Scan cust-10733_selfie.dng')).toBeVisible()
  await expect(page.getByText('Preview by Intray')).toBeVisible()
  const [width, height] = await picture('Scan cust-10733_selfie.dng')
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: [],
      }
      const tones = new Set(data)
      return tones.size > 60 ? [canvas.width, canvas.height] : [0, 0]
    })
  expect(width).toBeGreaterThan(100)
  expect(height).toBeGreaterThan(100)

  await drop('eps-1_signature.eps', readFileSync(join(import.meta.dirname, '../fixtures/with-preview.eps')))
  await expect(picture('Scan eps-1_signature.eps')).toBeVisible()
  await expect(page.getByText('Preview by Intray')).toBeVisible()
  await drop('eps-2_signature.eps', readFileSync(join(import.meta.dirname, '../fixtures/valid.eps')))
  const preview = page.getByRole('region', { name: 'Preview' })
  await expect(preview.getByText('There is no preview of this file')).toBeVisible()
  await expect(preview.getByRole('button', { name: 'Open with the system’s program' })).toBeVisible()
  await expect(picture(/^Scan/)).toHaveCount(0)
})

test('a page that never ends is stopped, and the window stays quick meanwhile', async () => {
  const { page } = intray
  await page.evaluate(() => {
    let last = performance.now()
    Object.assign(window, { longestGapMs: 0 })
    setInterval(() => {
      const now = performance.now()
      window.longestGapMs = Math.max(window.longestGapMs, now - last)
      last = now
    }, 20)
  })
  await drop('endless-1_letter.pdf', endlessPdf())
  // While it is drawn, the window answers.
  await press('?')
  const keys = page.getByRole('dialog', { name: 'Keyboard keys' })
  await expect(keys).toBeVisible({ timeout: 1_000 })
  await press('Escape')
  await expect(keys).toHaveCount(0)
  await drop('after-1_id_front.png', quarteredPng('after', size))
  await expectColour(
    intray,
    quarterOf(await placeOf(picture('Scan after-1_id_front.png')), 'left', 'top'),
    red,
  )
  await takeInHand(intray, 'endless-1_letter.pdf')
  await expect(page.getByText('The preview took too long')).toBeVisible({ timeout: 20_000 })
  expect(await page.evaluate(() => window.longestGapMs)).toBeLessThan(1_000)
})

test('a picture of more pixels than memory allows is told, not decoded', async () => {
  const { page } = intray
  const bomb = readFileSync(join(import.meta.dirname, '../fixtures/huge-dimensions.png'))
  intray.drop('bomb-1_id_front.png', bomb)
  await intray.goTo('Problems')
  await page.getByRole('option', { name: /bomb-1/ }).click({ timeout: 20_000 })
  const preview = page.getByRole('region', { name: 'Preview' })
  await expect(preview.getByText('There is no preview of this file')).toBeVisible()
  await expect(preview).toContainText('30,000 x 30,000')
})

declare global {
  interface Window {
    longestGapMs: number
  }
}
