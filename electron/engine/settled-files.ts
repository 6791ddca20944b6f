import { IntrayError } from '../shared/error-codes.ts'
import { finding } from '../shared/finding-codes.ts'
import { asSentence } from '../shared/sentences/say.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { AbsentFiles } from './absent-files.ts'
import type { BlankLooks } from './blank-looks.ts'
import { roundsByContent } from './content-rounds.ts'
import type { HeldFiles } from './held-files.ts'
import type { Identifier, InspectedFile, SettledFile } from './identification.ts'
import type { IndexDesk } from './index-desk.ts'
import type { IdentifiedFile } from './ledger/identification-steps.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { RescanSlips } from './rescan-slips.ts'
import type { UnfinishedFiles } from './unfinished-files.ts'
import { lookAtFile } from './watch/entry-look.ts'

export interface SettledFilesOptions {
  readonly folder: FolderSettings
  readonly ledger: Pick<Ledger, 'recordIdentified' | 'getItem'>
  readonly identifier: Identifier
  readonly indexes: Pick<IndexDesk, 'isIndex' | 'read'>
  readonly unfinished: UnfinishedFiles
  readonly held: Pick<HeldFiles, 'hold' | 'markStillChanging'>
  readonly absent: Pick<AbsentFiles, 'record'>
  readonly slips: Pick<RescanSlips, 'remove'>
  /** Absent where nothing can decode pictures. */
  readonly blankLooks?: BlankLooks | undefined
  /** Where a file of the folder is. */
  locate(path: string): string
  now(): number
  /** Looks at a file now; null when it is gone. */
  look(path: string): Promise<SettledFile | null>
  /** The file changed: it must be quiet once more. */
  offer(file: SettledFile): void
  /** The file seems unfinished: it must be quiet for long. */
  offerLater(file: SettledFile): void
  onItemsChanged(itemIds: readonly number[]): void
  /** Files have become items, with values or without. */
  onIdentified(files: readonly IdentifiedFile[]): void
  onStatusChanged(): void
}

/** Takes quiet files of one folder into the ledger, with what they are and whose. */
export interface SettledFiles {
  lookInto(files: readonly SettledFile[]): Promise<void>
  /** What an index file is; null where it cannot be looked into now. */
  inspectIndex(path: string): Promise<InspectedFile | null>
}

export function createSettledFiles(options: SettledFilesOptions): SettledFiles {
  const { folder, ledger, identifier, indexes, unfinished, held, absent, now } = options
  const locate = (path: string): string => options.locate(path)

  const lookAgainLater = async (files: readonly InspectedFile[]): Promise<void> => {
    if (files.length === 0) return
    for (const file of files) options.offerLater(file)
    await held.markStillChanging(files.map((file) => file.path))
  }

  /** One round after the other, so that each file sees the one before it as a duplicate. */
  const recordInspected = async (files: readonly InspectedFile[]): Promise<void> => {
    for (const round of roundsByContent(files)) {
      const identified = await identifier.identify(folder, round)
      options.onItemsChanged(await ledger.recordIdentified(folder.id, identified, now()))
      await removeSlips(identified)
      options.onIdentified(identified)
    }
  }

  /** The new scan is here: the slip that asked for it has done its work. */
  const removeSlips = async (files: readonly IdentifiedFile[]): Promise<void> => {
    for (const { rescanOf } of files) {
      if (rescanOf === null) continue
      const { rescanSlip } = await ledger.getItem(rescanOf)
      if (rescanSlip !== null) await options.slips.remove(folder.id, rescanSlip)
    }
  }

  /** An index file that changes or vanishes while it is read comes again by itself. */
  const readIndex = async (file: InspectedFile): Promise<void> => {
    try {
      await indexes.read(file)
    } catch (error) {
      if (!isSystemError(error)) throw error
      const failure = new IntrayError('file_unreadable', error.code, { cause: error })
      await recordFailedLook(file.path, failure, [file])
    }
  }

  const recordFailedLook = async (
    path: string,
    error: IntrayError,
    files: readonly SettledFile[],
  ): Promise<void> => {
    unfinished.forget(path)
    if (error.code === 'file_missing') return absent.record([path])
    if (error.code === 'content_changed') {
      const file = files.find((one) => one.path === path)
      const present = await options.look(path).catch(() => file ?? null)
      if (present !== null) options.offer(present)
      return
    }
    await held.hold(path, finding('unreadable', asSentence({ words: error.detail, said: error.said })))
  }

  return {
    async lookInto(files) {
      // Where a person sees every scan, nobody waits for pictures to be decoded.
      const measure = folder.policy !== 'review_everything'
      const looks = await identifier.inspect(files, locate, measure)
      const inspected: InspectedFile[] = []
      for (const look of looks) {
        if (look.kind === 'inspected') inspected.push(look.file)
        else await recordFailedLook(look.path, look.error, files)
      }
      inspected.sort((one, other) => (one.path < other.path ? -1 : 1))
      // Rows first, so that scans which came together with their index find them.
      for (const file of inspected) if (indexes.isIndex(file.path)) await readIndex(file)
      const { certain, doubtful } = unfinished.part(inspected.filter((file) => !indexes.isIndex(file.path)))
      await lookAgainLater(doubtful)
      await recordInspected(certain)
      if (!measure) options.blankLooks?.want(folder, certain, locate)
      options.onStatusChanged()
    },
    async inspectIndex(path) {
      const file = await lookAtFile(folder.path, path).catch(() => null)
      if (file === null) return null
      const [look] = await identifier.inspect([file], locate, false)
      return look?.kind === 'inspected' ? look.file : null
    },
  }
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
