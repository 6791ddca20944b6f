import { expect, it } from 'vitest'
import { needsEveryPixel, reducedWidth } from '../../../renderer/preview/image/reduced-width.ts'

const pane = { width: 800, height: 600 }

it('halves a picture as long as it fills the pane', () => {
  expect(reducedWidth({ width: 2_480, height: 3_508 }, pane)).toBe(620)
  expect(reducedWidth({ width: 4_000, height: 400 }, pane)).toBe(1_000)
  expect(reducedWidth({ width: 300, height: 200 }, pane)).toBe(300)
  expect(reducedWidth({ width: 1, height: 60_000 }, pane)).toBe(1)
})

it('needs every pixel only where the copy would be blurred', () => {
  expect(needsEveryPixel(425, 2_480, 420)).toBe(false)
  expect(needsEveryPixel(425, 2_480, 440)).toBe(false)
  expect(needsEveryPixel(425, 2_480, 2_480)).toBe(true)
  // A copy with all the pixels has nothing more to give.
  expect(needsEveryPixel(300, 300, 2_400)).toBe(false)
  expect(needsEveryPixel(null, 300, 100)).toBe(true)
})
