import type { Finding } from '../shared/finding-codes.ts'
import type { IndexFile, IndexRow, Item } from '../shared/records.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { InspectedFile } from './identification.ts'
import { fileKey, stemKey } from './identify/indexing/file-key.ts'
import { describeIndexFile, judgeIndexFile } from './identify/indexing/index-file-judgement.ts'
import { isIndexName, sidecarOf } from './identify/indexing/index-name.ts'
import type { ReadSide } from './identify/indexing/side-words.ts'
import { applySeverities } from './identify/judgement/severities.ts'
import { readIndexFile } from './index-reading.ts'
import type { IndexOutcome } from './index-reading.ts'
import type { Reading } from './ledger/identification-steps.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { LedgerName } from './ledger/name-queries.ts'
import type { ReadingAgain } from './reading-again.ts'
import { say } from '../shared/sentences/say.ts'

export interface IndexDeskOptions {
  readonly folder: FolderSettings
  readonly ledger: Ledger
  readonly readingAgain: Pick<ReadingAgain, 'readItems'>
  /** What a word for a side of a document means, with the organisation's own words. */
  readonly readSide: ReadSide
  /** Where a file of the folder is. */
  locate(path: string): string
  now(): number
  onItemsChanged(itemIds: readonly number[]): void
}

/** The index files of one watched folder: they are read row by row, and their rows wait for scans. */
export interface IndexDesk {
  /** Whether a path, by its name alone, is an index file. */
  isIndex(path: string): boolean
  /** Reads an index file that is quiet. Rejects when the file cannot be read to its end. */
  read(file: InspectedFile): Promise<void>
  /** Reads index files again where the folder's index settings have changed since that was last done. */
  readAfterChange(look: (path: string) => Promise<InspectedFile | null>): Promise<void>
  /** Forgets the rows of index files that are not among the files of a complete listing. */
  forgetAbsent(present: ReadonlySet<string>): Promise<void>
  /** Says so of rows whose scans did not come in time, and no longer where they came. */
  lookAtWaits(): Promise<void>
}

/** A person reads about a few rows; how many there are is told by a number. */
const shownRows = 10
/** Looking at the waits of a million rows takes a while: it may take this share of the engine's time. */
const shareOfTime = 0.02
const shortestPauseMs = 1_000

