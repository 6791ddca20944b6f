import { describe, expect, it } from 'vitest'
import { systemFolderReader } from '../../../electron/engine/watch/folder-reader.ts'
import type { FolderReader } from '../../../electron/engine/watch/folder-reader.ts'
import { bigintStats, entryNamed } from '../../unit/watch/stats.ts'
import { drainBatches } from './drained-listing.ts'
import { runningIntake } from './running-intake.ts'

const fileCount = 100_000
const perDirectory = 20_000

/** A folder of 100,000 scans in five sub-folders, whose entries are made up as they are asked for. */
function largeFolder(): { readonly reader: FolderReader; mostAtOnce(): number } {
  let asked = 0
  let most = 0
  const directories = Array.from({ length: fileCount / perDirectory }, (_, n) =>
    entryNamed(`d${String(n)}`, 'directory'),
  )
  const numberOf = (path: string) => Number(/(\d+)\.png$/.exec(path)?.[1] ?? Number.NaN)
  const reader: FolderReader = {
    ...systemFolderReader,
    readDirectory(path) {
      const directory = /\/d(\d)$/.exec(path)?.[1]
      if (directory === undefined) return Promise.resolve(directories)
      const first = Number(directory) * perDirectory
      return Promise.resolve(
        Array.from({ length: perDirectory }, (_, n) => entryNamed(`cust-${String(first + n)}.png`)),
      )
    },
    async readEntry(path) {
      most = Math.max(most, ++asked)
      await new Promise((resolve) => setImmediate(resolve))
      asked -= 1
      const number = numberOf(path)
      return bigintStats({
        kind: Number.isNaN(number) ? 'directory' : 'file',
        inode: BigInt(number + 10),
        sizeBytes: 1_000n,
        modifiedAtMs: 1_700_000_000_000n,
      })
    },
    readFolder: () => Promise.resolve(bigintStats({ kind: 'directory', inode: 1n })),
  }
  return { reader, mostAtOnce: () => most }
}

describe('a folder of 100,000 files', () => {
  it('is listed in batches of at most 1,000, with few looks at the same time and little memory', async () => {
    const { reader, mostAtOnce } = largeFolder()
    const before = process.cpuUsage()
    const heapBytes = process.memoryUsage().heapUsed
    let mostHeapBytes = 0
    let listedCount = 0
    let largest = 0
    await drainBatches('/scans', { reader }, (batch) => {
      listedCount += batch.files.length
      largest = Math.max(largest, batch.files.length)
      mostHeapBytes = Math.max(mostHeapBytes, process.memoryUsage().heapUsed - heapBytes)
    })
    expect([listedCount, largest]).toEqual([fileCount, 1_000])
    expect(mostAtOnce()).toBeLessThanOrEqual(32)
    expect(mostHeapBytes).toBeLessThan(200_000_000)
    expect(processorMs(before)).toBeLessThan(15_000)
  })

  it('is accounted for in full, and compared again without a single change', async () => {
    const { reader } = largeFolder()
    const { intake, ledger } = await runningIntake({
      reader,
      watch: false,
      // Nothing is looked into: what is compared is the folder with the ledger.
      intake: { quietMs: 3_600_000 },
    })
    expect(await intake.firstComparison).toMatchObject({ complete: true, fileCount, failure: null })
    expect(intake.backlog()).toBe(fileCount)
    expect((await ledger.countsByFolder()).get('inbox')?.seen).toBe(fileCount)
    const { eventCount } = await ledger.verify()
    const before = process.cpuUsage()
    expect(await intake.compareNow()).toMatchObject({ complete: true, fileCount })
    expect(processorMs(before)).toBeLessThan(15_000)
    expect((await ledger.verify()).eventCount).toBe(eventCount)
    expect(intake.status().unaccounted).toBe(0)
  }, 180_000)
})

/** Of this process, so that other work on the computer does not count. */
function processorMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
