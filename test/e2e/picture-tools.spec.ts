import { expect, test } from '@playwright/test'
import type { Locator } from '@playwright/test'
import { brightQuarters, finePrintPng, quarteredPng } from '../support/picture-bytes.ts'
import type { Colour, Quarters } from '../support/picture-bytes.ts'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'
import {
  colourAt,
  coloursBelow,
  expectColour,
  placeOf,
  quarterOf,
  takeInHand,
} from './support/shown-picture.ts'
import type { Placed, Point } from './support/shown-picture.ts'

// Each test reads from the screen what a tool of the picture did: where the picture lies and which colours it has there.

let intray: IntrayWindow
let name = ''
let count = 0

/** Narrow and high, so that its width and all of it are two sizes. */
const size = { widthPx: 1_200, heightPx: 3_000 }
/** Left free around a picture that is fitted. */
const marginPx = 16

test.beforeAll(async () => {
  intray = await openIntray()
  await intray.page.getByRole('listbox', { name: 'Queue' }).getByRole('option').first().waitFor()
})
test.afterAll(async () => {
  await intray.close()
})
test.beforeEach(async () => {
  await takeNew(brightQuarters)
})

/** Puts a new picture in hand: each one starts fitted, unturned and plain. */
function takeNew(quarters: Quarters): Promise<void> {
  return take((seed) => quarteredPng(seed, size, quarters))
}
async function take(bytesOf: (seed: string) => Buffer): Promise<void> {
  count += 1
  name = `tool-${String(count)}_id_front.png`
  intray.drop(name, bytesOf(name))
  await takeInHand(intray, name)
  await expect(picture()).toBeVisible()
}

const picture = (): Locator => intray.page.getByRole('img', { name: `Scan ${name}` })
const pane = (): Locator => intray.page.getByRole('group', { name: /^Picture\. The arrow keys/ })
const tool = (label: string): Locator =>
  intray.page.getByRole('toolbar', { name: 'Picture tools' }).getByRole('button', { name: label })
const press = (key: string): Promise<void> => intray.page.keyboard.press(key)
const placed = (): Promise<Placed> => placeOf(picture())

async function paneBox(): Promise<{ left: number; top: number; width: number; height: number }> {
  return pane().evaluate((element) => element.getBoundingClientRect())
}
async function paneCentre(): Promise<Point> {
  const { left, top, width, height } = await paneBox()
  return { x: left + width / 2, y: top + height / 2 }
}

async function expectFitted(): Promise<void> {
  const [box, { height, top }] = [await paneBox(), await placed()]
  expect(height).toBeCloseTo(box.height - 2 * marginPx, 0)
  expect(top).toBeCloseTo(box.top + marginPx, -1)
}
async function expectWidthFitted(): Promise<void> {
  const [box, { left, top, width }] = [await paneBox(), await placed()]
  expect(width).toBeCloseTo(box.width - 2 * marginPx, 0)
  expect(left).toBeCloseTo(box.left + marginPx, 0)
  expect(top).toBeCloseTo(box.top, 0)
}
async function expectOwnSize(): Promise<void> {
  expect((await placed()).width).toBeCloseTo(size.widthPx, 0)
  await expect(intray.page.getByRole('toolbar', { name: 'Picture tools' })).toContainText('100 %')
}

/** The same part of the picture lies at the point, to within a pixel or two. */
function expectSamePart(point: Point, before: Placed, after: Placed): void {
  for (const [at, edge, length] of [
    ['x', 'left', 'width'],
    ['y', 'top', 'height'],
  ] as const) {
    const expected = after[edge] + ((point[at] - before[edge]) / before[length]) * after[length]
    expect(Math.abs(expected - point[at])).toBeLessThan(2)
  }
}

