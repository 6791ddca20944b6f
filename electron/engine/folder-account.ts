import type { FolderSettings } from '../shared/settings/folder.ts'
import type { AbsentFiles } from './absent-files.ts'
import type { HeldFiles } from './held-files.ts'
import type { InspectedFile, SettledFile } from './identification.ts'
import type { IndexDesk } from './index-desk.ts'
import type { IntakeLog } from './intake-log.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { ListedFile as DescribedFile } from './ledger/listing-steps.ts'
import { describeListing, markMoves } from './listed-files.ts'
import type { ComparisonResult } from './watch/comparison-result.ts'
import type { BatchOrigin } from './watch/folder-watch.ts'
import type { ListedBatch, ListedFile } from './watch/listed-entry.ts'

export interface FolderAccountOptions {
  readonly folder: FolderSettings
  readonly ledger: Pick<Ledger, 'recordListed' | 'unaccountedPaths' | 'findMoveCandidates'>
  /** Patterns of files that are not taken. */
  readonly ignore: readonly string[]
  readonly absent: AbsentFiles
  readonly held: Pick<HeldFiles, 'holdNeverFinished'>
  readonly indexes: Pick<IndexDesk, 'forgetAbsent' | 'readAfterChange'>
  readonly log: Pick<IntakeLog, 'compared' | 'elsewhere'>
  /** Where a file of the folder is. */
  locate(path: string): string
  now(): number
  /** Looks at a file now; null when it is gone. */
  look(path: string): Promise<ListedFile | null>
  inspectIndex(path: string): Promise<InspectedFile | null>
  /** A file is to be taken once it is quiet. */
  onToSettle(file: SettledFile): void
  onItemsChanged(itemIds: readonly number[]): void
  onStatusChanged(): void
}

/** The ledger's account of what lies in one folder: each file that was listed, and each that is gone. */
export interface FolderAccount {
  recordListing(batch: ListedBatch, origin: BatchOrigin): Promise<void>
  finishComparison(result: ComparisonResult): Promise<void>
  /** How many files of the last complete comparison have no row. */
  unaccounted(): number
  /** Whether another disk lies on the folder's path, without the files that were there. */
  isElsewhere(): boolean
}

export function createFolderAccount(options: FolderAccountOptions): FolderAccount {
  const { folder, ledger, absent, indexes, log } = options
  /** The files of the comparison that is running. */
  let listed = new Set<string>()
  let unaccounted = 0
  let isElsewhere = false

  const recordFiles = async (files: readonly DescribedFile[]): Promise<void> => {
    if (files.length === 0) return
    const outcome = await ledger.recordListed(folder.id, files, options.now())
    options.onItemsChanged(outcome.changedItemIds)
    for (const file of outcome.toSettle) options.onToSettle(file)
  }

  return {
    async recordListing(batch, origin) {
      const files = describeListing(batch, options.ignore)
      if (origin === 'comparison') for (const file of files) listed.add(file.path)
      const marked = await markMoves(ledger, folder.id, files, (path) => options.locate(path))
      await recordFiles(marked.files)
      const reused = await Promise.all(marked.reused.map((path) => options.look(path)))
      await recordFiles(
        describeListing(
          { ...batch, files: reused.filter((file) => file !== null), others: [] },
          options.ignore,
        ),
      )
      if (batch.gone.length > 0) await absent.recordBelow(batch.gone)
      options.onStatusChanged()
    },
    async finishComparison(result) {
      const found = listed
      listed = new Set()
      log.compared(result)
      await options.held.holdNeverFinished()
      if (!result.complete) return
      unaccounted = await absent.countUnaccounted(found)
      isElsewhere = await absent.isElsewhere(result, found)
      log.elsewhere(isElsewhere)
      if (isElsewhere) return
      await indexes.forgetAbsent(found)
      await indexes.readAfterChange((path) => options.inspectIndex(path))
      await absent.recordUnfound(found)
    },
    unaccounted: () => unaccounted,
    isElsewhere: () => isElsewhere,
  }
}
