import { existsSync } from 'node:fs'
import type { IndexRow, Item } from '../../../shared/records.ts'
import { fileKey, stemKey } from '../../identify/indexing/file-key.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Invocation } from '../invocation.ts'
import { withLedger } from '../ledger-access.ts'
import type { AskedName } from './asked-name.ts'

/** What the ledger knows of a name. */
export interface KnownItem {
  /** The item of that path; null where there is none. */
  readonly item: Item | null
  /** Rows of index files that name it. */
  readonly indexRows: readonly IndexRow[]
}

const nothingKnown: KnownItem = { item: null, indexRows: [] }

/** Looks names up in the ledger, where there is one. A name outside of every watched folder is in no ledger. */
export async function findKnownItems(
  invocation: Invocation,
  names: readonly AskedName[],
): Promise<readonly KnownItem[]> {
  const inFolders = names.some(({ folderId }) => folderId !== undefined)
  if (!inFolders || !existsSync(await invocation.ledgerFile())) {
    return names.map(() => nothingKnown)
  }
  return withLedger(invocation, async (ledger) => {
    const known: KnownItem[] = []
    for (const { folderId, path } of names) {
      known.push(folderId === undefined ? nothingKnown : await findKnownItem(ledger, folderId, path))
    }
    return known
  })
}

async function findKnownItem(ledger: Ledger, folderId: string, path: string): Promise<KnownItem> {
  const keys = { fileKey: fileKey(path), stemKey: stemKey(path) }
  const rows = await ledger.findIndexRows(folderId, [keys])
  return { item: await ledger.findItem(folderId, path), indexRows: rows.get(keys.fileKey) ?? [] }
}
