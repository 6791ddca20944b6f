import { describe, expect, it } from 'vitest'
import type { ListedFile } from '../../../electron/engine/watch/listed-entry.ts'
import { startFolderWatch } from '../../../electron/engine/watch/folder-watch.ts'
import type { FolderReader } from '../../../electron/engine/watch/folder-reader.ts'
import { createSettler } from '../../../electron/engine/watch/settler.ts'
import { startSleepDetector } from '../../../electron/engine/watch/sleep-detector.ts'
import { bigintStats } from './stats.ts'
import { fakeTime } from './fake-time.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000

/** A watch of an empty folder, compared each five minutes, that counts its comparisons. */
function comparedFolder() {
  const time = fakeTime()
  const counts = { comparisons: 0, reads: 0 }
  const folder = bigintStats({ kind: 'directory', inode: 1n })
  const reader: FolderReader = {
    readDirectory() {
      counts.reads += 1
      return Promise.resolve([])
    },
    readRawNames: () => Promise.resolve([]),
    readEntry: () => Promise.resolve(folder),
    readFolder: () => Promise.resolve(folder),
    readRealPath: (path) => Promise.resolve(path),
  }
  const watch = startFolderWatch({
    folder: { path: '/scans', recursive: true },
    comparisonIntervalMs: 5_000,
    clock: time.clock,
    timers: time.timers,
    useEvents: false,
    reader,
    onBatch: () => undefined,
    onComparisonDone: () => void (counts.comparisons += 1),
    onHealth: () => undefined,
    onUnexpected: (thrown) => {
      throw thrown
    },
  })
  return { time, watch, counts }
}

describe('a computer that sleeps, and clocks that jump', () => {
  it.each([
    ['Windows', true],
    ['Linux and macOS', false],
  ])('is noticed once after the sleep, as the clocks of %s show it', async (_system, isCounted) => {
    const time = fakeTime()
    let wakes = 0
    const stop = startSleepDetector({ ...time, onWoke: () => (wakes += 1) })
    await time.pass(10 * 60_000)
    expect(wakes).toBe(0)
    time.sleep(8 * hourMs, isCounted)
    await time.pass(60_000)
    expect(wakes).toBe(1)
    await time.pass(hourMs)
    expect(wakes).toBe(1)
    stop()
    expect(time.timerCount()).toBe(0)
  })

  it('is not taken for a sleep when the clock is set back a day', async () => {
    const time = fakeTime()
    let wakes = 0
    startSleepDetector({ ...time, onWoke: () => (wakes += 1) })
    time.turnWallClock(-dayMs)
    await time.pass(hourMs)
    expect(wakes).toBe(0)
  })

  it.each([
    ['a sleep of eight hours that the timers count', (time: Time) => time.sleep(8 * hourMs, true)],
    ['a sleep of eight hours that they do not count', (time: Time) => time.sleep(8 * hourMs, false)],
    ['a clock set forward a day', (time: Time) => time.turnWallClock(dayMs)],
    ['a clock set back a day', (time: Time) => time.turnWallClock(-dayMs)],
  ])('compares at its pace after %s: no storm, no stall', async (_what, jump) => {
    const { time, watch, counts } = comparedFolder()
    await time.pass(60_000)
    const before = counts.comparisons
    expect(before).toBeGreaterThanOrEqual(11)
    jump(time)
    await time.pass(60_000)
    expect(counts.comparisons - before).toBeGreaterThanOrEqual(11)
    expect(counts.comparisons - before).toBeLessThanOrEqual(14)
    expect(watch.health().failure).toBeNull()
    await watch.stop()
    expect(time.timerCount()).toBe(0)
  })

  it('does not count its sleep as quiet time: a copy that it interrupted goes on', async () => {
    const time = fakeTime()
    const settled: ListedFile[] = []
    let file: ListedFile = { path: 'a.jpg', sizeBytes: 1, modifiedAtMs: 1, fileKey: '1:1' }
    const settler = createSettler({
      quietMs: () => 2_000,
      clock: time.clock,
      timers: time.timers,
      stat: () => Promise.resolve(file),
      onSettled: (batch) => void settled.push(...batch),
      onVanished: () => undefined,
      onStillChanging: () => undefined,
      onFailure: () => undefined,
    })
    settler.offer(file)
    time.sleep(hourMs, true)
    await time.pass(1_999)
    expect(settled).toEqual([])
    file = { ...file, sizeBytes: 2 }
    await time.pass(2_000)
    expect(settled).toEqual([])
    await time.pass(2_000)
    expect(settled).toEqual([file])
  })
})

type Time = ReturnType<typeof fakeTime>
