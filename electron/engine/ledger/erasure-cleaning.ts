import { systemClock } from '../time/clock.ts'
import { withLedgerErrors } from './connection.ts'
import type { Connection } from './connection.ts'
import type { ItemRow } from './item-record.ts'
import { nextSlice } from './slice-size.ts'
import { unsplitFact } from './split-undo.ts'

export interface ErasureCleaning {
  /** Forgets what other tables know of an item that was just erased; `row` is as it was before. Runs inside the caller's transaction. */
  forgetOf(row: ItemRow): void
  /**
   * Does a step without the merging that the search index else does by the way, which can take a fifth of a second. Runs
   * inside the caller's transaction.
   */
  withoutMerging<Result>(step: () => Result): Result
  /** Merges a little of what the search index put off. */
  mergeSome(): void
  /**
   * Takes out of the search index the words of items that are not found by them any more: the index only marks them
   * until its parts are merged. Goes through the whole index, with other work in between.
   */
  forgetWords(): Promise<void>
  /**
   * Takes what was written into the file and cuts the journal, which still holds pages as they were. Waits a while for
   * those who read an older state, with other work in between; where they go on, the journal is overwritten later.
   */
  emptyJournal(): Promise<void>
}

/** What erasing an item takes besides the item: index rows, what the endpoint said of its entity, words of the search index. */
export function createErasureCleaning(connection: Connection): ErasureCleaning {
  const ownRows = connection.prepare<[string, string]>(
    'DELETE FROM index_rows WHERE folder_id = ? AND index_path = ?',
  )
  const ownFile = connection.prepare<[number]>('DELETE FROM index_files WHERE item_id = ?')
  // Rows of an index file that still lies there stay with it: they would come back with its next reading.
  const usedRows = connection.prepare<[number]>(
    `DELETE FROM index_rows WHERE item_id = ? AND NOT EXISTS (
       SELECT 1 FROM index_files JOIN items ON items.id = index_files.item_id
       WHERE index_files.folder_id = index_rows.folder_id AND index_files.path = index_rows.index_path
         AND items.is_current = 1 AND items.state <> 'missing')`,
  )
  const check = connection.prepare<[{ entityId: string }]>(
    `DELETE FROM entity_checks WHERE entity_id = @entityId
     AND NOT EXISTS (SELECT 1 FROM items WHERE entity_id = @entityId)`,
  )
  const indexFile = connection.prepare<[number], { folder_id: string; path: string }>(
    'SELECT folder_id, path FROM index_files WHERE item_id = ?',
  )
  const ownPages = connection.prepare<[number]>('DELETE FROM split_pages WHERE item_id = ?')
  const ownFacts = connection.prepare<[{ id: number; unsplit: string }]>(
    `DELETE FROM ledger_facts WHERE name = @unsplit
       OR (name GLOB 'archiving:*' AND value ->> '$.itemId' = @id)`,
  )
  // A page leaves the list of those whose files are to go with the split that made them.
  const asPage = connection.prepare<[{ id: number; unsplit: string }]>(
    `UPDATE ledger_facts SET value = (
       SELECT json_group_array(json(value)) FROM json_each(ledger_facts.value)
       WHERE value ->> '$.itemId' IS NOT @id)
     WHERE name = @unsplit`,
  )
  const merge = connection.prepare<[number]>(
    `INSERT INTO item_search (item_search, rank) VALUES ('merge', ?)`,
  )
  // The index writes what it holds back before it takes another setting. Both are in one transaction, so that none stays.
  const mergeByTheWay = connection.prepare<[number]>(
    `INSERT INTO item_search (item_search, rank) VALUES ('automerge', CAST(? AS INTEGER))`,
  )
  const changes = connection.prepare<[], { count: number }>('SELECT total_changes() AS count')

  /** Never waits for a lock: a reader of this process could not let it go meanwhile. */
  const isCut = (): boolean =>
    withLedgerErrors(() => {
      const usualMs = connection.pragma('busy_timeout', { simple: true })
      connection.pragma('busy_timeout = 0')
      try {
        return connection.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0
      } finally {
        connection.pragma(`busy_timeout = ${String(usualMs)}`)
      }
    })

  return {
    forgetOf(row) {
      const index = indexFile.get(row.id)
      if (index !== undefined) {
        ownRows.run(index.folder_id, index.path)
        ownFile.run(row.id)
      }
      usedRows.run(row.id)
      ownPages.run(row.id)
      ownFacts.run({ id: row.id, unsplit: unsplitFact(row.id) })
      if (row.split_from !== null) asPage.run({ id: row.id, unsplit: unsplitFact(row.split_from) })
      if (row.entity_id !== null) check.run({ entityId: row.entity_id })
    },
    withoutMerging(step) {
      mergeByTheWay.run(0)
      try {
        return step()
      } finally {
        mergeByTheWay.run(usualPartCount)
      }
    },
    mergeSome() {
      withLedgerErrors(() => merge.run(firstPages))
    },
    async forgetWords() {
      // A negative number begins to merge the whole index into one part; each call does so many pages of it, and one
      // that had nothing left to do changes fewer than two rows. Source: sqlite.org/fts5.html, "The 'merge' Command".
      let pages = firstPages
      for (let sign = -1; ; sign = 1) {
        const before = changes.get()?.count ?? 0
        const startedAtMs = systemClock.monotonicMs()
        withLedgerErrors(() => merge.run(sign * pages))
        if ((changes.get()?.count ?? 0) - before < 2) return
        pages = nextSlice(pages, systemClock.monotonicMs() - startedAtMs, turnMs) ?? 1
        await new Promise(setImmediate)
      }
    },
    async emptyJournal() {
      // Most of the writing, which needs no lock; cutting has little left to do.
      withLedgerErrors(() => connection.pragma('wal_checkpoint(PASSIVE)'))
      for (let tries = 1; !isCut() && tries < journalTries; tries += 1) {
        await systemClock.wait(journalPauseMs, new AbortController().signal)
      }
    },
  }
}

/** From so many parts on the search index merges by the way. Source: sqlite.org/fts5.html, "The 'automerge' Option". */
const usualPartCount = 4
/** Of 4 KB each. Then as many as the time of one turn allows. */
const firstPages = 10
/** Other calls wait no longer for a part of the merge. */
const turnMs = 12
/** Together as long as a write waits for a lock. */
const journalTries = 50
const journalPauseMs = 100
