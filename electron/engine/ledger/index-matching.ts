import { readStep, writeStep } from './connection.ts'
import type { Connection } from './connection.ts'
import type { FileKeys } from './index-queries.ts'
import type { IndexRowUses } from './index-row-uses.ts'

export interface IndexMatching {
  /**
   * Gives rows that wait to the scans that lie in or below the folder of their index file already, whatever has
   * become of them: a scan that was sent before its row came is not one that never came. `keysOf` tells how rows can
   * name a path. Goes through the scans in pages, so that the engine does its other work in between. Returns how
   * many rows found a scan.
   */
  matchIndexRows(folderId: string, indexPath: string, keysOf: (path: string) => FileKeys): Promise<number>
}

const scansAtATime = 1_000

export function createIndexMatching(connection: Connection, uses: IndexRowUses): IndexMatching {
  const waiting = connection.prepare<[string, string], { found: 1 }>(
    `SELECT 1 AS found FROM index_rows INDEXED BY index_rows_open
     WHERE folder_id = ? AND index_path = ? AND item_id IS NULL AND problem IS NULL LIMIT 1`,
  )
  // "0" follows "/": the range holds just what lies below the folder of the index.
  const scans = connection.prepare<
    [{ folderId: string; after: string; below: string | null; limit: number }],
    { id: number; path: string }
  >(
    `SELECT id, path FROM items WHERE folder_id = @folderId AND is_current = 1 AND path > @after
     AND (@below IS NULL OR path < @below) AND role = 'scan' AND sha256 IS NOT NULL
     AND state NOT IN ('missing', 'ignored') ORDER BY path LIMIT @limit`,
  )

  return {
    async matchIndexRows(folderId, indexPath, keysOf) {
      const directory = indexPath.slice(0, Math.max(0, indexPath.lastIndexOf('/')))
      const below = directory === '' ? null : `${directory}0`
      let after = directory === '' ? '' : `${directory}/`
      let matched = 0
      if ((await readStep(connection, () => waiting.get(folderId, indexPath))) === undefined) return 0
      for (;;) {
        const page = await readStep(connection, () =>
          scans.all({ folderId, after, below, limit: scansAtATime }),
        )
        matched += await writeStep(connection, () => matchPage(folderId, page, keysOf, uses))
        const last = page.at(-1)
        if (last === undefined || page.length < scansAtATime) return matched
        after = last.path
        await new Promise(setImmediate)
      }
    },
  }
}

function matchPage(
  folderId: string,
  page: readonly { readonly id: number; readonly path: string }[],
  keysOf: (path: string) => FileKeys,
  uses: IndexRowUses,
): number {
  let matched = 0
  for (const { id, path } of page) {
    const { fileKey, stemKey } = keysOf(path)
    matched += uses.match(id, folderId, fileKey, false) + uses.match(id, folderId, stemKey, true)
  }
  return matched
}
