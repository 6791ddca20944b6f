import { describe, expect, it } from 'vitest'
import { fitPlace, windowPlaceSchema } from '../../../electron/main/window-bounds.ts'

const screen = { x: 0, y: 0, width: 1_920, height: 1_040 }
const second = { x: 1_920, y: 0, width: 2_560, height: 1_400 }
const kept = { x: 200, y: 100, width: 1_200, height: 800, isMaximised: false }

describe('the window’s place', () => {
  it('is kept while a screen shows it', () => {
    expect(fitPlace(kept, [screen])).toEqual({ x: 200, y: 100, width: 1_200, height: 800 })
    expect(fitPlace({ ...kept, x: 2_000 }, [screen, second])).toMatchObject({ x: 2_000 })
  })

  it.each([
    ['a screen that is gone', { ...kept, x: 2_000 }],
    ['a title bar above the screen', { ...kept, y: -50 }],
    ['a title bar below the screen', { ...kept, y: 1_000 }],
    ['a corner that nobody can get hold of', { ...kept, x: 1_900 }],
  ])('is left to the system for %s', (_name, place) => {
    expect(fitPlace(place, [screen])).toEqual({ width: 1_200, height: 800 })
  })

  it('is never larger than the screen nor smaller than the window works', () => {
    expect(fitPlace({ ...kept, width: 5_000, height: 5_000 }, [screen])).toMatchObject({
      width: 1_920,
      height: 1_040,
    })
    expect(fitPlace({ ...kept, width: 1, height: 1 }, [screen])).toMatchObject({ width: 960, height: 600 })
    expect(fitPlace(undefined, [{ ...screen, width: 1_024, height: 700 }])).toEqual({
      width: 1_024,
      height: 700,
    })
  })

  it('is refused when its file holds anything else', () => {
    expect(windowPlaceSchema.safeParse({ ...kept, width: -1 }).success).toBe(false)
    expect(windowPlaceSchema.safeParse({ ...kept, x: 1e300 }).success).toBe(false)
    expect(windowPlaceSchema.safeParse(kept).success).toBe(true)
  })
})
