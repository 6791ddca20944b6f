import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { IntrayError } from '../shared/error-codes.ts'
import type { ErasureAccount } from '../shared/records.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { RetentionSettings } from '../shared/settings/retention.ts'
import { folderPaths } from './item-location.ts'
import type { ErasableItem } from './ledger/erasure-steps.ts'
import type { Ledger } from './ledger/ledger.ts'
import { isoDayOf } from './ledger/local-days.ts'
import { nextSlice } from './ledger/slice-size.ts'
import type { Log } from './log.ts'
import { systemClock } from './time/clock.ts'
import type { Timers } from './time/clock.ts'

export interface RetentionOptions {
  readonly ledger: Pick<
    Ledger,
    'listErasable' | 'eraseItems' | 'finishErasure' | 'folderPath' | 'readFact' | 'writeFact'
  >
  readonly settings: RetentionSettings
  /** The folders that are watched now. */
  readonly folders: readonly FolderSettings[]
  readonly log: Log
  now(): number
  /** Many items changed. */
  onErased(): void
}

export interface Retention {
  /** What the policy would erase now, whether it is switched on or not. */
  preview(): Promise<ErasureAccount>
  /** Erases it. Throws `retention_off` where the policy is not switched on. */
  run(): Promise<ErasureAccount>
}

export interface DailyRetention extends Retention {
  stop(): Promise<void>
}

const dayMs = 86_400_000
const lookMs = 600_000
const itemsLookedAt = 500
/** Then as many as the time of one turn allows. */
const itemsErasedFirst = 2
/** Also after quick ones: what one item takes differs by its words and its attempts. */
const itemsErasedAtMost = 20
/** Other calls wait no longer for a part of the erasure. */
const turnMs = 20
const lastRunFact = 'retention_ran_at_ms'

/** Erases personal values from finished items that are older than the policy says, in batches. */
export function createRetention(options: RetentionOptions): Retention {
  const { ledger, settings, now } = options

  const goThrough = async (
    erase: (items: readonly ErasableItem[]) => Promise<number>,
  ): Promise<ErasureAccount> => {
    const presence = createPresence(options)
    const beforeMs = cutOff(now(), settings.afterDays)
    let itemCount = 0
    let keptPresent = 0
    let after: ErasableItem | null = null
    let batch = itemsErasedFirst
    for (;;) {
      const page: readonly ErasableItem[] = await ledger.listErasable(beforeMs, after, itemsLookedAt)
      const gone: ErasableItem[] = []
      for (const item of page) {
        if (await presence.mayBeThere(item)) keptPresent += 1
        else gone.push(item)
      }
      for (let start = 0; start < gone.length;) {
        const startedAtMs = systemClock.monotonicMs()
        itemCount += await erase(gone.slice(start, start + batch))
        start += batch
        batch = Math.min(
          nextSlice(batch, systemClock.monotonicMs() - startedAtMs, turnMs) ?? 1,
          itemsErasedAtMost,
        )
        await new Promise(setImmediate)
      }
      after = page.at(-1) ?? null
      if (after === null || page.length < itemsLookedAt) break
      await new Promise(setImmediate)
    }
    return { itemCount, keptPresent, untilDay: isoDayOf(beforeMs) }
  }

  return {
    preview: () => goThrough((items) => Promise.resolve(items.length)),
    async run() {
      if (!settings.enabled) throw new IntrayError('retention_off')
      const account = await goThrough(
        async (items) => (await ledger.eraseItems(items, settings.afterDays, now())).length,
      )
      if (account.itemCount > 0) {
        await ledger.finishErasure()
        options.onErased()
      }
      options.log.info('retention_ran', { erased: account.itemCount, kept: account.keptPresent })
      return account
    },
  }
}

/** Runs it once a day, and soon after the start where a day has passed since. A failure is logged and tried again. */
export function startRetention(options: RetentionOptions & { readonly timers: Timers }): DailyRetention {
  const { ledger, log, now, timers } = options
  const retention = createRetention(options)
  let stopped = false
  let cancelTimer: (() => void) | null = null
  let running: Promise<unknown> = Promise.resolve()

  const run = (): Promise<ErasureAccount> => {
    const turn = running.then(async () => {
      const account = await retention.run()
      await ledger.writeFact(lastRunFact, String(now()))
      return account
    })
    running = turn.catch(() => undefined)
    return turn
  }

  const look = async (): Promise<void> => {
    try {
      const lastMs = Number((await ledger.readFact(lastRunFact)) ?? -Infinity)
      // A clock that was set back must not put the next run off for long.
      if (Math.abs(now() - lastMs) >= dayMs) await run()
    } catch (error) {
      log.error('retention_failed', error)
    }
  }

  const lookLater = (): void => {
    cancelTimer = timers.after(lookMs, () => {
      void look().then(() => {
        if (!stopped) lookLater()
      })
    })
  }
  if (options.settings.enabled) lookLater()

  return {
    preview: () => retention.preview(),
    run,
    async stop() {
      stopped = true
      cancelTimer?.()
      await running
    },
  }
}

/**
 * The moment before which an item's last change must lie: the beginning of a day in the computer's own time, and never
 * less than so many times 24 hours ago, also where clocks were changed in between.
 */
function cutOff(nowMs: number, afterDays: number): number {
  const now = new Date(nowMs)
  const midnightMs = new Date(now.getFullYear(), now.getMonth(), now.getDate() - afterDays).getTime()
  return Math.min(midnightMs, nowMs - afterDays * dayMs)
}

/** Looks whether the files of items still lie in their folders: a file whose item is erased would be taken in again. */
function createPresence({ ledger, folders }: RetentionOptions) {
  const folderPath = folderPaths(ledger, folders)
  const roots = new Map<
    string,
    { readonly path: string; readonly isThere: boolean; readonly isWatched: boolean }
  >()

  const rootOf = async (folderId: string) => {
    let root = roots.get(folderId)
    if (root === undefined) {
      const path = (await folderPath(folderId)) ?? ''
      const isWatched = folders.some(({ id }) => id === folderId)
      root = { path, isThere: path !== '' && (await isThere(path)), isWatched }
      roots.set(folderId, root)
    }
    return root
  }

  return {
    /** True also where nobody can say, because the watched folder cannot be reached. */
    async mayBeThere({ folderId, path, isCurrent }: ErasableItem): Promise<boolean> {
      if (!isCurrent) return false
      const root = await rootOf(folderId)
      return root.isThere ? isThere(join(root.path, ...path.split('/'))) : root.isWatched
    },
  }
}

/** False only where it is certain: what cannot be looked at may be there. */
async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return code !== 'ENOENT' && code !== 'ENOTDIR'
  }
}
