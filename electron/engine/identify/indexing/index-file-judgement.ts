import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import type { IndexFile, IndexRow } from '../../../shared/records.ts'
import { sayValues } from './row-words.ts'

/** All of some rows, by their number, and the first few of them. */
export interface RowSample<Row> {
  readonly count: number
  readonly rows: readonly Row[]
}

type NamedRow = Pick<IndexRow, 'rowNumber' | 'file'>

export interface IndexFileInputs {
  readonly kind: IndexFile['kind']
  /** Rows whose scan did not come in time. */
  readonly overdue: RowSample<NamedRow>
  readonly malformed: RowSample<NamedRow & Pick<IndexRow, 'problem'>>
  /** Rows that say something else than when a scan was read with them, as they are now. */
  readonly changedAfterUse: RowSample<
    NamedRow & Pick<IndexRow, 'entityId' | 'mediaType' | 'fields' | 'itemId'>
  >
  /** Why it is no table; null for one that was read to its end. */
  readonly unreadable: Sentence | null
}

/** Evidence names so many rows, and says how many more there are. */
const maxNamed = 10

/** What is to be said about an index file itself; nothing while all is well. */
export function judgeIndexFile({
  kind,
  overdue,
  malformed,
  changedAfterUse,
  unreadable,
}: IndexFileInputs): Finding[] {
  const place = ({ rowNumber, file }: NamedRow) => ({ line: kind === 'sidecar' ? null : rowNumber, file })
  const items = changedAfterUse.rows.flatMap(({ itemId }) => (itemId === null ? [] : [itemId]))
  return [
    ...(unreadable === null ? [] : [finding('index_unreadable', unreadable)]),
    ...listed('index_row_malformed', malformed, ({ problem, ...row }) =>
      problem === null ? say('row', place(row)) : say('row_with_problem', { ...place(row), problem }),
    ),
    ...listed('index_row_without_file', overdue, (row) => say('row', place(row))),
    ...listed('index_row_changed', changedAfterUse, (row) =>
      say('row_now_says', { ...place(row), values: sayValues(row) }),
    ).map((each) => (items.length > 0 ? { ...each, itemIds: [...new Set(items)].slice(0, maxNamed) } : each)),
  ]
}

function listed<Row>(
  code: Finding['code'],
  { count, rows }: RowSample<Row>,
  tell: (row: Row) => Sentence,
): Finding[] {
  if (count === 0) return []
  const named = rows.slice(0, maxNamed).map(tell)
  return [finding(code, say('rows_listed', { rows: named, more: count - named.length }))]
}

/** What an index file has come to, while all is well: `Index file: 200 rows, 200 scans found.` */
export function describeIndexFile({
  kind,
  rowCount,
  matchedCount,
  waitingCount,
}: Pick<IndexFile, 'kind' | 'rowCount' | 'matchedCount' | 'waitingCount'>): Sentence {
  if (kind === 'sidecar') return matchedCount > 0 ? say('sidecar_matched') : say('sidecar_waits')
  return say('index_account', { rowCount, matched: matchedCount, waiting: waitingCount })
}
