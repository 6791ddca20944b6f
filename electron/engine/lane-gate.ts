import { dispositionOf } from '../shared/error-codes.ts'
import type { Failure } from '../shared/error-codes.ts'
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

/** The pace after a 429 that names no time. */
const unnamedSlowdownMs = 1_000

export function createLaneGate({ pacer, now, random, onChanged, ...options }: LaneGateOptions): LaneGate {
  let paused = options.paused
  let failure: Failure | null = null
  let unreachable: Failure | null = null
  let sinceMs = now()
  let connectFailures = 0
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

  const noteConnection = (end: AttemptEnd): void => {
    if (end.outcome !== 'connection_failed') {
      connectFailures = 0
      heldUntilMs = 0
      if (unreachable !== null) {
        unreachable = null
        change()
      }
      return
    }
    connectFailures += 1
    heldUntilMs = now() + nextDelayMs({ ...reconnect, attempt: connectFailures, random })
    if (unreachable === null) {
      unreachable = { code: 'connection_failed', detail: end.detail }
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
      noteConnection(end)
      if (end.outcome === 'rate_limited') pacer.slowUntil(now() + (end.retryAfterMs ?? unnamedSlowdownMs))
      else pacer.noteAnswer()
      if (end.outcome !== 'accepted' && dispositionOf(end.outcome) === 'pause') {
        halt({ code: end.outcome, detail: end.detail })
      }
    },
    holdUntilMs: () => heldUntilMs,
    status: () => ({
      state: paused ? 'paused_by_person' : failure === null ? 'running' : 'stopped',
      failure: failure ?? unreachable,
      sinceMs,
      slowedUntilMs: pacer.slowedUntilMs(),
    }),
  }
}
