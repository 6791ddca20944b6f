import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { IndexSettings } from '../../../shared/settings/index-file.ts'
import { decodeText } from './decoded-text.ts'
import { indexLimits } from './index-limits.ts'
import type { ReadRow } from './row-reading.ts'
import { readSideWord } from './side-words.ts'
import type { ReadSide } from './side-words.ts'
import { TableReader } from './table-reader.ts'
import type { TextEncoding } from './text-encoding.ts'
import { LineSplitter } from './text-lines.ts'

/** How a table is read, for people. */
export interface TableLayout {
  /** As detected so far: a table that begins in plain ASCII shows what it is at its first letter beyond that. */
  readonly encoding: TextEncoding
  /** Null while too little is read to tell. */
  readonly delimiter: string | null
  /** What each column was taken for, by its heading. */
  readonly columns: Readonly<Record<string, string>>
}

/**
 * What comes out of a table. The last `rows` have the final layout; there is at least one, perhaps without rows.
 * `unreadable` is the last: nothing is known of what follows, while rows that came before it stand.
 */
export type TableEvent =
  | { readonly kind: 'rows'; readonly rows: readonly ReadRow[]; readonly layout: TableLayout }
  | { readonly kind: 'unreadable'; readonly why: Sentence; readonly layout: TableLayout }

export interface TableOptions {
  /** Of the index file, relative to the watched folder. */
  readonly indexPath: string
  readonly settings: IndexSettings
  /** Words for the sides of a document; those of English and German unless given. */
  readonly readSide?: ReadSide
}

/** So many lines are read before others may run: a few milliseconds. */
const linesAtOnce = 250

/**
 * Reads an index table row by row, in constant memory, and lets other work run in between. One bad row is a row with
 * a problem; only a file that is no table at all ends with `unreadable`. Errors of `source` are passed on.
 */
export async function* readTable(
  source: AsyncIterable<Uint8Array>,
  { indexPath, settings, readSide = readSideWord }: TableOptions,
): AsyncGenerator<TableEvent, void, undefined> {
  const lines = new LineSplitter()
  const table = new TableReader({ indexPath, settings, readSide })
  let encoding: TextEncoding = 'utf-8'
  const event = (rows: readonly ReadRow[]): TableEvent => {
    const layout = { encoding, delimiter: table.delimiter, columns: table.meanings }
    return table.unreadable === null
      ? { kind: 'rows', rows, layout }
      : { kind: 'unreadable', why: table.unreadable, layout }
  }
  for await (const piece of decodeText(source, settings.encoding)) {
    encoding = piece.encoding
    const complete = lines.push(piece.text)
    for (let at = 0; at < complete.length; at += linesAtOnce) {
      const rows = table.push(complete.slice(at, at + linesAtOnce))
      if (rows.length > 0 || table.unreadable !== null) yield event(rows)
      if (table.unreadable !== null) return
      await letOthersRun()
    }
    if (piece.bytesRead > indexLimits.tableBytes) {
      table.unreadable = say('table_too_large', { most: indexLimits.tableBytes })
      yield event([])
      return
    }
  }
  const last = table.push(lines.end())
  yield event([...last, ...table.end()])
}
