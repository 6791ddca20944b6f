import { describe, expect, it } from 'vitest'
import { createChangeGatherer } from '../../../electron/engine/watch/change-gatherer.ts'
import { networkFileSystem } from '../../../electron/engine/watch/network-file-system.ts'
import { comparisonDelayMs, isProbeDue, retryDelayMs } from '../../../electron/engine/watch/watch-pace.ts'
import { fakeTime } from './fake-time.ts'

describe('the pace of a folder watch', () => {
  it('tries a folder that fails again after 1 s, then ever less often, at least once a minute', () => {
    expect([1, 2, 3, 6, 7, 50, 5_000].map(retryDelayMs)).toEqual([
      1_000, 2_000, 4_000, 32_000, 60_000, 60_000, 60_000,
    ])
  })

  it('compares more often without events, but takes at most a twentieth of the time', () => {
    expect(comparisonDelayMs(300_000, 'events', 50)).toBe(300_000)
    expect(comparisonDelayMs(300_000, 'comparison_only', 50)).toBe(5_000)
    expect(comparisonDelayMs(300_000, 'comparison_only', 2_000)).toBe(40_000)
    expect(comparisonDelayMs(300_000, 'comparison_only', 3_300_000)).toBe(300_000)
    expect(comparisonDelayMs(1_000, 'comparison_only', 50)).toBe(1_000)
  })
})

describe('when a folder’s events are tested', () => {
  it('is at first, after ten minutes of bad news and after an hour of good news', () => {
    expect([
      isProbeDue('untested', 0),
      isProbeDue('delivered', 3_599_999),
      isProbeDue('delivered', 3_600_000),
    ]).toEqual([true, false, true])
    for (const found of ['silent', 'refused', 'network'] as const)
      expect([isProbeDue(found, 599_999), isProbeDue(found, 600_000)]).toEqual([false, true])
  })

  it('a network file system is known by its number, on Linux alone', () => {
    expect(
      [0x6969, 0xfe534d42, 0xfe534d42 | 0, 0x65735546].map((type) => networkFileSystem(type, 'linux')),
    ).toEqual(['NFS', 'SMB', 'SMB', 'FUSE'])
    // ext4, tmpfs and btrfs.
    for (const type of [0xef53, 0x01021994, 0x9123683e]) expect(networkFileSystem(type, 'linux')).toBeNull()
    expect(networkFileSystem(0x6969, 'darwin')).toBeNull()
  })
})

describe('gathering changes', () => {
  const change = { directory: '', name: 'a.jpg', kind: 'entry' } as const

  it('is due 100 ms after the first change, however many follow', async () => {
    const time = fakeTime()
    let dueCount = 0
    const changes = createChangeGatherer(time.timers, () => (dueCount += 1))
    changes.add(change)
    await time.pass(60)
    changes.add(change)
    await time.pass(39)
    expect(changes.isDue()).toBe(false)
    await time.pass(1)
    expect([changes.isDue(), dueCount]).toEqual([true, 1])
    changes.add(change)
    expect(time.timerCount()).toBe(0)
  })

  it('is due again for what comes after it was taken', async () => {
    const time = fakeTime()
    const changes = createChangeGatherer(time.timers, () => undefined)
    changes.add(change)
    await time.pass(100)
    expect(changes.take().named).toHaveLength(1)
    expect(changes.isDue()).toBe(false)
    changes.add(change)
    await time.pass(100)
    expect(changes.isDue()).toBe(true)
  })

  it('gathers for as long as the last delivery took', async () => {
    const time = fakeTime()
    const changes = createChangeGatherer(time.timers, () => undefined)
    changes.setPace(1_500)
    changes.add(change)
    await time.pass(1_499)
    expect(changes.isDue()).toBe(false)
    await time.pass(1)
    expect(changes.isDue()).toBe(true)
  })

  it('leaves no timer behind when it is cleared', () => {
    const time = fakeTime()
    const changes = createChangeGatherer(time.timers, () => undefined)
    changes.add(change)
    changes.clear()
    expect([time.timerCount(), changes.isDue()]).toEqual([0, false])
  })
})
