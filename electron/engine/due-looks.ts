import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'

export interface DueLooksOptions {
  readonly ledger: Pick<Ledger, 'dueItems'>
  readonly log: Log
  /** The longest time for which anything waits. */
  readonly longestWaitMs: number
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
  let running: Promise<void> | null = null

  const look = async (): Promise<void> => {
    const nowMs = options.now()
    const due = await options.ledger.dueItems(nowMs, nowMs + options.longestWaitMs, itemsAtATime)
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
