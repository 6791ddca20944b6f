import type { Dirent } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { startFolderWatch } from '../../../electron/engine/watch/folder-watch.ts'
import type { FolderHealth } from '../../../electron/engine/watch/folder-health.ts'
import { systemFolderReader } from '../../../electron/engine/watch/folder-reader.ts'
import { patientReader } from '../../../electron/engine/watch/patient-reader.ts'
import { bigintStats } from './stats.ts'
import { fakeTime } from './fake-time.ts'

function hangingReader() {
  const time = fakeTime()
  const answers: ((entries: Dirent[]) => void)[] = []
  const reader = patientReader(
    {
      ...systemFolderReader,
      readDirectory: () => new Promise<Dirent[]>((resolve) => void answers.push(resolve)),
    },
    time.timers,
  )
  return { time, answers, reader }
}

describe('a file system that does not answer', () => {
  it('is given up after a minute, and not asked again before it has answered', async () => {
    const { time, answers, reader } = hangingReader()
    const first = reader.readDirectory('/scans').catch((thrown: unknown) => thrown)
    await time.pass(60_000)
    expect(await first).toMatchObject({ code: 'ETIMEDOUT' })
    for (let n = 0; n < 100; n += 1)
      await expect(reader.readDirectory('/scans')).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    expect(answers).toHaveLength(1)

    answers[0]?.([])
    await time.pass(0)
    const next = reader.readDirectory('/scans')
    answers[1]?.([])
    expect(await next).toEqual([])
    expect(time.timerCount()).toBe(0)
  })

  it('is no failure while it is slow', async () => {
    const { time, answers, reader } = hangingReader()
    const slow = reader.readDirectory('/scans')
    await time.pass(59_999)
    answers[0]?.([])
    expect(await slow).toEqual([])
  })
})

describe('a watched folder on a share that hangs', () => {
  it('is reported once, asked by one call at a time, and compared again when the share answers', async () => {
    const time = fakeTime()
    const folder = bigintStats({ kind: 'directory', inode: 1n })
    const hanging: (() => void)[] = []
    let isHanging = true
    const reports: FolderHealth[] = []
    const watch = startFolderWatch({
      folder: { path: '/scans', recursive: true },
      comparisonIntervalMs: 300_000,
      clock: time.clock,
      timers: time.timers,
      useEvents: false,
      reader: {
        ...systemFolderReader,
        readDirectory: () => Promise.resolve([]),
        readFolder: () =>
          isHanging
            ? new Promise((resolve) => void hanging.push(() => resolve(folder)))
            : Promise.resolve(folder),
      },
      onBatch: () => undefined,
      onComparisonDone: () => undefined,
      onHealth: (health) => void reports.push(health),
      onUnexpected: (thrown) => {
        throw thrown
      },
    })
    await time.pass(60_000)
    expect(watch.health()).toMatchObject({
      reachable: false,
      failure: { code: 'folder_unreachable', detail: 'ETIMEDOUT' },
    })
    await time.pass(3_600_000)
    expect([hanging.length, reports.length]).toEqual([1, 1])

    isHanging = false
    for (const answer of hanging) answer()
    await time.pass(60_000)
    expect(watch.health()).toMatchObject({ reachable: true, failure: null })
    await watch.stop()
    expect(time.timerCount()).toBe(0)
  })
})
