import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageRaster } from '../../../renderer/preview/pdf/page-size.ts'

describe('the canvas of a PDF page', () => {
  it('draws A4 at 200 dots per inch', () => {
    const { scale, ownSize } = pageRaster({ width: 595, height: 842 })
    expect(scale).toBeCloseTo(200 / 72)
    expect(ownSize.width).toBeCloseTo(793.3, 1)
  })

  it('stays within what a canvas should hold, whatever a file claims', () => {
    const points = fc.double({ min: 0, max: 1e7, noNaN: true })
    fc.assert(
      fc.property(points, points, (width, height) => {
        const { scale } = pageRaster({ width, height })
        expect(scale).toBeGreaterThan(0)
        expect(Math.max(width, height) * scale).toBeLessThanOrEqual(4_096 + 1)
        expect(width * height * scale * scale).toBeLessThanOrEqual(12_000_000 + 1)
      }),
    )
  })
})
