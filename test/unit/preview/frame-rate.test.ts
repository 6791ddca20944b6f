import { describe, expect, it } from 'vitest'
import { formatVideoTime, frameRateBetween } from '../../../renderer/preview/video/frame-rate.ts'

describe('the frame rate', () => {
  it('is what lies between two frames that follow one another', () => {
    const rate = frameRateBetween({ mediaTimeS: 1, count: 7 }, { mediaTimeS: 1 + 1 / 30, count: 8 })
    expect(rate).toBeCloseTo(30)
  })

  it.each([
    ['left out frames', { mediaTimeS: 1.1, count: 9 }],
    ['a jump back', { mediaTimeS: 0.5, count: 8 }],
    ['the same frame again', { mediaTimeS: 1, count: 8 }],
    ['a jump ahead', { mediaTimeS: 9, count: 8 }],
    ['frames closer than any camera takes', { mediaTimeS: 1.000_01, count: 8 }],
  ])('is not told by %s', (_, after) => {
    expect(frameRateBetween({ mediaTimeS: 1, count: 7 }, after)).toBeNull()
  })
})

it.each([
  [0, '0:00.00'],
  [3.04, '0:03.04'],
  [83.5, '1:23.50'],
  [3_723, '1:02:03.00'],
])('tells %d seconds as %s', (timeS, words) => {
  expect(formatVideoTime(timeS)).toBe(words)
})
