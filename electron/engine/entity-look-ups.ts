import type { Failure } from '../shared/error-codes.ts'
import { dispositionOf, IntrayError, toFailure } from '../shared/error-codes.ts'
import type { EntityCheck } from '../shared/records.ts'
import { sentenceIn } from '../shared/sentences/detail.ts'
import type { ConnectionSettings } from '../shared/settings/connection.ts'
import type { EntityLookUpSettings } from '../shared/settings/entity-look-up.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'
import type { Timers } from './time/clock.ts'
import type { EndpointClient } from './upload/endpoint-client.ts'
import { nextDelayMs } from './upload/backoff.ts'

export interface EntityLookUpsOptions {
  readonly ledger: Pick<Ledger, 'readEntityChecks' | 'recordEntityCheck'>
  readonly client: Pick<EndpointClient, 'lookUpEntity'>
  readonly connection: ConnectionSettings
  readonly settings: EntityLookUpSettings
  readonly timers: Timers
  readonly log: Log
  key(): string | null
  now(): number
  random(): number
  /** An entity is known to be something else than before. */
  onChecked(check: EntityCheck): void
}

export interface EntityLookUps {
  /** Asks for entities by and by, where that is switched on and no fresh answer is there. Never waits. */
  want(entityIds: readonly string[]): void
  /** Asks for one entity now. Throws IntrayError when the endpoint gives no answer that tells. */
  lookUpNow(entityId: string): Promise<EntityCheck>
  /** Entities that are still to be asked for. */
  pending(): number
  /** Why nothing is asked for at present; null while all is well. */
  failure(): Failure | null
  /** The key changed: what failed before may work now. */
  tryAgain(): void
  stop(): Promise<void>
}

/** Look-ups go one at a time and so seldom that uploads do not notice them. */
const gapMs = 100
const backoff = { baseMs: 5_000, maxMs: 600_000 }
/** More entities than these wait in the ledger only, and are asked for when their items are looked at again. */
const maxWanted = 50_000

/** True while an answer is believed. An unknown entity may be created at any time, so it is believed for less long. */
export function isFresh(check: EntityCheck, keepMs: number, nowMs: number): boolean {
  const heldMs = check.result === 'known' ? keepMs : keepMs / 10
  return check.checkedAtMs <= nowMs && nowMs - check.checkedAtMs < heldMs
}

/** Asks the endpoint whether it knows entities. A slow or broken endpoint holds up nothing but this. */
export function createEntityLookUps(options: EntityLookUpsOptions): EntityLookUps {
  const { ledger, settings, log } = options
  const wanted = new Set<string>()
  const stopping = new AbortController()
  let failures = 0
  let failure: Failure | null = null
  let cancelTimer: (() => void) | null = null
  let running: Promise<void> | null = null

  const ask = async (entityId: string, key: string): Promise<EntityCheck> => {
    const { connection } = options
    const answer = await options.client.lookUpEntity({ connection, key, entityId, signal: stopping.signal })
    if (answer.kind === 'unavailable') throw new IntrayError(answer.code, sentenceIn(answer) ?? '')
    const [before] = await ledger.readEntityChecks([entityId])
    const check = { entityId, result: answer.kind, checkedAtMs: options.now() }
    await ledger.recordEntityCheck(check)
    if (before?.result !== check.result) options.onChecked(check)
    return check
  }

  const askNext = async (): Promise<void> => {
    const [entityId] = wanted
    const key = options.key()
    if (entityId === undefined || key === null) return
    const [known] = await ledger.readEntityChecks([entityId])
    wanted.delete(entityId)
    if (known !== undefined && isFresh(known, settings.keepMs, options.now())) return
    try {
      await ask(entityId, key)
    } catch (error) {
      // An id that the endpoint will never take must not stand in the way of the others.
      if (!(error instanceof IntrayError && dispositionOf(error.code) === 'review')) wanted.add(entityId)
      throw error
    }
  }

  const schedule = (delayMs: number): void => {
    if (stopping.signal.aborted || cancelTimer !== null || running !== null || wanted.size === 0) return
    cancelTimer = options.timers.after(delayMs, () => {
      cancelTimer = null
      running = askNext().then(noteAnswer, noteFailure)
    })
  }

  const noteAnswer = (): void => {
    running = null
    failures = 0
    failure = null
    if (options.key() !== null) schedule(gapMs)
  }

  const noteFailure = (error: unknown): void => {
    running = null
    if (stopping.signal.aborted) return
    failures += 1
    if (error instanceof IntrayError) {
      failure = toFailure(error)
      log.warn('entity_look_up_failed', { code: error.code })
    } else {
      log.error('entity_look_up_failed', error)
    }
    schedule(nextDelayMs({ attempt: failures, ...backoff, random: () => options.random() }))
  }

  return {
    want(entityIds) {
      if (!settings.enabled) return
      for (const entityId of entityIds) if (wanted.size < maxWanted) wanted.add(entityId)
      if (options.key() !== null) schedule(gapMs)
    },
    lookUpNow(entityId) {
      const key = options.key()
      if (key === null) return Promise.reject(new IntrayError('key_missing'))
      return ask(entityId, key)
    },
    pending: () => wanted.size,
    failure: () => failure,
    tryAgain() {
      cancelTimer?.()
      cancelTimer = null
      failures = 0
      schedule(0)
    },
    async stop() {
      stopping.abort()
      cancelTimer?.()
      await running
    },
  }
}
