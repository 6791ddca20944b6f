import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeCard } from '../../../renderer/tour/card-place.ts'

const page = { width: 1_280, height: 800 }
const card = { width: 320, height: 160 }

describe('placeCard', () => {
  it('stands to the right of what it speaks of where there is room', () => {
    const { left } = placeCard({ left: 0, top: 100, width: 200, height: 400 }, card, page)
    expect(left).toBeGreaterThan(200)
  })

  it('stands to the left of what lies at the right edge', () => {
    const { left } = placeCard({ left: 1_000, top: 100, width: 280, height: 400 }, card, page)
    expect(left + card.width).toBeLessThan(1_000)
  })

  it('stands in the middle of the window where nothing of it is to be seen', () => {
    expect(placeCard(null, card, page)).toEqual({ left: 480, top: 320 })
  })

  it('is always whole inside of the window', () => {
    const size = fc.integer({ min: 0, max: 1_500 })
    fc.assert(
      fc.property(size, size, size, size, (left, top, width, height) => {
        const place = placeCard({ left, top, width, height }, card, page)
        expect(place.left).toBeGreaterThanOrEqual(0)
        expect(place.top).toBeGreaterThanOrEqual(0)
        expect(place.left + card.width).toBeLessThanOrEqual(page.width)
        expect(place.top + card.height).toBeLessThanOrEqual(page.height)
      }),
    )
  })
})
