import type { ItemState } from '../../shared/item-states.ts'
import type { AccountDay, FolderAccount, IgnoredReason } from '../../shared/records.ts'
import { readStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { say } from '../../shared/sentences/say.ts'
import { toSaid } from './told-columns.ts'

export interface AccountQueries {
  /**
   * What became of the files that were first seen in the last `days` days, today among them, of one folder or of
   * all (null). Days are those of the computer's own time.
   */
  account(folderId: string | null, days: number): Promise<FolderAccount>
}

type Part = keyof Omit<AccountDay, 'folderId' | 'day' | 'seen'>

/** Every state counts in exactly one part, so that the parts always add up to what was seen. */
const partOfState: Readonly<Record<ItemState, Part>> = {
  seen: 'waiting',
  settling: 'waiting',
  identified: 'waiting',
  awaiting_review: 'waiting',
  approved: 'waiting',
  uploading: 'waiting',
  retry_wait: 'waiting',
  uploaded: 'uploaded',
  needs_attention: 'attention',
  failed: 'attention',
  outcome_unknown: 'attention',
  rejected: 'rejected',
  ignored: 'ignored',
  superseded: 'ignored',
  missing: 'missing',
}

/** Why a superseded item counts as ignored. */
const superseded = say('replaced_by_newer')

interface DayRow {
  readonly folder_id: string
  readonly day: string
  readonly state: ItemState
  readonly count: number
}

export function createAccountQueries(connection: Connection, now: () => number): AccountQueries {
  const byDay = connection.prepare<[number, string | null, string | null], DayRow>(
    `SELECT folder_id, date(first_seen_at_ms / 1000, 'unixepoch', 'localtime') AS day, state, count(*) AS count
     FROM items WHERE first_seen_at_ms >= ? AND (? IS NULL OR folder_id = ?)
     GROUP BY folder_id, day, state ORDER BY day DESC, folder_id`,
  )
  const ignored = connection.prepare<
    [string, string, number, string | null, string | null],
    Omit<IgnoredReason, 'said'> & { readonly said: string | null }
  >(
    `SELECT folder_id AS folderId, iif(state = 'superseded', ?, coalesce(reason, '')) AS reason,
       max(iif(state = 'superseded', ?, reason_said)) AS said, count(*) AS count
     FROM items
     WHERE state IN ('ignored', 'superseded') AND first_seen_at_ms >= ? AND (? IS NULL OR folder_id = ?)
     GROUP BY 1, 2 ORDER BY 1, 4 DESC`,
  )
  return {
    account: (folderId, days) =>
      readStep(connection, () => {
        const fromMs = startOfDay(now(), days - 1)
        return {
          days: toDays(byDay.all(fromMs, folderId, folderId)),
          ignored: ignored
            .all(superseded.words, JSON.stringify(superseded.said), fromMs, folderId, folderId)
            .map(({ said, ...row }) => ({ ...row, said: said === null ? null : toSaid(said) })),
        }
      }),
  }
}

/** The first moment of the day so many days before, in the computer's own time. */
function startOfDay(nowMs: number, daysBefore: number): number {
  const now = new Date(nowMs)
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysBefore).getTime()
}

function toDays(rows: readonly DayRow[]): AccountDay[] {
  const days = new Map<string, { -readonly [Key in keyof AccountDay]: AccountDay[Key] }>()
  for (const { folder_id: folderId, day, state, count } of rows) {
    const key = `${day} ${folderId}`
    let sums = days.get(key)
    if (sums === undefined) {
      const none = { uploaded: 0, waiting: 0, attention: 0, rejected: 0, ignored: 0, missing: 0 }
      days.set(key, (sums = { folderId, day, seen: 0, ...none }))
    }
    sums.seen += count
    sums[partOfState[state]] += count
  }
  return [...days.values()]
}
