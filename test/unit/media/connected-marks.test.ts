import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMarks } from '../../../electron/engine/media/connected-marks.ts'

/** Marks of a drawing: `#` is a pixel of one. */
function marksOf(...rows: readonly string[]) {
  const width = rows[0]?.length ?? 0
  return findMarks(
    Uint8Array.from(rows.join(''), (each) => (each === '#' ? 1 : 0)),
    width,
  )
}

describe('the marks of a picture', () => {
  it('are pixels that touch, also at their corners', () => {
    expect(
      marksOf(
        '#...##', //
        '.#....',
        '..#..#',
        '......',
        '###...',
      ),
    ).toEqual([
      { pixelCount: 3, lengthPx: 3 },
      { pixelCount: 2, lengthPx: 2 },
      { pixelCount: 1, lengthPx: 1 },
      { pixelCount: 3, lengthPx: 3 },
    ])
  })

  it('do not go around the edge', () => {
    expect(marksOf('..#', '#..')).toHaveLength(2)
  })

  it('hold every pixel once', () => {
    const pictures = fc.tuple(
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.constantFrom(0, 1), { maxLength: 144 }),
    )
    fc.assert(
      fc.property(pictures, ([width, pixels]) => {
        const whole = Uint8Array.from(pixels.slice(0, Math.floor(pixels.length / width) * width))
        const marks = findMarks(whole, width)
        expect(marks.reduce((sum, { pixelCount }) => sum + pixelCount, 0)).toBe(whole.filter(Boolean).length)
        for (const { pixelCount, lengthPx } of marks) expect(lengthPx).toBeLessThanOrEqual(pixelCount)
      }),
    )
  })

  it('are found in a picture that is one of them', () => {
    expect(findMarks(new Uint8Array(1_000_000).fill(1), 1_000)).toEqual([
      { pixelCount: 1_000_000, lengthPx: 1_000 },
    ])
  })
})
