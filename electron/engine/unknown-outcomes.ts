import { IntrayError } from '../shared/error-codes.ts'
import type { Attempt, Item, ItemDetail } from '../shared/records.ts'
import type { ConnectionSettings } from '../shared/settings/connection.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'
import { createLookAgenda } from './look-agenda.ts'
import { lookEvidence, nextLookMs, verdictOf } from './look-series.ts'
import type { Look, LookAnswer, LookPlan, LookSeries, Moment } from './look-series.ts'
import { lookForAttempts, mayHaveArrived } from './outcome-look.ts'
import type { FoundAttempt } from './outcome-look.ts'
import type { Clock, Timers } from './time/clock.ts'
import type { EndpointClient } from './upload/endpoint-client.ts'
import type { Pacer } from './upload/pacer.ts'
import { sentenceIn } from '../shared/sentences/detail.ts'

export interface UnknownOutcomeOptions {
  readonly ledger: Ledger
  readonly client: Pick<EndpointClient, 'listMedia'>
  readonly connection: ConnectionSettings
  readonly log: Log
  readonly plan: LookPlan
  /** An item that was tried so often is not sent anew without a person. */
  readonly maxAttempts: number
  readonly clock: Pick<Clock, 'nowMs' | 'monotonicMs'>
  readonly timers: Timers
  /** Looks keep to the pace of all requests. */
  readonly pacer: Pick<Pacer, 'turn'>
  key(): string | null
  random(): number
  onItemChanged(itemId: number): void
  /** An item is approved again: it surely did not arrive. */
  onSentAnew(): void
}

export interface UnknownOutcomes {
  /**
   * Looks at the entity whether one of the item's attempts arrived. Found: the item is uploaded, with the
   * evidence. Not found or not answered: the item stays, unless the looks so far prove that it did not arrive.
   * Throws `stale_item`, `transition_refused`, and the code of a look that could not be made.
   */
  lookUp(itemId: number, revision: number): Promise<Item>
  /** Looks by itself, several times over the next half hour: what was stored can take a while to show. */
  lookUpLater(item: Item): void
  /** Does the same for everything that is unknown in the ledger, as after a start. */
  lookUpAll(): Promise<void>
  /** A new key came: what waits for one is looked at soon. */
  keyChanged(): void
  /** Items whose first look has not ended, and looks that run. */
  pending(): number
  /** Starts no further look and resolves when those that run have ended. */
  stop(): Promise<void>
}

interface OpenSeries extends LookSeries {
  readonly looks: Look[]
}

/** While there is no key, or a look failed within Intray itself. */
const pauseMs = 60_000

