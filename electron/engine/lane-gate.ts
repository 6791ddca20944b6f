import { dispositionOf } from '../shared/error-codes.ts'
import type { ErrorCode, Failure } from '../shared/error-codes.ts'
import type { LaneStatus } from '../shared/status.ts'
import type { AttemptEnd } from './settlement.ts'
import { nextDelayMs } from './upload/backoff.ts'
import type { Pacer } from './upload/pacer.ts'

/** Whether uploads may start now, and why not. */
export interface LaneGate {
  isOpen(): boolean
  isPausedByPerson(): boolean
  setPaused(paused: boolean): void
  /** Stops the lane until a person or a new key opens it again. */
  halt(failure: Failure): void
  /** Takes back what stopped the lane; with `keyOnly` just what concerned the key. */
  release(keyOnly: boolean): void
  /** Learns from the end of an attempt: slower, later, or not at all. */
  note(end: AttemptEnd): void
  /** Nothing is left to send: an outage that nobody waits for is no news any more. */
  calm(): void
  /** How many may be in flight: one, as a probe, while the endpoint seems to be in trouble. */
  allowance(): number
  /** Epoch milliseconds before which nothing starts because the endpoint could not be reached, or 0. */
  holdUntilMs(): number
  status(): LaneStatus
}

export interface LaneGateOptions {
  readonly pacer: Pacer
  readonly paused: boolean
  now(): number
  random(): number
  onChanged(): void
}

/** After a failure to connect the lane waits before it tries the network again, longer each time. */
const reconnect = { baseMs: 1_000, maxMs: 60_000 }

/** Ends that say more about the endpoint, or the way to it, than about the file. */
function isTrouble(outcome: AttemptEnd['outcome']): outcome is ErrorCode {
  return troubleCodes.has(outcome)
}

const troubleCodes: ReadonlySet<string> = new Set([
  'connection_failed',
  'no_answer',
  'not_the_endpoint',
  'server_error',
] satisfies ErrorCode[])

/** So many in a row can be chance; from the next on the lane waits between probes. */
const toleratedTroubles = 2

/** The pace after a 429 that names no time. */
const unnamedSlowdownMs = 1_000

export function createLaneGate({ pacer, now, random, onChanged, ...options }: LaneGateOptions): LaneGate {
  let paused = options.paused
  let failure: Failure | null = null
  let unreachable: Failure | null = null
  let sinceMs = now()
  let troubles = 0
  let heldUntilMs = 0

  const change = (): void => {
    sinceMs = now()
    onChanged()
  }

  const halt = (cause: Failure): void => {
    if (failure?.code === cause.code) return
    failure = cause
    change()
  }

  /** An outage must not lead every waiting file into an unknown outcome, one after the other. */
  const noteTrouble = (end: AttemptEnd): void => {
    if (!isTrouble(end.outcome)) {
      troubles = 0
      heldUntilMs = 0
      if (unreachable !== null) {
        unreachable = null
        change()
      }
      return
    }
    troubles += 1
    const beyond = end.outcome === 'connection_failed' ? troubles : troubles - toleratedTroubles
    if (beyond <= 0) return
    heldUntilMs = now() + nextDelayMs({ ...reconnect, attempt: beyond, random })
    if (unreachable === null) {
      unreachable = { code: end.outcome, detail: end.detail }
      change()
    }
  }

  return {
    isOpen: () => !paused && failure === null && now() >= heldUntilMs,
    isPausedByPerson: () => paused,
    setPaused(value) {
      if (paused === value) return
      paused = value
      change()
    },
    halt,
    release(keyOnly) {
      if (keyOnly && failure?.code.startsWith('key_') !== true) return
      failure = null
      heldUntilMs = 0
      change()
    },
    note(end) {
      noteTrouble(end)
      if (end.outcome === 'rate_limited') pacer.slowUntil(now() + (end.retryAfterMs ?? unnamedSlowdownMs))
      else pacer.noteAnswer()
      if (end.outcome !== 'accepted' && dispositionOf(end.outcome) === 'pause') {
        halt({ code: end.outcome, detail: end.detail })
      }
    },
    calm() {
      if (unreachable === null) return
      unreachable = null
      change()
    },
    allowance: () => (troubles > toleratedTroubles || heldUntilMs > 0 ? 1 : Infinity),
    holdUntilMs: () => heldUntilMs,
    status: () => ({
      state: paused ? 'paused_by_person' : failure === null ? 'running' : 'stopped',
      failure: failure ?? unreachable,
      sinceMs,
      slowedUntilMs: pacer.slowedUntilMs(),
    }),
  }
}
