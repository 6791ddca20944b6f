import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clampOffset,
  clampScale,
  fitScale,
  maxScale,
  offsetAfterTurn,
  offsetAfterZoom,
  snapOffset,
  turnedSize,
} from '../../../renderer/preview/pan-zoom/geometry.ts'

const pane = { width: 800, height: 600 }
const length = fc.integer({ min: 1, max: 20_000 })
const size = fc.record({ width: length, height: length })
const place = fc.record({
  x: fc.integer({ min: -9_999, max: 9_999 }),
  y: fc.integer({ min: -9_999, max: 9_999 }),
})

describe('a picture in its pane', () => {
  it('fits, with a margin, whatever its size', () => {
    fc.assert(
      fc.property(size, (content) => {
        const scale = fitScale(content, pane)
        expect(content.width * scale).toBeLessThanOrEqual(pane.width - 32 + 1e-6)
        expect(content.height * scale).toBeLessThanOrEqual(pane.height - 32 + 1e-6)
      }),
    )
  })

  it('is not enlarged to a blur', () => {
    expect(fitScale({ width: 20, height: 20 }, pane)).toBe(2)
  })

  it('can always be seen at its own size, and never beyond the largest scale', () => {
    expect(clampScale(1, 2)).toBe(1)
    expect(clampScale(0.1, 2)).toBe(1)
    expect(clampScale(0.1, 0.3)).toBe(0.3)
    expect(clampScale(100, 0.3)).toBe(maxScale)
  })

  it('never shows a gap on one side while it is cut off on the other', () => {
    fc.assert(
      fc.property(size, place, fc.double({ min: 0.05, max: 8, noNaN: true }), (content, offset, scale) => {
        const { x } = clampOffset(offset, content, pane, scale)
        const left = pane.width / 2 + x - (content.width * scale) / 2
        const right = left + content.width * scale
        if (content.width * scale <= pane.width) expect(x).toBeCloseTo(0)
        else expect(left <= 1e-6 && right >= pane.width - 1e-6).toBe(true)
      }),
    )
  })

  it('keeps what lies under the pointer in place while it is zoomed', () => {
    fc.assert(
      fc.property(place, place, (offset, point) => {
        const [from, to] = [0.5, 2]
        const after = offsetAfterZoom(offset, point, from, to)
        // The same place of the picture, measured from its middle in its own pixels.
        expect((point.x - after.x) / to).toBeCloseTo((point.x - offset.x) / from)
        expect((point.y - after.y) / to).toBeCloseTo((point.y - offset.y) / from)
      }),
    )
  })

  it('is back where it was after four turns', () => {
    const start = { x: 30, y: -40 }
    const end = [1, 2, 3, 4].reduce(offsetAfterTurn, start)
    expect(end).toEqual(start)
    expect(turnedSize({ width: 3, height: 2 }, 1)).toEqual({ width: 2, height: 3 })
    expect(turnedSize({ width: 3, height: 2 }, 2)).toEqual({ width: 3, height: 2 })
  })

  it('lies with its edge on a whole screen pixel', () => {
    fc.assert(
      fc.property(size, place, fc.constantFrom(1, 0.5, 0.8), (shown, offset, pixel) => {
        const { x } = snapOffset(offset, shown, pane, pixel)
        const edge = (pane.width / 2 + x - shown.width / 2) / pixel
        expect(edge).toBeCloseTo(Math.round(edge))
        expect(Math.abs(x - offset.x)).toBeLessThanOrEqual(pixel / 2 + 1e-9)
      }),
    )
  })
})
