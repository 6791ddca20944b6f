import type { Sentence } from '../shared/sentences/told.ts'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IndexFile, IndexRow } from '../shared/records.ts'
import type { IndexSettings } from '../shared/settings/index-file.ts'
import { sidecarOf } from './identify/indexing/index-name.ts'
import type { ReadRow } from './identify/indexing/row-reading.ts'
import { readSidecar } from './identify/indexing/sidecar.ts'
import type { ReadSide } from './identify/indexing/side-words.ts'
import { readTable } from './identify/indexing/table.ts'
import type { IndexLayout } from './ledger/index-steps.ts'
import type { Ledger } from './ledger/ledger.ts'

export interface IndexReadingOptions {
  readonly ledger: Pick<Ledger, 'beginIndexReading' | 'recordIndexRows' | 'finishIndexReading'>
  readonly folderId: string
  /** Of the index file, relative to the watched folder. */
  readonly path: string
  /** Where the index file is. */
  readonly absolutePath: string
  readonly itemId: number
  readonly settings: IndexSettings
  readonly readSide: ReadSide
  now(): number
}

/** What reading an index file changed. */
export interface IndexOutcome {
  /** What the scans are found by whose rows are new, changed or gone; null: too many to name. */
  readonly affectedKeys: ReadonlySet<string> | null
  /** Rows that say something else now than what their scan was read with: the first of them. */
  readonly changedAfterUse: readonly IndexRow[]
  /** Why the file is no table. */
  readonly unreadable: Sentence | null
}

const rowsAtATime = 1_000
const keptChanges = 1_000
/** Of a table with a million rows, most name scans that do not wait: looking at all that do takes less memory. */
const namedKeys = 50_000

/**
 * Reads an index file into the ledger, row by row and in constant memory. Rejects when the file cannot be read to
 * its end; the rows that were read stay, and none is taken away.
 */
export async function readIndexFile(options: IndexReadingOptions): Promise<IndexOutcome> {
  const { path, absolutePath, settings, readSide } = options
  const sidecar = sidecarOf(path, settings)
  if (sidecar !== null) {
    const { row, ...layout } = readSidecar(sidecar, await readFile(absolutePath), { settings, readSide })
    const writing = await beginWriting(options, 'sidecar', { ...layout, delimiter: null })
    await writing.add([row])
    return writing.finish({ ...layout, delimiter: null }, null)
  }
  let writing: RowWriting | null = null
  const source = createReadStream(absolutePath)
  for await (const event of readTable(source, { indexPath: path, settings, readSide })) {
    writing ??= await beginWriting(options, 'table', event.layout)
    if (event.kind === 'unreadable') return writing.finish(event.layout, event.why)
    await writing.add(event.rows, event.layout)
  }
  if (writing === null) throw new Error('a table ended without a word')
  return writing.finish(null, null)
}

interface RowWriting {
  add(rows: readonly ReadRow[], layout?: IndexLayout): Promise<void>
  finish(layout: IndexLayout | null, unreadable: Sentence | null): Promise<IndexOutcome>
}

async function beginWriting(
  { ledger, folderId, path, itemId, now }: IndexReadingOptions,
  kind: IndexFile['kind'],
  first: IndexLayout,
): Promise<RowWriting> {
  const generation = await ledger.beginIndexReading({ folderId, path, itemId, kind, ...first }, now())
  const affectedKeys = new Set<string>()
  const changedAfterUse: IndexRow[] = []
  let waiting: ReadRow[] = []
  let layout = first
  let isNamed = true

  const affected = (keys: readonly string[]): void => {
    if (isNamed) for (const key of keys) affectedKeys.add(key)
    if (affectedKeys.size <= namedKeys) return
    isNamed = false
    affectedKeys.clear()
  }
  const outcome = (unreadable: Sentence | null): IndexOutcome => ({
    affectedKeys: isNamed ? affectedKeys : null,
    changedAfterUse,
    unreadable,
  })

  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return
    const rows = waiting
    waiting = []
    const written = await ledger.recordIndexRows(folderId, path, generation, rows, now())
    affected(written.fileKeys)
    for (const row of written.changedAfterUse) {
      if (changedAfterUse.length < keptChanges) changedAfterUse.push(row)
    }
  }

  return {
    async add(rows, seen = layout) {
      layout = seen
      waiting.push(...rows)
      if (waiting.length >= rowsAtATime) await flush()
    },
    async finish(seen, unreadable) {
      await flush()
      // A file that broke off in the middle says nothing of the rows that it does not hold.
      if (unreadable !== null) return outcome(unreadable)
      const { removedFileKeys } = await ledger.finishIndexReading(folderId, path, generation, seen ?? layout)
      affected(removedFileKeys)
      return outcome(null)
    },
  }
}
