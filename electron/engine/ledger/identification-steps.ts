import type { Sentence } from '../../shared/sentences/told.ts'
import type { FileFamilyId } from '../../shared/file-families.ts'
import { inEnglishAlone } from '../../shared/finding-codes.ts'
import type { Finding } from '../../shared/finding-codes.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { Fields, RecordedReading } from '../../shared/readings.ts'
import type { Item, WaitsFor } from '../../shared/records.ts'
import { writeStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { grantReading } from './gap-mark.ts'
import type { IndexRowUses, UsedRow } from './index-row-uses.ts'
import type { ItemRow, SettableColumns } from './item-record.ts'
import { wayTo } from './item-route.ts'
import { engineActor } from './item-rows.ts'
import type { ItemRows } from './item-rows.ts'
import { retireItem, unreadStates } from './retirement.ts'
import { reasonColumns } from './told-columns.ts'

/** Where identification sends an item. */
export type Route = 'identified' | 'needs_attention' | 'awaiting_review' | 'approved' | 'ignored'

/** What a name, an index and a content were found to mean. */
export interface Reading {
  readonly entityId: string | null
  readonly mediaType: string | null
  readonly fields: Fields
  /** Who gave the values; null where nobody did. */
  readonly readBy: Item['readBy']
  readonly ruleId: string | null
  readonly ruleVersion: number | null
  /** How the values came about. */
  readonly reading: RecordedReading | null
  readonly waitsFor: WaitsFor | null
  /** When the item is to be looked at again; null: not by itself. */
  readonly waitsUntilMs: number | null
  /** The rejected item that this one is the new scan of. Null keeps what was found before. */
  readonly rescanOf: number | null
  /** The rows of index files that were heeded, whether they gave the values or not. */
  readonly usedRows?: readonly UsedRow[]
  readonly findings: readonly Finding[]
  readonly route: Route
}

/** What was found out about one settled file. `path` is relative to its watched folder. */
export interface IdentifiedFile extends Reading {
  readonly path: string
  readonly fileKey: string
  readonly sizeBytes: number
  readonly modifiedAtMs: number
  readonly sha256: string
  readonly family: FileFamilyId | null
  readonly role: Item['role']
  /** The item whose pages were split, where this file is one of them. */
  readonly splitFrom?: number | null
  /** For a file that is routed to `ignored`. */
  readonly ignoredBecause: Sentence | null
}

/** A new reading of an item whose content is known. */
export interface ReadAgain extends Reading {
  readonly itemId: number
  readonly revision: number
  /** Absent: as before. A file becomes an index file when the settings come to call it one. */
  readonly role?: Item['role']
  readonly ignoredBecause?: Sentence | null
}

export interface IdentificationSteps {
  /** Records what settled files are and where they go. New content at an old path becomes a new item. */
  recordIdentified(folderId: string, files: readonly IdentifiedFile[], atMs: number): Promise<number[]>
  /** Holds a file that cannot be read, with the finding, until it can. */
  recordUnreadable(folderId: string, path: string, finding: Finding, atMs: number): Promise<number[]>
  /**
   * Moves items on after rules, an index or the time have changed. Left alone are items that changed since
   * `revision`, that are sent or rejected, and those that a person corrected, unless the reading is of the person's
   * own values (`readBy` is `person`): then values and their history stay, and findings and state are renewed.
   */
  recordReadAgain(readings: readonly ReadAgain[], atMs: number): Promise<number[]>
}

/** The steps by which identification's results enter the ledger. Each is one transaction. */
export function createIdentificationSteps(
  connection: Connection,
  rows: ItemRows,
  uses: IndexRowUses,
): IdentificationSteps {
  const touch = connection.prepare<[number, number, string, number]>(
    'UPDATE items SET size_bytes = ?, modified_at_ms = ?, file_key = ? WHERE id = ?',
  )
  const answer = connection.prepare<[number]>(
    `UPDATE items SET rescan_state = 'answered' WHERE id = ? AND rescan_state IN ('asked', 'slip_written')`,
  )
  const pageIsItem = connection.prepare<[string, string, string]>(
    'DELETE FROM split_pages WHERE folder_id = ? AND path = ? AND sha256 = ?',
  )
  const step = <Result>(work: () => Result): Promise<Result> => writeStep(connection, work)

  /** What a reading settles beside its item: the request that it answers, the rows that found their scan. */
  const settled = ({ id }: ItemRow, { rescanOf, usedRows = [] }: Reading): number => {
    // The event of the new scan tells which request it answers.
    if (rescanOf !== null) answer.run(rescanOf)
    uses.use(id, usedRows)
    return id
  }

  const recordOne = (folderId: string, file: IdentifiedFile, atMs: number): number[] => {
    const current = rows.findCurrent(folderId, file.path)
    if (current === undefined) return []
    // What a person rejected unread stays rejected: its content is that of a new item.
    const isNeverRead = current.sha256 === null && current.state !== 'rejected'
    pageIsItem.run(folderId, file.path, file.sha256)
    if (unreadStates.has(current.state) || isNeverRead) {
      return [settled(identify(rows, current, file, atMs), file)]
    }
    if (current.sha256 === file.sha256) {
      // The time stamp or the file key changed and nothing else: no event in the life of the item.
      touch.run(file.sizeBytes, file.modifiedAtMs, file.fileKey, current.id)
      return current.read_path === current.path ? [] : [settled(readAgain(rows, current, file, atMs), file)]
    }
    retireItem(rows, current, atMs)
    const fresh = rows.insert({ ...file, folderId, atMs, replaces: current.id })
    return [current.id, settled(identify(rows, fresh, file, atMs), file)]
  }

  return {
    recordIdentified: (folderId, files, atMs) =>
      step(() => files.flatMap((file) => recordOne(folderId, file, atMs))),
    recordUnreadable: (folderId, path, finding, atMs) =>
      step(() => {
        const row = rows.findCurrent(folderId, path)
        if (row === undefined || !unreadStates.has(row.state)) return []
        rows.change(row, {
          kind: 'item.identified',
          actor: engineActor,
          atMs,
          via: 'identified',
          to: 'needs_attention',
          set: { findings: JSON.stringify([finding]) },
          data: { findings: inEnglishAlone([finding]) },
        })
        return [row.id]
      }),
    recordReadAgain: (readings, atMs) =>
      step(() =>
        readings.flatMap((reading) => {
          const row = rows.find(reading.itemId)
          if (row?.revision !== reading.revision || isHeld(row, reading)) return []
          return [settled(readAgain(rows, row, reading, atMs), reading)]
        }),
      ),
  }
}

function identify(rows: ItemRows, row: ItemRow, file: IdentifiedFile, atMs: number): ItemRow {
  const granted = grantReading(row, file, row.sha256 === file.sha256)
  const passing = unreadStates.has(row.state) && granted.to !== 'identified'
  return rows.change(row, {
    kind: 'item.identified',
    actor: engineActor,
    atMs,
    // A file that could not be read at first is already past `identified`.
    ...(passing ? { via: 'identified' as const, to: granted.to } : wayTo(row.state, granted.to)),
    set: {
      gap_check: granted.gapCheck,
      size_bytes: file.sizeBytes,
      modified_at_ms: file.modifiedAtMs,
      file_key: file.fileKey,
      sha256: file.sha256,
      family: file.family,
      role: file.role,
      split_from: file.splitFrom ?? row.split_from,
      repair: repairAfter(row, file),
      ...reasonColumns(file.ignoredBecause),
      ...readingColumns(row, file),
    },
    data: {
      ...toldOf(file),
      sizeBytes: file.sizeBytes,
      ...(file.splitFrom === undefined || file.splitFrom === null ? {} : { splitFrom: file.splitFrom }),
    },
  })
}

function readAgain(rows: ItemRows, row: ItemRow, reading: AnyReading, atMs: number): ItemRow {
  const held = isHeld(row, reading)
  const granted = grantReading(row, reading, true)
  return rows.change(row, {
    kind: 'item.identified',
    actor: engineActor,
    atMs,
    ...(held ? {} : wayTo(row.state, granted.to)),
    set: held
      ? { read_path: row.path }
      : {
          ...roleColumns(row, reading),
          ...readingColumns(row, reading),
          gap_check: granted.gapCheck,
          repair: repairAfter(row, { ...reading, sha256: row.sha256 }),
        },
    data: { ...toldOf(reading), readAgain: true },
  })
}

/** A smaller form goes with the content that it was made of, and where the content is held as too large again. */
function repairAfter(
  { repair, sha256 }: ItemRow,
  file: Pick<IdentifiedFile, 'findings'> & { readonly sha256: string | null },
): string | null {
  const isKept = sha256 === file.sha256 && !file.findings.some(({ code }) => code === 'too_large')
  return isKept ? repair : null
}

type AnyReading = Reading & Pick<ReadAgain, 'role' | 'ignoredBecause'>

/** A person's correction outlives a new reading; and what was sent or decided is not read again. */
function isHeld(row: ItemRow, reading: Reading): boolean {
  const open = rereadable.has(row.state) || (row.state === 'ignored' && row.role === 'index')
  return !open || (row.read_by === 'person' && reading.readBy !== 'person')
}

const rereadable: ReadonlySet<ItemState> = new Set([
  'identified',
  'needs_attention',
  'awaiting_review',
  'approved',
  'retry_wait',
  'failed',
])

/** The reason of a scan is a person's; that of an index file says why it needs nobody. */
function roleColumns(row: ItemRow, { role = row.role, ignoredBecause = null }: AnyReading): SettableColumns {
  return role === 'index' || row.role === 'index' ? { role, ...reasonColumns(ignoredBecause) } : {}
}

function readingColumns(row: ItemRow, reading: Reading): SettableColumns {
  const corrected = reading.readBy === 'person' && row.read_by === 'person'
  return {
    read_path: row.path,
    ...(corrected ? {} : valueColumns(reading)),
    waits_for: reading.waitsFor,
    waits_until_ms: reading.waitsUntilMs,
    rescan_of: reading.rescanOf ?? row.rescan_of,
    findings: JSON.stringify(reading.findings),
  }
}

function valueColumns(reading: Reading): SettableColumns {
  return {
    entity_id: reading.entityId,
    media_type: reading.mediaType,
    fields: JSON.stringify(reading.fields),
    read_by: reading.readBy,
    rule_id: reading.ruleId,
    rule_version: reading.ruleVersion,
    reading: reading.reading === null ? null : JSON.stringify(reading.reading),
  }
}

/** What the audit event tells of a reading, besides the values, which every event tells. */
function toldOf(reading: Reading): Readonly<Record<string, unknown>> {
  return {
    findings: inEnglishAlone(reading.findings),
    readBy: reading.readBy,
    ruleId: reading.ruleId,
    ruleVersion: reading.ruleVersion,
    ...(reading.reading?.source === 'index'
      ? { indexPath: reading.reading.indexPath, indexRow: reading.reading.indexRow }
      : {}),
    ...(reading.waitsFor === null ? {} : { waitsFor: reading.waitsFor, waitsUntilMs: reading.waitsUntilMs }),
    ...(reading.rescanOf === null ? {} : { rescanOf: reading.rescanOf }),
  }
}
