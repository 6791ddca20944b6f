import { expect } from '@playwright/test'
import type { Locator } from '@playwright/test'
import type { Colour } from '../../support/picture-bytes.ts'
import type { IntrayWindow } from './intray-window.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Further apart than the rounding of a filter, nearer than two colours of the tests. */
const sameColour = 12

/** How a picture lies in its pane, as Chromium draws it. */
export interface Placed {
  /** CSS pixels for one of its own. */
  readonly scale: number
  /** Clockwise quarter turns. */
  readonly turns: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Reads the transform and the place of a picture from what is drawn. */
export function placeOf(picture: Locator): Promise<Placed> {
  return picture.evaluate((element) => {
    const matrix = new DOMMatrix(getComputedStyle(element.parentElement ?? element).transform)
    const degrees = (Math.atan2(matrix.b, matrix.a) * 180) / Math.PI
    const { left, top, width, height } = element.getBoundingClientRect()
    return {
      scale: Math.hypot(matrix.a, matrix.b),
      turns: (Math.round(degrees / 90) + 4) % 4,
      left,
      top,
      width,
      height,
    }
  })
}

/** The colour of one point of the window, as it stands on the screen: after every filter, below every loupe. */
export async function colourAt(intray: IntrayWindow, point: Point): Promise<Colour> {
  const [colour = [0, 0, 0]] = await coloursBelow(intray, point, 1)
  return colour
}

/** The colours of the points below one, it included, as they stand on the screen. */
export async function coloursBelow(intray: IntrayWindow, { x, y }: Point, count: number): Promise<Colour[]> {
  const bytes = await intray.app.evaluate(
    async ({ BrowserWindow }, at) => {
      const [window] = BrowserWindow.getAllWindows()
      if (window === undefined) throw new Error('There is no window.')
      const image = await window.webContents.capturePage(at)
      return [...image.toBitmap()]
    },
    { x: Math.round(x), y: Math.round(y), width: 1, height: count },
  )
  return Array.from({ length: count }, (_, index) => {
    const [blue = 0, green = 0, red = 0] = bytes.slice(index * 4)
    return [red, green, blue]
  })
}

/** Waits until a point of the window has a colour. */
export async function expectColour(intray: IntrayWindow, point: Point, colour: Colour): Promise<void> {
  await expect
    .poll(async () => {
      const seen = await colourAt(intray, point)
      return seen.every((part, index) => Math.abs(part - (colour[index] ?? 0)) <= sameColour)
        ? 'as expected'
        : seen.join(' ')
    })
    .toBe('as expected')
}

/** The middle of one quarter of a placed picture. */
export function quarterOf(placed: Placed, x: 'left' | 'right', y: 'top' | 'bottom'): Point {
  return {
    x: placed.left + placed.width * (x === 'left' ? 0.25 : 0.75),
    y: placed.top + placed.height * (y === 'top' ? 0.25 : 0.75),
  }
}

/** Finds one file of the queue by its name and waits until it is in hand. By keyboard, as a person does. */
export async function takeInHand({ page }: IntrayWindow, name: string): Promise<void> {
  await page.keyboard.press('/')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name, exact: true }).waitFor({ timeout: 20_000 })
}
