import { IntrayError } from '../shared/error-codes.ts'
import type { Item } from '../shared/records.ts'
import type { ConnectionSettings } from '../shared/settings.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'
import type { EndpointClient } from './upload/endpoint-client.ts'

export interface UnknownOutcomeOptions {
  readonly ledger: Ledger
  readonly client: EndpointClient
  readonly connection: ConnectionSettings
  readonly log: Log
  key(): string | null
  now(): number
  onItemChanged(itemId: number): void
}

export interface UnknownOutcomes {
  /**
   * Looks at the entity whether one of the item's attempts arrived. Found: the item is uploaded, with the
   * evidence. Not found or not answered: the item stays, and a person decides. Throws `stale_item`.
   */
  lookUp(itemId: number, revision: number): Promise<Item>
  /** Looks by itself after a while: what was stored can take seconds to show. */
  lookUpLater(item: Item): void
  /** Looks of its own that wait or run. */
  pending(): number
  /** Starts no further look and resolves when those that run have ended. */
  stop(): Promise<void>
}

const firstLookMs = 3_000

export function createUnknownOutcomes(options: UnknownOutcomeOptions): UnknownOutcomes {
  const { ledger } = options
  const stopping = new AbortController()
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const running = new Set<Promise<void>>()

  const lookUp = async (itemId: number, revision: number): Promise<Item> => {
    const { item, attempts } = await ledger.getDetail(itemId)
    if (item.revision !== revision) throw new IntrayError('stale_item')
    if (item.state !== 'outcome_unknown') throw new IntrayError('transition_refused')
    const key = options.key()
    if (key === null) throw new IntrayError('key_missing')
    for (const attempt of attempts.toReversed()) {
      const seen = await options.client.lookUp({
        connection: options.connection,
        key,
        entityId: attempt.entityId,
        sentName: attempt.sentName,
        signal: stopping.signal,
      })
      if (seen.kind === 'unavailable') throw new IntrayError(seen.code, seen.detail)
      if (seen.kind === 'absent') continue
      return ledger.decide(
        {
          itemId,
          revision,
          actor: 'engine',
          kind: 'outcome.settled',
          to: 'uploaded',
          uploadedAtMs: options.now(),
          data: { found: true, sentName: attempt.sentName, entry: seen.entry },
        },
        options.now(),
      )
    }
    return item
  }

  const lookByItself = async (item: Item): Promise<void> => {
    try {
      const settled = await lookUp(item.id, item.revision)
      options.onItemChanged(settled.id)
    } catch (error) {
      // The item stays unknown and in view; a person can look again or decide.
      if (error instanceof IntrayError)
        options.log.warn('look_up_failed', { itemId: item.id, code: error.code })
      else options.log.error('look_up_failed', error, { itemId: item.id })
    }
  }

  return {
    lookUp,
    pending: () => timers.size + running.size,
    lookUpLater(item) {
      const timer = setTimeout(() => {
        timers.delete(timer)
        const look = lookByItself(item).finally(() => {
          running.delete(look)
        })
        running.add(look)
      }, firstLookMs)
      timers.add(timer)
    },
    async stop() {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
      stopping.abort()
      await Promise.all(running)
    },
  }
}
