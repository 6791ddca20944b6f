import type { Attempt, Item } from '../../shared/records.ts'
import type { Priority } from '../../shared/settings/folder.ts'
import { toAttempt } from './attempt-record.ts'
import type { AttemptRow } from './attempt-record.ts'
import { readStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { rankOfPriority, toItem } from './item-record.ts'
import type { ItemRow } from './item-record.ts'

export interface DueItem {
  readonly item: Item
  /** The number that this item's next attempt gets. */
  readonly attemptNumber: number
  /**
   * Earlier attempts that ended with an error inside the endpoint (5xx) or with a redirect: neither proves that nothing
   * was stored.
   */
  readonly doubtful: readonly Attempt[]
}

/** What decides on the order besides the items themselves. */
export interface DueOrder {
  /** By folder id; a folder that is not named is `normal`. */
  readonly folderPriorities?: ReadonlyMap<string, Priority>
  /**
   * The longest wait that anybody sets. A retry further ahead was put there before the computer's clock was set back,
   * and is due.
   */
  readonly longestWaitMs?: number
  /** The same for the time in which an approval can be taken back. */
  readonly longestGraceMs?: number
}

export interface DueItems {
  /**
   * Items to send now: those of high priority first, then the oldest. At most one for each entity: its files go in
   * the order in which they were seen, one request at a time (the endpoint answers 423 otherwise). So a file of high
   * priority takes along those of its entity that were seen before it.
   */
  nextDue(nowMs: number, limit: number, order?: DueOrder): Promise<DueItem[]>
  /** The due items that follow this one in its entity without a gap and were never sent, at most `limit`. */
  nextOfEntity(item: Item, limit: number, nowMs: number): Promise<DueItem[]>
  /**
   * When the next waiting item is due, or null when none waits. A retry may be overdue, because its entity is busy;
   * of approvals that can be taken back only those count whose time ends after `nowMs`: the others were due then.
   */
  nextDueAtMs(nowMs: number): Promise<number | null>
}

type DueRow = ItemRow & { readonly attempt_count_ever: number }

interface DueQuery {
  readonly state: 'approved' | 'retry_wait'
  readonly priority: number | null
  readonly folderId: string
  readonly nowMs: number
  readonly latestMs: number
  readonly latestGraceMs: number
  readonly limit: number
}

const fresh = ['approved'] as const
const waiting = ['approved', 'retry_wait'] as const

// SQLite would take the index of all states, and read every row that waits.
const retries = "FROM items INDEXED BY items_retry WHERE state = 'retry_wait'"

const attemptCountEver = '(SELECT count(*) FROM attempts WHERE item_id = head.id) AS attempt_count_ever'

const isDue = (row: string) =>
  `(${row}.next_attempt_at_ms IS NULL OR ${row}.next_attempt_at_ms <= @nowMs OR ${row}.next_attempt_at_ms > @latestMs)
   AND (${row}.sends_after_ms IS NULL OR ${row}.sends_after_ms <= @nowMs OR ${row}.sends_after_ms > @latestGraceMs)`

const endlessMs = Number.MAX_SAFE_INTEGER / 2

/** Finds what to send. Each answer is of one moment. */
export function createDueItems(connection: Connection): DueItems {
  // The first file of the entity goes, whichever of its files has the priority.
  const due = connection.prepare<[DueQuery], DueRow>(
    `SELECT head.*, ${attemptCountEver}
     FROM items candidate INDEXED BY items_waiting
     JOIN items head ON head.id = coalesce(
       (SELECT min(id) FROM items
        WHERE entity_id = candidate.entity_id AND state IN ('approved', 'retry_wait', 'uploading')),
       candidate.id)
     WHERE candidate.state = @state AND candidate.state IN ('approved', 'retry_wait')
       AND candidate.priority IS @priority AND candidate.folder_id = @folderId
       AND ${isDue('candidate')}
       AND head.state IN ('approved', 'retry_wait') AND ${isDue('head')}
       AND NOT EXISTS (
         SELECT 1 FROM items busy WHERE busy.entity_id = candidate.entity_id AND busy.state = 'uploading')
     ORDER BY candidate.id LIMIT @limit`,
  )
  const anyOf = connection.prepare<[{ state: string; priority: number | null }], { one: 1 }>(
    `SELECT 1 AS one FROM items INDEXED BY items_waiting
     WHERE state = @state AND state IN ('approved', 'retry_wait') AND priority IS @priority LIMIT 1`,
  )
  // Most of the time none is, however many wait.
  const retryIsDue = connection.prepare<[Pick<DueQuery, 'nowMs' | 'latestMs'>], { yes: 0 | 1 }>(
    `SELECT EXISTS (SELECT 1 ${retries} AND next_attempt_at_ms <= @nowMs)
       OR EXISTS (SELECT 1 ${retries} AND next_attempt_at_ms > @latestMs)
       OR EXISTS (SELECT 1 ${retries} AND next_attempt_at_ms IS NULL) AS yes`,
  )
  const following = connection.prepare<[{ entityId: string; id: number; limit: number }], DueRow>(
    `SELECT head.*, ${attemptCountEver} FROM items head
     WHERE head.entity_id = @entityId AND head.id > @id AND head.state IN ('approved', 'retry_wait')
     ORDER BY head.id LIMIT @limit`,
  )
  const folders = connection.prepare<[], { id: string }>('SELECT id FROM folders ORDER BY id')
  const retryAt = connection.prepare<[], { at: number | null }>(
    `SELECT min(next_attempt_at_ms) AS at ${retries}`,
  )
  const graceEndsAt = connection.prepare<[number], { at: number | null }>(
    'SELECT min(sends_after_ms) AS at FROM items INDEXED BY items_held_back WHERE sends_after_ms > ?',
  )
  const doubtful = connection.prepare<[number], AttemptRow>(
    `SELECT * FROM attempts WHERE item_id = ? AND outcome IN ('server_error', 'redirect_refused') ORDER BY number`,
  )

  const toDue = (row: DueRow): DueItem => ({
    item: toItem(row),
    attemptNumber: row.attempt_count_ever + 1,
    doubtful: row.attempt_count_ever === 0 ? [] : doubtful.all(row.id).map(toAttempt),
  })

  const ofRank = (rank: number, time: Omit<DueQuery, 'state' | 'priority' | 'folderId'>, order: DueOrder) => {
    const states = retryIsDue.get({ nowMs: time.nowMs, latestMs: time.latestMs })?.yes === 1 ? waiting : fresh
    const rows = states.flatMap((state) =>
      [rank, null].flatMap((priority) => {
        if (anyOf.get({ state, priority }) === undefined) return []
        return folders
          .all()
          .filter(({ id }) => priority !== null || rankOf(order.folderPriorities?.get(id)) === rank)
          .flatMap(({ id }) => due.all({ ...time, state, priority, folderId: id }))
      }),
    )
    return rows.sort((a, b) => a.id - b.id)
  }

  return {
    nextDue: (nowMs, limit, order = {}) =>
      readStep(connection, () => {
        const time = {
          nowMs,
          latestMs: nowMs + (order.longestWaitMs ?? endlessMs),
          latestGraceMs: nowMs + (order.longestGraceMs ?? endlessMs),
          limit,
        }
        const found = new Map<number, DueRow>()
        for (const rank of [rankOfPriority.high, rankOfPriority.normal, rankOfPriority.low]) {
          for (const row of ofRank(rank, time, order)) if (found.size < limit) found.set(row.id, row)
          if (found.size >= limit) break
        }
        return [...found.values()].map(toDue)
      }),
    nextOfEntity: ({ id, entityId }, limit, nowMs) =>
      readStep(connection, () => {
        if (entityId === null || limit < 1) return []
        const rows = following.all({ entityId, id, limit })
        const end = rows.findIndex(
          (row) =>
            row.state !== 'approved' || row.attempt_count_ever > 0 || (row.sends_after_ms ?? nowMs) > nowMs,
        )
        return rows.slice(0, end === -1 ? rows.length : end).map(toDue)
      }),
    nextDueAtMs: (nowMs) =>
      readStep(connection, () => {
        const times = [retryAt.get()?.at ?? null, graceEndsAt.get(nowMs)?.at ?? null]
        const known = times.filter((atMs) => atMs !== null)
        return known.length === 0 ? null : Math.min(...known)
      }),
  }
}

function rankOf(priority: Priority | undefined): number {
  return rankOfPriority[priority ?? 'normal']
}