export function createIndexDesk(options: IndexDeskOptions): IndexDesk {
  const { folder, ledger, now } = options
  const { index: settings } = folder
  const usesIndexes = settings.files.length > 0 || settings.sidecars.length > 0
  let nextLookMs = 0

  /** The item first, so that the file is accounted for whatever its rows are like. */
  const recordItem = async ({ inspection, ...file }: InspectedFile): Promise<Item> => {
    const { sha256 } = inspection
    const ids = await ledger.recordIdentified(
      folder.id,
      [
        {
          ...file,
          ...indexReading([]),
          sha256,
          family: null,
          role: 'index',
          ignoredBecause: say('index_file'),
        },
      ],
      now(),
    )
    options.onItemsChanged(ids)
    const item = await ledger.findItem(folder.id, file.path)
    if (item === null) throw new Error('an index file has no item')
    if (item.role === 'index') return item
    // It was taken for a scan before its name was that of an index file.
    const { id: itemId, revision } = item
    const again = {
      ...indexReading([]),
      itemId,
      revision,
      role: 'index',
      ignoredBecause: say('index_file'),
    } as const
    options.onItemsChanged(await ledger.recordReadAgain([again], now()))
    return ledger.getItem(itemId)
  }

  /** What an earlier reading found of rows that changed, or of the file itself, holds until the next reading. */
  const judge = async (file: IndexFile, item: Item, outcome: IndexOutcome | null): Promise<void> => {
    const { path, kind } = file
    const overdue = await ledger.overdueIndexRows(folder.id, path, now() - settings.waitMs, shownRows)
    const malformed = await ledger.malformedIndexRows(folder.id, path, shownRows)
    const changed = outcome === null ? [] : await ofDecided(outcome.changedAfterUse)
    const judged = judgeIndexFile({
      kind,
      overdue,
      malformed,
      changedAfterUse: { rows: changed, count: changed.length },
      unreadable: outcome?.unreadable ?? null,
    })
    const kept = outcome === null ? item.findings.filter(({ code }) => codesOfReading.has(code)) : []
    const findings = applySeverities([...kept, ...judged], folder.severities)
    const reading = indexReading(findings)
    const ignoredBecause = reading.route === 'ignored' ? describeIndexFile(file) : null
    const isSame = item.state === reading.route && item.reason === (ignoredBecause?.words ?? null)
    if (isSame && JSON.stringify(item.findings) === JSON.stringify(findings)) return
    const { id: itemId, revision } = item
    options.onItemsChanged(
      await ledger.recordReadAgain([{ ...reading, itemId, revision, role: 'index', ignoredBecause }], now()),
    )
  }

  /** A row that changed moves a waiting scan along; for one that is decided it is news for a person. */
  const ofDecided = async (rows: readonly IndexRow[]): Promise<IndexRow[]> => {
    const decided: IndexRow[] = []
    for (const row of rows) {
      if (row.itemId === null) continue
      const { state } = await ledger.getItem(row.itemId)
      if (!waitingStates.has(state)) decided.push(row)
    }
    return decided
  }

  /** Scans that wait, or are held, and whose rows came, changed or went. */
  const readScansAgain = async (keys: ReadonlySet<string> | null): Promise<void> => {
    if (keys?.size === 0) return
    const ids: number[] = []
    for await (const { itemId, path } of waitingNames()) {
      if (keys === null || keys.has(fileKey(path)) || keys.has(stemKey(path))) ids.push(itemId)
    }
    await options.readingAgain.readItems(ids)
  }

  /** The scans of this folder that wait, page by page. */
  async function* waitingNames(): AsyncGenerator<LedgerName, void, undefined> {
    for (let afterId = 0; ;) {
      const names = await ledger.waitingNames(afterId, pageSize)
      yield* names.filter(({ folderId }) => folderId === folder.id)
      const last = names.at(-1)
      if (last === undefined || names.length < pageSize) return
      afterId = last.itemId
    }
  }

  const files = async (): Promise<IndexFile[]> => {
    const listed = await ledger.listIndexFiles(now(), () => settings.waitMs)
    return listed.filter((file) => file.folderId === folder.id)
  }

  const lookAt = async (file: IndexFile, outcome: IndexOutcome | null): Promise<void> => {
    const item = await ledger.findItem(folder.id, file.path)
    if (item?.role === 'index' && item.state !== 'rejected') await judge(file, item, outcome)
  }

  const isIndex = (path: string): boolean => isIndexName(path, settings) || sidecarOf(path, settings) !== null

  const forget = async (path: string): Promise<void> => {
    const { removedFileKeys } = await ledger.forgetIndex(folder.id, path)
    await readScansAgain(new Set(removedFileKeys))
  }

  /** Index files that were read, and files that were taken for scans until the settings called them index files. */
  const pathsOfIndexes = async (): Promise<Set<string>> => {
    const paths = new Set((await files()).map(({ path }) => path))
    for await (const name of waitingNames()) if (isIndex(name.path)) paths.add(name.path)
    return paths
  }

  const read = async (file: InspectedFile): Promise<void> => {
    const item = await recordItem(file)
    const outcome = await readIndexFile({
      ledger,
      folderId: folder.id,
      path: file.path,
      absolutePath: options.locate(file.path),
      itemId: item.id,
      settings,
      readSide: options.readSide,
      now,
    })
    await ledger.matchIndexRows(folder.id, file.path, (path) => ({
      fileKey: fileKey(path),
      stemKey: stemKey(path),
    }))
    await readScansAgain(outcome.affectedKeys)
    for (const each of await files()) if (each.path === file.path) await lookAt(each, outcome)
  }

  return {
    isIndex,
    read,
    async readAfterChange(look) {
      const fact = `index_settings:${folder.id}`
      const mark = JSON.stringify(settings)
      if ((await ledger.readFact(fact)) === mark) return
      for (const path of await pathsOfIndexes()) {
        const file = isIndex(path) ? await look(path) : null
        if (file !== null) await read(file)
        else if (!isIndex(path)) await forget(path)
      }
      await ledger.writeFact(fact, mark)
    },
    async forgetAbsent(present) {
      if (!usesIndexes) return
      for (const { path } of await files()) if (!present.has(path)) await forget(path)
    },
    async lookAtWaits() {
      if (!usesIndexes || now() < nextLookMs) return
      const startedAt = performance.now()
      for (const file of await files()) await lookAt(file, null)
      nextLookMs = now() + Math.max(shortestPauseMs, (performance.now() - startedAt) / shareOfTime)
    },
  }
}

/** Findings that only reading the file can tell. */
const codesOfReading: ReadonlySet<Finding['code']> = new Set(['index_unreadable', 'index_row_changed'])
const pageSize = 1_000
const waitingStates: ReadonlySet<Item['state']> = new Set([
  'seen',
  'settling',
  'identified',
  'needs_attention',
  'awaiting_review',
])

/** An index file has findings and no values of its own. */
function indexReading(findings: readonly Finding[]): Reading {
  return {
    entityId: null,
    mediaType: null,
    fields: {},
    readBy: null,
    ruleId: null,
    ruleVersion: null,
    reading: null,
    findings,
    route: findings.length > 0 ? 'needs_attention' : 'ignored',
    waitsFor: null,
    waitsUntilMs: null,
    rescanOf: null,
  }
}
