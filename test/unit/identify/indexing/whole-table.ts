import { readTable } from '../../../../electron/engine/identify/indexing/table.ts'
import type { TableLayout } from '../../../../electron/engine/identify/indexing/table.ts'
import type { ReadRow } from '../../../../electron/engine/identify/indexing/row-reading.ts'
import { indexSchema } from '../../../../electron/shared/settings/index-file.ts'
import type { IndexSettings } from '../../../../electron/shared/settings/index-file.ts'

export interface WholeTable {
  readonly rows: readonly ReadRow[]
  readonly layout: TableLayout
  readonly unreadable: string | null
}

export function indexSettings(overrides: Partial<IndexSettings> = {}): IndexSettings {
  return { ...indexSchema.parse({}), ...overrides }
}

/** Bytes as a disk gives them: in pieces of any length. */
export async function* inPieces(bytes: Uint8Array, length = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

/** Reads all of a table that lies in the folder `in`. */
export async function wholeTable(
  content: Uint8Array | string,
  overrides: Partial<IndexSettings> = {},
  pieceLength?: number,
): Promise<WholeTable> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const rows: ReadRow[] = []
  let last: { layout: TableLayout; unreadable: string | null } | null = null
  const options = { indexPath: 'in/index.csv', settings: indexSettings(overrides) }
  for await (const event of readTable(inPieces(bytes, pieceLength), options)) {
    if (event.kind === 'rows') rows.push(...event.rows)
    last = { layout: event.layout, unreadable: event.kind === 'unreadable' ? event.why.words : null }
  }
  if (last === null) throw new Error('a table without any event')
  return { rows, ...last }
}
