import type { Ledger } from './ledger/ledger.ts'
import { isGone } from './listed-files.ts'
import type { ComparisonResult } from './watch/comparison-result.ts'

export interface AbsentFilesOptions {
  readonly folderId: string
  readonly ledger: Pick<
    Ledger,
    'recordMissing' | 'waitingPaths' | 'unaccountedPaths' | 'readFact' | 'writeFact'
  >
  locate(path: string): string
  now(): number
  onItemsChanged(itemIds: readonly number[]): void
}

/** Tells the ledger of files that are gone. Paths are relative to the folder. */
export interface AbsentFiles {
  /** Records those of the paths at which there is certainly nothing. */
  record(paths: readonly string[]): Promise<void>
  /** As `record`, for all waiting files at these paths and below them. */
  recordBelow(paths: readonly string[]): Promise<void>
  /** Whether a complete comparison read another folder than the one before it: what it did not find is not missing. */
  isElsewhere(result: ComparisonResult, found: ReadonlySet<string>): Promise<boolean>
  /** Records the waiting files that a complete comparison did not find. */
  recordUnfound(found: ReadonlySet<string>): Promise<void>
  /**
   * How many of the files that were found have no row. A file that was renamed while the comparison ran is at another
   * path by now, and accounted for there.
   */
  countUnaccounted(found: ReadonlySet<string>): Promise<number>
}

export function createAbsentFiles(options: AbsentFilesOptions): AbsentFiles {
  const { folderId, ledger, locate } = options

  const record = async (paths: readonly string[]): Promise<void> => {
    const gone: string[] = []
    for (const path of paths) if (await isGone(locate(path))) gone.push(path)
    if (gone.length === 0) return
    options.onItemsChanged(await ledger.recordMissing(folderId, gone, options.now()))
  }

  return {
    record,
    async recordBelow(paths) {
      for (const path of paths) await record(await ledger.waitingPaths(folderId, path))
    },
    /**
     * A share that is not mounted looks like an empty folder on another device, or like one with a stray file. On some
     * systems a share has another number after each mount; then most of its files are there.
     */
    async isElsewhere({ rootKey }, found) {
      const fact = `folder_device:${folderId}`
      const device = rootKey?.split(':')[0] ?? ''
      const before = await ledger.readFact(fact)
      if (before === device) return false
      const waiting = await ledger.waitingPaths(folderId)
      const presentCount = waiting.filter((path) => found.has(path)).length
      if (before !== null && 2 * presentCount < waiting.length) return true
      await ledger.writeFact(fact, device)
      return false
    },
    async recordUnfound(found) {
      await record((await ledger.waitingPaths(folderId)).filter((path) => !found.has(path)))
    },
    async countUnaccounted(found) {
      let count = 0
      for (const path of await ledger.unaccountedPaths(folderId, [...found])) {
        if (!(await isGone(locate(path)))) count += 1
      }
      return count
    },
  }
}
