import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clampOffset,
  clampScale,
  fitScale,
  focusAfterTurn,
  focusOfOffset,
  loupeOffset,
  maxScale,
  offsetAfterZoom,
  offsetOfFocus,
  scaleOfZoom,
  snapOffset,
  turnedSize,
  widthScale,
  zoomOfScale,
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
    const end = [1, 2, 3, 4].reduce(focusAfterTurn, start)
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

  it('is as wide as the pane when its width is fitted, but not enlarged to a blur', () => {
    expect(widthScale({ width: 1_536, height: 9_000 }, pane)).toBe(0.5)
    expect(widthScale({ width: 20, height: 20 }, pane)).toBe(2)
    expect(widthScale({ width: 0, height: 0 }, pane)).toBe(1)
  })

  it('has the scale of its zoom, and the zoom of its scale', () => {
    const content = { width: 1_600, height: 800 }
    const fit = fitScale(content, pane)
    expect(scaleOfZoom('fit', content, pane, 1)).toBe(fit)
    expect(scaleOfZoom('own', content, pane, 0.5)).toBe(0.5)
    expect(scaleOfZoom(2, content, pane, 1)).toBe(2 * fit)
    expect(scaleOfZoom(1_000, content, pane, 1)).toBe(maxScale)
    expect(zoomOfScale(2 * fit, content, pane)).toBeCloseTo(2)
    expect(zoomOfScale(fit * 1.0001, content, pane)).toBe('fit')
  })

  it('keeps its place when the offset becomes a focus and back', () => {
    fc.assert(
      fc.property(size, place, (shown, offset) => {
        const back = offsetOfFocus(focusOfOffset(offset, shown), shown)
        expect(back.x).toBeCloseTo(offset.x)
        expect(back.y).toBeCloseTo(offset.y)
      }),
    )
    expect(focusOfOffset({ x: 5, y: 5 }, { width: 0, height: 0 })).toEqual({ x: 0, y: 0 })
  })

  it('shows the same part as another one that shares its framing, whatever the sizes', () => {
    fc.assert(
      fc.property(size, fc.double({ min: 1, max: 4, noNaN: true }), (content, times) => {
        const twice = { width: content.width * 2, height: content.height * 2 }
        // Beyond the largest scale, or enlarged to the limit, the two differ for good reasons.
        fc.pre(fitScale(content, pane) < 2 && fitScale(content, pane) * times < maxScale)
        const scale = scaleOfZoom(times, content, pane, 1)
        const other = scaleOfZoom(times, twice, pane, 1)
        expect(other * twice.width).toBeCloseTo(scale * content.width, 3)
      }),
    )
  })

  it('lies below the loupe so that what is under its middle stays there', () => {
    const offset = { x: 100, y: -50 }
    const point = { x: 160, y: -20 }
    const power = 3
    const { x, y } = loupeOffset(point, offset, power)
    // From the picture's middle to the loupe's, in the picture's own measure, with and without the loupe.
    expect(-x / power).toBeCloseTo(point.x - offset.x)
    expect(-y / power).toBeCloseTo(point.y - offset.y)
  })
})
