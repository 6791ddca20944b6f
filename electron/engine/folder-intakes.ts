import { aliasKey } from '../shared/media-types.ts'
import type { IndexFile } from '../shared/records.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { Settings } from '../shared/settings/settings.ts'
import type { FolderStatus } from '../shared/status.ts'
import { archiveExclusion } from './archive-exclusion.ts'
import type { AutomaticRepairs } from './automatic-repairs.ts'
import { startFolderIntake } from './folder-intake.ts'
import type { FolderIntake, FolderIntakeOptions } from './folder-intake.ts'
import { keepsArchive } from './kept-archive.ts'
import type { IdentifiedFile } from './ledger/identification-steps.ts'
import { isOwnDraft, removeDropDrafts } from './own-drafts.ts'
import type { RuleBook } from './rule-book.ts'
import type { Undo } from './undo.ts'
import { asSentence, sayAll } from '../shared/sentences/say.ts'
import type { Sentence } from '../shared/sentences/told.ts'

export interface FolderIntakesOptions extends Pick<
  FolderIntakeOptions,
  | 'ledger'
  | 'identifier'
  | 'log'
  | 'watch'
  | 'secondLookMs'
  | 'now'
  | 'readingAgain'
  | 'slips'
  | 'blankLooks'
  | 'onStatusChanged'
> {
  readonly folders: readonly FolderSettings[]
  readonly settings: Pick<Settings, 'intake'>
  readonly book: Pick<RuleBook, 'inUse'>
  readonly automaticRepairs: Pick<AutomaticRepairs, 'wantHeld'>
  onItemsChanged(folder: FolderSettings, itemIds: readonly number[]): void
  /** Files of a folder have become items, with values or without. */
  onIdentified(folder: FolderSettings, files: readonly IdentifiedFile[]): void
}

/** The intakes of all folders that are watched. */
export interface FolderIntakes {
  /** Those that have started, in the order of the settings. */
  readonly intakes: readonly FolderIntake[]
  /** Starts one after the other. `undo` gets what ends them. */
  start(undo: Undo): Promise<void>
  /** Compares a folder with the ledger now. One whose intake has not started is compared when it does. */
  compare(folderId: string): void
  /** Says so of index rows whose scans did not come in time. */
  lookAtIndexes(): Promise<void>
  /** The index files that were read last, of all folders. */
  listIndexes(): Promise<{ files: readonly IndexFile[] }>
  /** How each folder is; `whyUploadsStay` says what is wrong with putting its files away, null where all is well. */
  statuses(whyUploadsStay: (folderId: string) => Sentence | null): Omit<FolderStatus, 'counts'>[]
}

export function createFolderIntakes(options: FolderIntakesOptions): FolderIntakes {
  const { ledger, folders, settings, log, now } = options
  const intakes: FolderIntake[] = []

  const startOne = async (folder: FolderSettings): Promise<FolderIntake> => {
    // Not waited for: a share that is away answers late.
    removeDropDrafts(folder.path, ledger.id, now()).catch((error: unknown) => {
      log.error('drafts_not_removed', error)
    })
    const isArchived = await archiveExclusion(
      (await keepsArchive(ledger, folder)) ? { ...folder, afterUpload: 'archive' } : folder,
      folders,
    )
    return startFolderIntake({
      ...options,
      folder,
      intake: settings.intake,
      isExcluded: (path) => isOwnDraft(path) || isArchived(path),
      readSide: (text) => options.book.inUse().ruleSet.sides.sideByKey.get(aliasKey(text)) ?? null,
      onItemsChanged: (itemIds) => {
        options.onItemsChanged(folder, itemIds)
      },
      onIdentified: (files) => {
        options.onIdentified(folder, files)
      },
    })
  }

  return {
    intakes,
    async start(undo) {
      for (const folder of folders) {
        const intake = await startOne(folder)
        intakes.push(intake)
        undo.push(() => intake.stop())
        await options.automaticRepairs.wantHeld(folder)
      }
    },
    compare(folderId) {
      void intakes.find(({ folder }) => folder.id === folderId)?.compareNow()
    },
    async lookAtIndexes() {
      for (const intake of intakes) await intake.lookAtIndexes()
    },
    listIndexes: async () => ({
      files: await ledger.listIndexFiles(
        now(),
        (folderId) => folders.find(({ id }) => id === folderId)?.index.waitMs ?? 0,
      ),
    }),
    statuses: (whyUploadsStay) =>
      intakes.map((intake) => {
        const status = intake.status()
        const why = whyUploadsStay(status.id)
        return why === null ? status : { ...status, ...withWhy(status, why) }
      }),
  }
}

/** Beside the way in which changes are found: why uploaded files stay in the folder. */
function withWhy(
  { deliveryWords: words, deliverySaid: said }: Pick<FolderStatus, 'deliveryWords' | 'deliverySaid'>,
  why: Sentence,
): Pick<FolderStatus, 'deliveryWords' | 'deliverySaid'> {
  const both = words === '' ? why : sayAll([asSentence({ words, said }), why])
  return { deliveryWords: both.words, deliverySaid: both.said }
}
