import type { ItemState } from '../../electron/shared/item-states.ts'
import { emptyItemQuery, formatItemQuery } from '../../electron/shared/item-query-text.ts'
import type { AccountDay, FolderAccount, IgnoredReason } from '../../electron/shared/records.ts'

/** What becomes of a file that was seen. */
export const accountParts = ['uploaded', 'waiting', 'attention', 'rejected', 'ignored', 'missing'] as const
export type AccountPart = (typeof accountParts)[number]

export type AccountSums = Readonly<Record<AccountPart | 'seen', number>>

/** The states behind each number, for the history. */
export const statesOfPart: Readonly<Record<AccountPart, readonly ItemState[]>> = {
  uploaded: ['uploaded'],
  waiting: ['seen', 'settling', 'identified', 'awaiting_review', 'approved', 'uploading', 'retry_wait'],
  attention: ['needs_attention', 'failed', 'outcome_unknown'],
  rejected: ['rejected'],
  ignored: ['ignored', 'superseded'],
  missing: ['missing'],
}

/** The query that finds the files behind one number: of a part, of one day or of all that the account tells of. */
export function queryOfPart(part: AccountPart, folderId: string, days: readonly string[]): string {
  const [from = null, to = from] = [days.toSorted()[0], days.toSorted().at(-1)]
  return formatItemQuery({
    ...emptyItemQuery,
    states: statesOfPart[part],
    folders: [folderId],
    seen: from === null ? null : { from, to },
  })
}

/** The account of one folder. */
export interface OneAccount {
  /** Newest first. */
  readonly days: readonly AccountDay[]
  readonly total: AccountSums
  /** The most frequent reason first. */
  readonly ignored: readonly IgnoredReason[]
}

/** Files that were seen and are in none of the parts. Anything but 0 is a defect. */
export function unaccountedIn(sums: AccountSums): number {
  return sums.seen - accountParts.reduce((sum, part) => sum + sums[part], 0)
}

/** What an account of all folders says of one. */
export function accountOf(account: FolderAccount, folderId: string): OneAccount {
  const days = account.days.filter((day) => day.folderId === folderId)
  return {
    days: days.toSorted((one, other) => other.day.localeCompare(one.day)),
    total: totalOf(days),
    ignored: account.ignored
      .filter((reason) => reason.folderId === folderId)
      .toSorted((one, other) => other.count - one.count),
  }
}

/** Folders that the account tells of although they are watched no more. */
export function formerFolders(account: FolderAccount, watchedIds: readonly string[]): readonly string[] {
  const ids = new Set(account.days.map(({ folderId }) => folderId))
  return [...ids].filter((folderId) => !watchedIds.includes(folderId)).toSorted()
}

function totalOf(days: readonly AccountDay[]): AccountSums {
  const sum = (part: keyof AccountSums): number => days.reduce((total, day) => total + day[part], 0)
  return {
    seen: sum('seen'),
    uploaded: sum('uploaded'),
    waiting: sum('waiting'),
    attention: sum('attention'),
    rejected: sum('rejected'),
    ignored: sum('ignored'),
    missing: sum('missing'),
  }
}