test('fits, fills the width and shows its own size, by key', async () => {
  await expectFitted()
  await press('w')
  await expectWidthFitted()
  await press('1')
  await expectOwnSize()
  await press('0')
  await expectFitted()
  await press('z')
  await expectOwnSize()
  await press('z')
  await expectFitted()
  const before = (await placed()).scale
  await press('+')
  expect((await placed()).scale).toBeCloseTo(before * 1.25, 4)
  await press('-')
  await expectFitted()
})

test('fine print becomes even grey when it is made small, not jagged', async () => {
  await take((seed) => finePrintPng(seed, size))
  const { left, width, top, height } = await placed()
  const column = { x: left + width / 2, y: top + 20 }
  const count = Math.floor(height - 40)
  // Two of five rows are black: jagged, some would be black and some white.
  await expect
    .poll(async () => {
      const lights = (await coloursBelow(intray, column, count)).map(([red]) => red)
      return Math.max(...lights.map((light) => Math.abs(light - 153)))
    })
    .toBeLessThan(60)
})

test('fits, fills the width and shows its own size, by mouse', async () => {
  await tool('Actual size').click()
  await expectOwnSize()
  await tool('Fit the width').click()
  await expectWidthFitted()
  await expect(tool('Fit the width')).toHaveAttribute('aria-pressed', 'true')
  await tool('Fit into the pane').click()
  await expectFitted()
  const before = (await placed()).scale
  await tool('Larger').click()
  expect((await placed()).scale).toBeCloseTo(before * 1.25, 4)
  await tool('Smaller').click()
  await expectFitted()
})

test('what lies under the pointer stays there while it is zoomed', async () => {
  const centre = await paneCentre()
  const point = { x: centre.x + 40, y: centre.y - 90 }
  const before = await placed()
  await intray.page.mouse.move(point.x, point.y)
  await intray.page.mouse.wheel(0, -800)
  await expect.poll(async () => (await placed()).scale / before.scale).toBeCloseTo(Math.exp(1.6), 1)
  const after = await placed()
  expectSamePart(point, before, after)
  await expectColour(intray, point, brightQuarters.rightTop)

  await press('0')
  await intray.page.mouse.click(point.x, point.y)
  await expectOwnSize()
  expectSamePart(point, before, await placed())
  await intray.page.mouse.click(point.x, point.y)
  await expectFitted()
})

test('a picture larger than its pane is moved by mouse and by arrow keys', async () => {
  await press('1')
  const before = await placed()
  const centre = await paneCentre()
  await intray.page.mouse.move(centre.x, centre.y)
  await intray.page.mouse.down()
  await intray.page.mouse.move(centre.x + 60, centre.y + 35, { steps: 4 })
  await intray.page.mouse.move(centre.x + 120, centre.y + 70, { steps: 4 })
  await intray.page.mouse.up()
  const dragged = await placed()
  expect([dragged.left - before.left, dragged.top - before.top]).toEqual([120, 70])

  await reachByTab(pane())
  await press('ArrowRight')
  await press('ArrowDown')
  const stepped = await placed()
  expect([stepped.left - dragged.left, stepped.top - dragged.top]).toEqual([-80, -80])
  for (let step = 0; step < 40; step += 1) await press('ArrowUp')
  const box = await paneBox()
  expect((await placed()).top).toBeCloseTo(box.top, 0)
})

test('the view is turned, and stays so for this picture alone', async () => {
  const upright = await placed()
  await expectColour(intray, quarterOf(upright, 'left', 'top'), brightQuarters.leftTop)
  await press('.')
  const turned = await placed()
  expect(turned.turns).toBe(1)
  expect(turned.width).toBeGreaterThan(turned.height)
  await expectColour(intray, quarterOf(turned, 'left', 'top'), brightQuarters.leftBottom)
  await expectColour(intray, quarterOf(turned, 'right', 'bottom'), brightQuarters.rightTop)
  await tool('Turn left').click()
  await press(',')
  expect((await placed()).turns).toBe(3)
  await expectColour(intray, quarterOf(await placed(), 'left', 'top'), brightQuarters.rightTop)

  const first = name
  await takeNew(brightQuarters)
  expect((await placed()).turns).toBe(0)
  name = first
  await takeInHand(intray, name)
  await expect.poll(async () => (await placed()).turns).toBe(3)
  await tool('Turn right').click()
  expect((await placed()).turns).toBe(0)
})

