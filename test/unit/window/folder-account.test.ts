import { describe, expect, it } from 'vitest'
import { itemStates } from '../../../electron/shared/item-states.ts'
import type { AccountDay } from '../../../electron/shared/records.ts'
import type { FolderStatus } from '../../../electron/shared/status.ts'
import {
  accountOf,
  accountParts,
  formerFolders,
  statesOfPart,
  unaccountedIn,
} from '../../../renderer/folders/account.ts'
import { conditionOf, isTroubled } from '../../../renderer/folders/folder-condition.ts'

const day = (change: Partial<AccountDay>): AccountDay => ({
  folderId: 'counter',
  day: '2026-11-23',
  seen: 0,
  uploaded: 0,
  waiting: 0,
  attention: 0,
  rejected: 0,
  ignored: 0,
  missing: 0,
  ...change,
})

const account = {
  days: [
    day({ day: '2026-11-22', seen: 4, uploaded: 3, missing: 1 }),
    day({ seen: 10, uploaded: 5, waiting: 2, attention: 1, rejected: 1, ignored: 1 }),
    day({ folderId: 'mail', seen: 3, uploaded: 2 }),
  ],
  ignored: [
    { folderId: 'counter', reason: '*.tmp', said: null, count: 1 },
    { folderId: 'counter', reason: 'Replaced', said: null, count: 7 },
    { folderId: 'mail', reason: '*.tmp', said: null, count: 2 },
  ],
}

describe('the account of a folder', () => {
  it('adds up its own days, the newest first', () => {
    const counter = accountOf(account, 'counter')
    expect(counter.days.map((one) => one.day)).toEqual(['2026-11-23', '2026-11-22'])
    expect(counter.total).toEqual({
      seen: 14,
      uploaded: 8,
      waiting: 2,
      attention: 1,
      rejected: 1,
      ignored: 1,
      missing: 1,
    })
    expect(unaccountedIn(counter.total)).toBe(0)
  })

  it('names what is in none of the parts', () => {
    expect(unaccountedIn(accountOf(account, 'mail').total)).toBe(1)
  })

  it('tells the most frequent reason first, and those of this folder only', () => {
    expect(accountOf(account, 'counter').ignored.map(({ reason }) => reason)).toEqual(['Replaced', '*.tmp'])
  })

  it('is empty for a folder in which nothing was seen', () => {
    const none = accountOf(account, 'other')
    expect([none.days, none.ignored, none.total.seen]).toEqual([[], [], 0])
  })

  it('keeps folders that are watched no more', () => {
    expect(formerFolders(account, ['counter'])).toEqual(['mail'])
  })

  it('leads every state to exactly one number', () => {
    const states = accountParts.flatMap((part) => [...statesOfPart[part]])
    expect(states.toSorted()).toEqual([...itemStates].toSorted())
  })
})

describe('how a folder is', () => {
  const folder: Omit<FolderStatus, 'counts'> = {
    id: 'counter',
    path: '/srv/scans',
    failure: null,
    delivery: 'events',
    deliveryWords: '',
    lastEventAtMs: null,
    reachableSinceMs: 1,
    backlog: 0,
    freeBytes: null,
    lastComparisonAtMs: 1,
    lastComparisonDurationMs: 1,
    unaccounted: 0,
  }
  // The counts do not matter here, and there are many of them.
  const status = (change: Partial<FolderStatus>) => ({ ...folder, ...change }) as FolderStatus

  it.each<[string, Partial<FolderStatus>, boolean]>([
    ['well', {}, false],
    ['polled', { delivery: 'comparison_only' }, false],
    ['unread', { reachableSinceMs: null }, false],
    [
      'unreachable',
      { failure: { code: 'folder_unreachable', detail: '' }, reachableSinceMs: null, unaccounted: 2 },
      true,
    ],
    ['unaccounted', { unaccounted: 1 }, true],
  ])('is %s', (condition, change, troubled) => {
    expect(conditionOf(status(change))).toBe(condition)
    expect(isTroubled(status(change))).toBe(troubled)
  })
})