/** Settles uploads without a clear answer by asking the endpoint. Nothing is ever sent again blindly. */
export function createUnknownOutcomes(options: UnknownOutcomeOptions): UnknownOutcomes {
  const { ledger, plan, clock } = options
  const stopping = new AbortController()
  const open = new Map<number, OpenSeries>()
  const unseen = new Set<number>()
  const agenda = createLookAgenda({ clock, timers: options.timers, look: (itemId) => lookByItself(itemId) })

  const moment = (): Moment => ({ atMs: clock.nowMs(), monotonicMs: clock.monotonicMs() })

  const begin = (itemId: number, attemptEndedAtMs: number): OpenSeries => {
    const series: OpenSeries = { attemptEndedAtMs, began: moment(), looks: [] }
    open.set(itemId, series)
    return series
  }

  const forget = (itemId: number): void => {
    open.delete(itemId)
    agenda.drop(itemId)
  }

  const seriesOf = (itemId: number, attempts: readonly Attempt[]): OpenSeries => {
    const endedAtMs = attempts.at(-1)?.finishedAtMs ?? clock.nowMs()
    const known = open.get(itemId)
    return known?.attemptEndedAtMs === endedAtMs ? known : begin(itemId, endedAtMs)
  }

  /** One look and what follows from it. */
  const look = async (
    detail: ItemDetail,
    key: string,
  ): Promise<{ item: Item; answer: LookAnswer | FoundAttempt }> => {
    const { item } = detail
    const attempts = detail.attempts.filter(mayHaveArrived)
    const series = seriesOf(item.id, attempts)
    await options.pacer.turn(stopping.signal)
    const answer = await lookForAttempts(attempts, {
      client: options.client,
      connection: options.connection,
      key,
      signal: stopping.signal,
    })
    if (answer.answer === 'found') {
      const { sentName, entry } = answer
      const looks = lookEvidence(series)
      const settled = await settle(item, 'uploaded', { found: true, sentName, entry, looks })
      forget(item.id)
      return { item: settled, answer }
    }
    series.looks.push({ ...answer, ...moment() })
    agenda.set(item.id, nextLookMs(series, plan, options.random))
    return { item: await conclude(detail, series), answer }
  }

  const conclude = async ({ item, events }: ItemDetail, series: OpenSeries): Promise<Item> => {
    const verdict = verdictOf(series, plan)
    const looks = lookEvidence(series)
    if (verdict === 'open') return item
    if (verdict === 'absent' && item.attemptCount < options.maxAttempts) {
      const settled = await settle(item, 'approved', { found: false, looks })
      forget(item.id)
      options.onSentAnew()
      return settled
    }
    if (verdict !== 'undecided') forget(item.id)
    // Told once for each attempt: the looks go on, and the chain is not their log.
    const attemptedAt = events.findLast(({ kind }) => kind === 'attempt.settled')?.seq ?? 0
    const isTold = events.some(({ kind, seq }) => kind === 'outcome.settled' && seq > attemptedAt)
    if (isTold) return item
    return settle(item, undefined, { undecided: true, surelyAbsent: verdict === 'absent', looks })
  }

  const settle = (
    item: Item,
    to: 'uploaded' | 'approved' | undefined,
    data: Readonly<Record<string, unknown>>,
  ): Promise<Item> => {
    const atMs = clock.nowMs()
    return ledger.decide(
      {
        itemId: item.id,
        revision: item.revision,
        actor: 'engine',
        kind: 'outcome.settled',
        ...(to === undefined ? {} : { to }),
        ...(to === 'uploaded' ? { uploadedAtMs: atMs } : {}),
        data,
      },
      atMs,
    )
  }

  const lookByItself = async (itemId: number): Promise<void> => {
    unseen.add(itemId)
    await tryLook(itemId)
    unseen.delete(itemId)
  }

  const tryLook = async (itemId: number): Promise<void> => {
    const key = options.key()
    if (key === null) {
      agenda.set(itemId, clock.monotonicMs() + pauseMs)
      return
    }
    try {
      const detail = await ledger.getDetail(itemId)
      if (detail.item.state !== 'outcome_unknown') {
        forget(itemId)
        return
      }
      const { item } = await look(detail, key)
      if (item.revision !== detail.item.revision) options.onItemChanged(itemId)
    } catch (error) {
      if (stopping.signal.aborted) return
      // The item stays unknown and in view; a person can look again or decide. The next look finds out more.
      agenda.set(itemId, clock.monotonicMs() + pauseMs)
      if (error instanceof IntrayError) options.log.warn('look_up_failed', { itemId, code: error.code })
      else options.log.error('look_up_failed', error, { itemId })
    }
  }

  const lookUpLater = (item: Item): void => {
    const series = begin(item.id, item.changedAtMs)
    unseen.add(item.id)
    agenda.set(item.id, nextLookMs(series, plan, options.random))
  }

  return {
    lookUpLater,
    async lookUp(itemId, revision) {
      const detail = await ledger.getDetail(itemId)
      if (detail.item.revision !== revision) throw new IntrayError('stale_item')
      if (detail.item.state !== 'outcome_unknown') throw new IntrayError('transition_refused')
      const key = options.key()
      if (key === null) throw new IntrayError('key_missing')
      const { item, answer } = await look(detail, key)
      if (answer.answer === 'unavailable') throw new IntrayError(answer.code, sentenceIn(answer) ?? '')
      return item
    },
    async lookUpAll() {
      let cursor: string | null = null
      do {
        const page = await ledger.list({
          states: ['outcome_unknown'],
          text: '',
          order: 'oldest_first',
          limit: 500,
          ...(cursor === null ? {} : { cursor }),
        })
        for (const item of page.items) lookUpLater(item)
        cursor = page.nextCursor
      } while (cursor !== null)
    },
    keyChanged() {
      for (const [itemId, series] of open) {
        agenda.bringForward(itemId, nextLookMs(series, plan, options.random))
      }
    },
    pending: () => unseen.size,
    async stop() {
      stopping.abort()
      await agenda.stop()
    },
  }
}
