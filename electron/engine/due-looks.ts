import type { FolderSettings } from '../shared/settings/folder.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'

export interface DueLooksOptions {
  readonly ledger: Pick<Ledger, 'dueItems'>
  readonly log: Log
  readonly folders: readonly Pick<FolderSettings, 'index' | 'otherSideWaitMs'>[]
  now(): number
  readItems(itemIds: readonly number[]): Promise<void>
  /** Waits that do not belong to one item, such as those of index rows. */
  lookElsewhere(): Promise<void>
}

/** A computer that slept or whose clock was set is noticed within this time: nothing is planned ahead. */
const intervalMs = 2_000
const itemsAtATime = 200

/** Looks again at items whose wait for something is over. Returns its stop. */
export function startDueLooks(options: DueLooksOptions): () => Promise<void> {
  /** The longest time for which anything waits. */
  const longestWaitMs = Math.max(
    0,
    ...options.folders.flatMap(({ index, otherSideWaitMs }) => [index.waitMs, otherSideWaitMs]),
  )
  let running: Promise<void> | null = null

  const look = async (): Promise<void> => {
    const nowMs = options.now()
    const due = await options.ledger.dueItems(nowMs, nowMs + longestWaitMs, itemsAtATime)
    if (due.length > 0) await options.readItems(due.map(({ id }) => id))
    await options.lookElsewhere()
  }
  const timer = setInterval(() => {
    if (running !== null) return
    running = look()
      .catch((error: unknown) => {
        options.log.error('due_look_failed', error)
      })
      .finally(() => {
        running = null
      })
  }, intervalMs)

  return async () => {
    clearInterval(timer)
    await running
  }
}
