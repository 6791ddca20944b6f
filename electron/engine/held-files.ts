import type { Finding } from '../shared/finding-codes.ts'
import type { Ledger } from './ledger/ledger.ts'
import { neverFinished, stillChanging } from './never-finished.ts'
import type { StillChanging } from './watch/settler.ts'

export interface HeldFilesOptions {
  readonly folderId: string
  readonly ledger: Pick<Ledger, 'recordStillChanging' | 'recordUnreadable' | 'list'>
  /** A file that was not quiet for so long is held. */
  readonly neverQuietMs: number
  now(): number
  onItemsChanged(itemIds: readonly number[]): void
}

/** Files of one folder that nobody could look into yet. Paths are relative to the folder. */
export interface HeldFiles {
  /** Holds a file, with what is wrong, until somebody can look into it. */
  hold(path: string, why: Finding): Promise<void>
  /** Says that files are still waited for. */
  markStillChanging(paths: readonly string[]): Promise<void>
  /** The same of files that change or are held open, and holds those that were waited for too long. */
  recordStillChanging(batch: readonly StillChanging[]): Promise<void>
  /** Holds the files whose names have called them unfinished for too long: such a name may be left behind for good. */
  holdNeverFinished(): Promise<void>
}

export function createHeldFiles(options: HeldFilesOptions): HeldFiles {
  const { folderId, ledger, neverQuietMs, now } = options

  const hold = async (path: string, why: Finding): Promise<void> => {
    options.onItemsChanged(await ledger.recordUnreadable(folderId, path, why, now()))
  }

  const markStillChanging = async (paths: readonly string[]): Promise<void> => {
    options.onItemsChanged(await ledger.recordStillChanging(folderId, paths, now()))
  }

  return {
    hold,
    markStillChanging,
    async recordStillChanging(batch) {
      await markStillChanging(batch.map(({ file }) => file.path))
      for (const one of batch)
        if (one.waitingForMs >= neverQuietMs) await hold(one.file.path, stillChanging(one, now()))
    },
    async holdNeverFinished() {
      for (const { path, why } of await neverFinished(ledger, folderId, neverQuietMs, now()))
        await hold(path, why)
    },
  }
}
