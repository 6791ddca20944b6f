import { posix } from 'node:path'
import type { FolderSettings } from '../shared/settings/folder.ts'
import { fileKey, stemKey } from './identify/indexing/file-key.ts'
import type { FoundIndexRow } from './ledger/index-record.ts'
import type { Ledger } from './ledger/ledger.ts'

export type IndexRowsLedger = Pick<Ledger, 'findIndexRows' | 'directoriesWithIndex'>

/** What the index files of a folder have to say about one scan. */
export interface RowsForFile {
  readonly rows: readonly FoundIndexRow[]
  /** Whether a row is expected at all. */
  readonly applies: boolean
}

const nothing: RowsForFile = { rows: [], applies: false }

/** Asks for the rows of many scans of one folder at once. */
export async function findIndexRows(
  ledger: IndexRowsLedger,
  { id, index }: FolderSettings,
  subjects: readonly { readonly path: string }[],
): Promise<(path: string) => RowsForFile> {
  if (index.files.length === 0 && index.sidecars.length === 0 && !index.required) return () => nothing
  const paths = subjects.map(({ path }) => path)
  const rows = await ledger.findIndexRows(
    id,
    paths.map((path) => ({ fileKey: fileKey(path), stemKey: stemKey(path) })),
  )
  const directories = await ledger.directoriesWithIndex(id, [...new Set(paths.map(directoryOf))])
  return (path) => ({
    rows: rows.get(fileKey(path)) ?? [],
    applies: index.required || directories.has(directoryOf(path)),
  })
}

/** The folder of a path inside its watched folder; empty for the watched folder itself. */
function directoryOf(path: string): string {
  const directory = posix.dirname(path)
  return directory === '.' ? '' : directory
}
