import { describe, expect, it } from 'vitest'
import {
  formatVideoTime,
  frameRateBetween,
  timeAfterFrames,
} from '../../../renderer/preview/video/frame-rate.ts'

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

describe('a step by frames', () => {
  it('meets each frame once, on and back', () => {
    let timeS = 0
    const frames: number[] = []
    for (let step = 0; step < 5; step += 1) {
      timeS = timeAfterFrames(timeS, 1, 25, 10)
      frames.push(Math.floor(timeS * 25))
    }
    expect(frames).toEqual([1, 2, 3, 4, 5])
    expect(Math.floor(timeAfterFrames(timeS, -1, 25, 10) * 25)).toBe(4)
  })

  it('stays within the video', () => {
    expect(timeAfterFrames(0, -1, 25, 10)).toBeCloseTo(0.02)
    expect(timeAfterFrames(9.99, 5, 25, 10)).toBeCloseTo(9.98)
    expect(timeAfterFrames(3, 1, 25, Infinity)).toBeCloseTo(3.06)
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
