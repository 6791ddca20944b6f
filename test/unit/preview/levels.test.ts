import { describe, expect, it } from 'vitest'
import { autoPoints, histogramOf, levelsFilter } from '../../../renderer/preview/light/levels.ts'
import type { TonePoints } from '../../../renderer/preview/light/levels.ts'

/** A picture of tones, so many pixels of each. */
function tones(...counts: readonly (readonly [tone: number, pixels: number])[]): Uint8ClampedArray {
  return Uint8ClampedArray.from(
    counts.flatMap(([tone, pixels]) => Array.from({ length: pixels }, () => [tone, tone, tone, 255]).flat()),
  )
}

const pointsOf = (rgba: Uint8ClampedArray): TonePoints | null => autoPoints(histogramOf(rgba))

/** What the filter makes of a tone, as CSS defines it: each step cuts at black and white. */
function filtered(tone: number, filter: string): number {
  let value = tone
  for (const [, name, amount] of filter.matchAll(/(\w+)\(([\d.]+)\)/g)) {
    const factor = Number(amount)
    value = name === 'brightness' ? value * factor : (value - 0.5) * factor + 0.5
    value = Math.min(Math.max(value, 0), 1)
  }
  return value
}

describe('the tones of a picture', () => {
  it('are counted as light as the eye finds them', () => {
    const histogram = histogramOf(Uint8ClampedArray.of(255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255))
    expect(histogram[76]).toBe(1)
    expect(histogram[150]).toBe(1)
    expect(histogram[29]).toBe(1)
  })

  it('of faint ink on grey paper are spread from black to white', () => {
    const points = pointsOf(tones([190, 40], [228, 600], [230, 360]))
    expect(points).toEqual({ black: 190 / 255, white: 228 / 255 })
  })

  it('of a dark photograph reach to its lights, which are no paper', () => {
    const points = pointsOf(tones([20, 500], [40, 300], [90, 200]))
    expect(points?.black).toBeCloseTo(20 / 255)
    expect(points?.white).toBeCloseTo(90 / 255)
  })

  it('leave specks and glare out of account', () => {
    const points = pointsOf(tones([0, 2], [100, 500], [150, 500], [255, 2]))
    expect(points?.black).toBeCloseTo(100 / 255)
    expect(points?.white).toBeCloseTo(150 / 255)
  })

  it('stay as they are where nothing can be gained', () => {
    expect(pointsOf(tones([0, 300], [128, 300], [255, 300]))).toBeNull()
    expect(autoPoints([])).toBeNull()
  })

  it.each([0, 3, 128, 252, 255])(
    'of a blank page of tone %i do not become a picture of its noise',
    (tone) => {
      const points = pointsOf(tones([tone, 1_000]))
      if (points === null) throw new Error('A blank page has points.')
      expect(points.white - points.black).toBeGreaterThanOrEqual(0.1 - 1e-9)
      expect(points.black).toBeGreaterThanOrEqual(0)
      expect(points.white).toBeLessThanOrEqual(1 + 1e-9)
    },
  )
})

describe('the filter', () => {
  it('is left out where it would change nothing', () => {
    expect(levelsFilter(100, 100, null)).toBeUndefined()
  })

  it.each([
    { black: 0.6, white: 0.9 },
    { black: 0, white: 0.3 },
    { black: 0.1, white: 0.2 },
  ])('shows the black point as black and the white point as white: %o', (points) => {
    const filter = levelsFilter(100, 100, points) ?? ''
    expect(filtered(points.black, filter)).toBeCloseTo(0, 2)
    expect(filtered(points.white, filter)).toBeCloseTo(1, 2)
    expect(filtered((points.black + points.white) / 2, filter)).toBeCloseTo(0.5, 2)
    expect(filtered(1, filter)).toBeCloseTo(1, 2)
  })

  it('adds what the person chose', () => {
    expect(levelsFilter(120, 80, null)).toBe('brightness(1.2) contrast(0.8)')
    expect(levelsFilter(120, 100, { black: 0, white: 0.5 })).toBe('brightness(2) contrast(1) brightness(1.2)')
  })
})
