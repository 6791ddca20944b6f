import { describe, expect, it } from 'vitest'
import { rateAt, timeLeftMs, withSample } from '../../../renderer/uploads/sending-rate.ts'
import type { SentSample } from '../../../renderer/uploads/sending-rate.ts'

describe('how much is sent', () => {
  const sent = [
    { atMs: 0, files: 5, bytes: 1_000 },
    { atMs: 50_000, files: 2, bytes: 300 },
    { atMs: 70_000, files: 1, bytes: 0 },
  ].reduce<readonly SentSample[]>(withSample, [])

  it('counts the last minute alone', () => {
    expect(rateAt(sent, 70_000)).toEqual({ files: 3, bytes: 300 })
    expect(rateAt(sent, 129_000)).toEqual({ files: 1, bytes: 0 })
    expect(rateAt(sent, 200_000)).toEqual({ files: 0, bytes: 0 })
  })

  it('forgets what is older, so that it does not grow', () => {
    expect(sent).toHaveLength(2)
  })

  it('says how long the rest takes, where anything is sent at all', () => {
    expect(timeLeftMs(30, 10)).toBe(180_000)
    expect(timeLeftMs(30, 0)).toBeNull()
    expect(timeLeftMs(0, 10)).toBeNull()
  })
})
