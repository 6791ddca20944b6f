import { folderSchema } from '../shared/settings/folder.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { Settings } from '../shared/settings/settings.ts'
import type { Item } from '../shared/records.ts'
import { createAutomaticRepairs } from './automatic-repairs.ts'
import type { AutomaticRepairs } from './automatic-repairs.ts'
import type { ItemDesk } from './item-desk.ts'
import { folderPaths } from './item-location.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'
import { createRepairForms } from './media/repair/repair-forms.ts'
import { createRepairs } from './media/repair/repairs.ts'
import { createPageSplitting } from './page-splitting.ts'
import type { PageSplitting } from './page-splitting.ts'
import { createRepairDesk } from './repair-desk.ts'
import type { RepairDesk } from './repair-desk.ts'

export interface RepairPartsOptions extends Pick<ItemDesk, 'identifier' | 'readingAgain'> {
  readonly ledger: Ledger
  /** The ledger's file; the forms of its pictures lie beside it. */
  readonly ledgerFile: string
  readonly settings: Settings
  readonly folders: readonly FolderSettings[]
  /** The built or plain file of `preview-worker.ts`; absent where nothing can decode pictures. */
  readonly pictureWorker: URL | string | undefined
  readonly log: Log
  locate(item: Item): Promise<string>
  now(): number
  onItemsChanged(itemIds: readonly number[]): void
}

/** All that makes pictures of one ledger smaller. */
export interface RepairParts {
  readonly repairs: RepairDesk
  readonly splitting: PageSplitting
  readonly automatic: AutomaticRepairs
  /** The bytes of a form; undefined where it is gone or altered. */
  readForm(sha256: string): Promise<Uint8Array | undefined>
  stop(): Promise<void>
}

/** Beyond what is still to be sent. */
const maxFormBytes = 500_000_000

export function openRepairParts(options: RepairPartsOptions): RepairParts {
  const { ledger, folders, log, now, pictureWorker } = options
  const limitBytes = options.settings.intake.maxFileSizeBytes
  const forms = createRepairForms(`${options.ledgerFile}.repairs`, maxFormBytes)
  const repairs =
    pictureWorker === undefined
      ? undefined
      : createRepairs({ forms, workerFile: pictureWorker, limitBytes, held: () => ledger.heldForms() })
  const splitting = createPageSplitting({
    ledger,
    forms,
    log,
    now,
    folderPath: folderPaths(ledger, folders),
  })
  const desk = createRepairDesk({
    ledger,
    identifier: options.identifier,
    forms,
    repairs,
    splitting,
    limitBytes,
    folder: (folderId) =>
      folders.find(({ id }) => id === folderId) ?? folderSchema.parse({ id: folderId, path: '/' }),
    locate: (item) => options.locate(item),
    now,
  })
  const automatic = createAutomaticRepairs({
    ledger,
    desk,
    readingAgain: options.readingAgain,
    log,
    onItemsChanged: (itemIds) => {
      options.onItemsChanged(itemIds)
    },
  })
  return {
    repairs: desk,
    splitting,
    automatic,
    readForm: (sha256) => forms.read(sha256),
    async stop() {
      // A search that is running is cut off, or the end would wait for it.
      await repairs?.stop()
      await automatic.stop()
    },
  }
}
