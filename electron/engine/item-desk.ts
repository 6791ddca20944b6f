import type { RulesProgress } from '../shared/readings.ts'
import type { RulesDefinition } from '../shared/rules.ts'
import { folderSchema } from '../shared/settings/folder.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { Settings } from '../shared/settings/settings.ts'
import { createIdentifier } from './identification.ts'
import type { Identifier } from './identification.ts'
import { folderPaths } from './item-location.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'
import type { BlankCheck } from './media/blank-check.ts'
import { createPageRemoval } from './page-removal.ts'
import type { PageRemoval } from './page-removal.ts'
import { createReadingAgain } from './reading-again.ts'
import type { ReadingAgain } from './reading-again.ts'
import { createRescanSlips } from './rescan-slips.ts'
import type { RescanSlips } from './rescan-slips.ts'
import { createReviewPolicies } from './review-policies.ts'
import type { ReviewPolicies } from './review-policies.ts'
import { rescanSlip } from './review/rescan-slip.ts'
import type { RuleBook } from './rule-book.ts'
import { createRulesDesk } from './rules-desk.ts'
import type { RulesDesk } from './rules-desk.ts'

export interface ItemDeskOptions {
  readonly ledger: Ledger
  readonly settings: Settings
  /** The folders that are watched now. */
  readonly folders: readonly FolderSettings[]
  readonly book: RuleBook
  readonly log: Log
  /** False where a running engine does it: the `intray` command only tells the ledger of new rules. */
  readonly readsAgain: boolean
  readonly blankCheck?: BlankCheck | undefined
  /** Who decides. */
  actor(): Promise<string>
  now(): number
  /** Makes rules a part of the settings. Throws IntrayError. */
  keepRules(definition: RulesDefinition): Promise<void>
  onItemsChanged(itemIds: readonly number[]): void
  onRulesProgress(progress: RulesProgress): void
}

/** What reads, judges and re-reads items. A running engine has one, and so has each `intray` command. */
export interface ItemDesk {
  readonly identifier: Identifier
  readonly readingAgain: ReadingAgain
  readonly slips: RescanSlips
  readonly pages: PageRemoval
  readonly policies: ReviewPolicies
  readonly rules: RulesDesk
}

export function createItemDesk(options: ItemDeskOptions): ItemDesk {
  const { ledger, settings, folders, book, log, now } = options
  const folderOf = (folderId: string): FolderSettings =>
    folders.find(({ id }) => id === folderId) ?? unwatchedFolder(folderId)
  const identifier = createIdentifier({
    ledger,
    settings,
    rules: () => book.inUse(),
    folder: folderOf,
    blankCheck: options.blankCheck,
    now,
  })
  const readingAgain = createReadingAgain({
    ledger,
    identifier,
    folders,
    log,
    rules: () => book.inUse(),
    now,
    onItemsChanged: (itemIds) => {
      options.onItemsChanged(itemIds)
    },
    onProgress: (progress) => {
      options.onRulesProgress(progress)
    },
  })
  const folderPath = folderPaths(ledger, folders)
  const pages = createPageRemoval({ ledger, log, folderPath, now })
  const slips = createRescanSlips({
    ledger,
    log,
    folderPath,
    slipFor: async (item) =>
      rescanSlip({
        item,
        folderName: item.folderId,
        reason: item.reason ?? '',
        operator: await options.actor(),
        atMs: now(),
        findings: item.findings,
      }),
    now,
  })
  const rules = createRulesDesk({
    ledger,
    book,
    actor: () => options.actor(),
    now,
    keep: (definition) => options.keepRules(definition),
    readAgain: () => {
      if (options.readsAgain) readingAgain.beginReadAll()
      return Promise.resolve()
    },
  })
  const policies = createReviewPolicies({
    settings,
    folderOf,
    resolveMediaType: (text) => identifier.resolveMediaType(text),
  })
  return { identifier, readingAgain, slips, pages, policies, rules }
}

/** The settings of a folder that is watched no more: those of a new one. Its items can still be decided on. */
function unwatchedFolder(folderId: string): FolderSettings {
  return folderSchema.parse({ id: folderId, path: '/' })
}
