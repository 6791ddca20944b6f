import { IntrayError } from '../../shared/error-codes.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { Report, ReportGroup } from '../../shared/reports.ts'
import type { ConnectionOptions } from './connection.ts'
import { localDays } from './local-days.ts'
import { readSearch } from './item-search.ts'
import { createReportSums } from './report-sums.ts'
import { allOf } from './search-clause.ts'
import type { Parameter } from './search-clause.ts'
import { planSearch } from './search-plan.ts'
import { openSnapshot } from './snapshot.ts'
import { say } from '../../shared/sentences/say.ts'

export interface ReportInput {
  /** ISO days in the computer's own time, both included. */
  readonly fromDay: string
  readonly toDay: string
  readonly by: ReportGroup
  /** An item query; empty: every item. */
  readonly text: string
}

interface ReportedRow {
  readonly id: number
  readonly first_seen_at_ms: number
  readonly state: ItemState
  readonly uploaded_at_ms: number | null
  readonly key: string | null
  readonly held: 0 | 1 | null
}

const itemsAtATime = 5_000

const keyColumns: Readonly<Record<ReportGroup, string>> = {
  // The day follows from the time.
  day: 'NULL',
  folder: 'items.folder_id',
  operator: 'item_decisions.decided_by',
  media_type: 'items.media_type',
}

const heldStates: ReadonlySet<ItemState> = new Set(['needs_attention', 'failed', 'outcome_unknown'])

/**
 * What became of the files that were first seen on these days. One moment of the ledger, read in pages with other
 * work in between. Throws `query_refused` for days the wrong way round and for a query that cannot be read.
 */
export async function readReport(
  file: string,
  options: ConnectionOptions & { readonly now: () => number },
  input: ReportInput,
): Promise<Report> {
  const { fromDay, toDay, by } = input
  if (fromDay > toDay) throw new IntrayError('query_refused', say('days_reversed'))
  const days = localDays(fromDay, toDay)
  const madeAtMs = options.now()
  const { connection, close } = openSnapshot(file, options)
  try {
    const search = readSearch(connection, { states: [], text: input.text }, madeAtMs)
    const asked = allOf(planSearch(connection, search).conditions.map(({ holds }) => holds))
    const page = connection.prepare<Parameter[], ReportedRow>(
      `SELECT items.id, items.first_seen_at_ms, items.state, items.uploaded_at_ms, ${keyColumns[by]} AS key,
         item_decisions.held
       FROM items INDEXED BY items_first_seen LEFT JOIN item_decisions ON item_decisions.item_id = items.id
       WHERE (items.first_seen_at_ms, items.id) > (?, ?) AND items.first_seen_at_ms < ? AND (${asked.sql})
       ORDER BY items.first_seen_at_ms, items.id LIMIT ?`,
    )
    const sums = createReportSums()
    const spellingOf = by === 'media_type' ? oneSpelling() : (key: string | null) => key
    let atMs = days.startMs
    let id = -1
    for (;;) {
      const rows = page.all(atMs, id, days.endMs, ...asked.parameters, itemsAtATime)
      for (const row of rows) {
        const isUploaded = row.state === 'uploaded'
        const durationMs = isUploaded ? (row.uploaded_at_ms ?? -1) - row.first_seen_at_ms : -1
        sums.add({
          itemId: row.id,
          key: by === 'day' ? days.dayOf(row.first_seen_at_ms) : spellingOf(row.key),
          isUploaded,
          isHeld: row.held === 1 || heldStates.has(row.state),
          isRejected: row.state === 'rejected',
          durationMs: durationMs < 0 ? null : durationMs,
        })
      }
      const last = rows.at(-1)
      if (last === undefined || rows.length < itemsAtATime) break
      atMs = last.first_seen_at_ms
      id = last.id
      await new Promise(setImmediate)
    }
    return { by, fromDay, toDay, ...sums.rows(by), madeAtMs }
  } finally {
    close()
  }
}

/** A search for a media type finds it whatever the case, so a report counts its spellings in one row: the first one's. */
function oneSpelling(): (key: string | null) => string | null {
  const spellings = new Map<string, string>()
  return (key) => {
    if (key === null) return null
    const known = key.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    const spelling = spellings.get(known) ?? key
    spellings.set(known, spelling)
    return spelling
  }
}