test('brightness and contrast change what is seen, and go back', async () => {
  const [red, green, blue] = brightQuarters.leftTop
  const point = quarterOf(await placed(), 'left', 'top')
  await expectColour(intray, point, [red, green, blue])
  for (let step = 0; step < 3; step += 1) await press('5')
  await expectColour(intray, point, [red * 0.7, green * 0.7, blue * 0.7])
  await press('9')
  await expectColour(intray, point, [red, green, blue])
  await press('8')
  const harder = (part: number): number => Math.min(255, Math.max(0, (part - 127.5) * 1.2 + 127.5))
  await expectColour(intray, point, [harder(red), harder(green), harder(blue)])

  await tool('Brightness and contrast: changed').click()
  const light = intray.page.getByRole('dialog', { name: 'Brightness and contrast' })
  await light.getByRole('slider', { name: 'Contrast' }).fill('100')
  await light.getByRole('slider', { name: 'Brightness' }).fill('50')
  await expectColour(intray, point, [red * 0.5, green * 0.5, blue * 0.5])
  await light.getByRole('button', { name: 'Reset' }).click()
  await expectColour(intray, point, [red, green, blue])
  await press('Escape')
  await expect(light).toBeHidden()
})

test('a faint scan is brought out: its ink black, its paper white', async () => {
  const paper: Colour = [215, 215, 215]
  const ink: Colour = [170, 170, 170]
  await takeNew({ leftTop: ink, rightTop: paper, leftBottom: paper, rightBottom: paper })
  const at = await placed()
  const [dark, light] = [quarterOf(at, 'left', 'top'), quarterOf(at, 'right', 'top')]
  await expectColour(intray, dark, ink)
  await press('i')
  await expectColour(intray, dark, [0, 0, 0])
  await expectColour(intray, light, [255, 255, 255])
  await tool('Bring out a faint scan').click()
  await expectColour(intray, dark, ink)
})

test('the loupe magnifies what lies under it, while its key is held', async () => {
  const at = await placed()
  const edge = at.left + at.width / 2
  // Left of the edge stands the pointer, right of it is looked at: magnified three times, that is left of the edge too.
  const pointer = { x: edge - 10, y: at.top + at.height / 4 }
  const looked = { x: pointer.x + 24, y: pointer.y }
  const { leftTop, rightTop } = brightQuarters
  await intray.page.mouse.move(pointer.x, pointer.y)
  await expectColour(intray, looked, rightTop)
  await intray.page.keyboard.down('g')
  await expectColour(intray, looked, leftTop)
  // The wheel makes it weaker, down to twice the size.
  await intray.page.mouse.wheel(0, 600)
  await expectColour(intray, looked, rightTop)
  await intray.page.keyboard.up('g')
  await expectColour(intray, looked, rightTop)
  expect((await placed()).scale).toBeCloseTo(at.scale, 4)

  await tool('Loupe').click()
  await expect(tool('Loupe')).toHaveAttribute('aria-pressed', 'true')
  await intray.page.mouse.move(pointer.x + 15, pointer.y)
  await expectColour(intray, { x: edge - 3, y: pointer.y }, rightTop)
  // It follows the arrow keys as well.
  await reachByTab(pane())
  await press('ArrowLeft')
  await expectColour(intray, { x: edge - 3, y: pointer.y }, leftTop)
  await press('g')
  await expect(tool('Loupe')).toHaveAttribute('aria-pressed', 'false')
  expect(await colourAt(intray, looked)).toEqual([...rightTop])
})

/** Goes on with Tab until something has the focus. */
async function reachByTab(target: Locator): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await press('Tab')
  }
  throw new Error('Tab does not lead there.')
}
