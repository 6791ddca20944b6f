import { describe, expect, it } from 'vitest'
import { findStrength } from '../../../electron/engine/media/repair/recipe-search.ts'
import type { Strength } from '../../../electron/engine/media/repair/recipe-search.ts'

/** Bytes of a JPEG as an encoder makes them: a little more than linear in its area, and steep near the best quality. */
function encoder(fullBytesAt82: number) {
  const asked: Strength[] = []
  const measure = (strength: Strength): number => {
    asked.push(strength)
    const { quality, scalePercent } = strength
    const byQuality = Math.exp((quality - 82) / 14)
    return Math.round(fullBytesAt82 * byQuality * (scalePercent / 100) ** 1.85)
  }
  return { measure, asked }
}

const target = 4_850_000

describe('the search for a recipe', () => {
  it.each([
    ['takes the best quality at full size where that fits', 2_000_000, 92, 92, 100],
    ['lowers the quality before the size', 4_000_000, 83, 91, 100],
    ['goes down to quality 70 at full size', 8_000_000, 70, 77, 100],
    ['takes a smaller size where even that is too large', 20_000_000, 82, 82, 45],
    ['takes a much smaller size of a huge picture', 90_000_000, 82, 82, 20],
  ])('%s', (_words, fullBytes, leastQuality, mostQuality, scalePercent) => {
    const { measure } = encoder(fullBytes)
    const found = findStrength(target, measure)
    expect(found?.quality).toBeGreaterThanOrEqual(leastQuality)
    expect(found?.quality).toBeLessThanOrEqual(mostQuality)
    expect(Math.abs((found?.scalePercent ?? 0) - scalePercent)).toBeLessThanOrEqual(
      scalePercent === 100 ? 0 : 3,
    )
  })

  it.each([1e5, 3e6, 4.8e6, 5e6, 9e6, 11e6, 13e6, 3e7, 9e7])(
    'finds what fits, uses the room, and encodes little: %d bytes',
    (fullBytes) => {
      const { measure, asked } = encoder(fullBytes)
      const found = findStrength(target, measure)
      expect(found).not.toBeNull()
      const tries = asked.length
      const bytes = found === null ? 0 : measure(found)
      expect(bytes).toBeLessThanOrEqual(target)
      if (found?.quality !== 92) expect(bytes).toBeGreaterThan(target * 0.75)
      expect(tries).toBeLessThanOrEqual(10)
    },
  )

  it('says so when nothing fits', () => {
    expect(findStrength(target, encoder(4e8).measure)).toBeNull()
  })

  it('takes what fits exactly', () => {
    expect(findStrength(target, () => target)).toEqual({ quality: 92, scalePercent: 100 })
  })
})
