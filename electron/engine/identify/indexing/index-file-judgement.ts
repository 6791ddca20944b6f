import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import type { IndexFile, IndexRow } from '../../../shared/records.ts'
import { quote } from '../evidence.ts'
import { countInWords } from './index-limits.ts'
import { valuesInWords } from './row-words.ts'

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
  /** Why it is no table, in words; null for one that was read to its end. */
  readonly unreadable: string | null
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
  const line = ({ rowNumber }: NamedRow): string => (kind === 'sidecar' ? '' : `line ${rowNumber}: `)
  const items = changedAfterUse.rows.flatMap(({ itemId }) => (itemId === null ? [] : [itemId]))
  return [
    ...(unreadable === null ? [] : [finding('index_unreadable', unreadable)]),
    ...listed(
      'index_row_malformed',
      malformed,
      (row) => `${line(row)}${fileInWords(row)}: ${row.problem ?? ''}`,
    ),
    ...listed('index_row_without_file', overdue, (row) => `${line(row)}${fileInWords(row)}`),
    ...listed(
      'index_row_changed',
      changedAfterUse,
      (row) => `${line(row)}${fileInWords(row)} now says ${valuesInWords(row)}`,
    ).map((each) => (items.length > 0 ? { ...each, itemIds: [...new Set(items)].slice(0, maxNamed) } : each)),
  ]
}

function listed<Row>(
  code: Finding['code'],
  { count, rows }: RowSample<Row>,
  inWords: (row: Row) => string,
): Finding[] {
  if (count === 0) return []
  const named = rows.slice(0, maxNamed).map(inWords)
  const more = count - named.length
  const words = [...named, ...(more > 0 ? [`and ${countInWords(more)} more`] : [])].join('; ')
  const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}`
  return [finding(code, /[.!?]$/.test(sentence) ? sentence : `${sentence}.`)]
}

function fileInWords({ file }: NamedRow): string {
  return file === '' ? 'no file named' : quote(file)
}

/** What an index file has come to, while all is well: `Index file: 200 rows, 200 scans found.` */
export function indexFileInWords({
  kind,
  rowCount,
  matchedCount,
  waitingCount,
}: Pick<IndexFile, 'kind' | 'rowCount' | 'matchedCount' | 'waitingCount'>): string {
  if (kind === 'sidecar')
    return matchedCount > 0 ? 'It describes a scan.' : 'It waits for the scan that it describes.'
  const rows = `${countInWords(rowCount)} ${rowCount === 1 ? 'row' : 'rows'}`
  const scans = `${countInWords(matchedCount)} ${matchedCount === 1 ? 'scan' : 'scans'} found`
  return `Index file: ${rows}, ${scans}${waitingCount > 0 ? `, ${countInWords(waitingCount)} awaited` : ''}.`
}
