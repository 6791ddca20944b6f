import { dispositionOf } from '../shared/error-codes.ts'
import type { ErrorCode, Failure } from '../shared/error-codes.ts'
import type { LaneStatus } from '../shared/status.ts'
import type { AttemptEnd } from './settlement.ts'
import { nextDelayMs } from './upload/backoff.ts'
import type { Pacer } from './upload/pacer.ts'
import type { ScheduleState } from './upload/schedule.ts'
import { detailIn } from '../shared/sentences/detail.ts'

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
  /** Epoch milliseconds when it may open, or close, by itself; 0 where it does not. */
  changesAtMs(): number
  /** Tells of it where the schedule has opened or closed the lane. */
  followSchedule(): void
  status(): LaneStatus
}

export interface LaneGateOptions {
  readonly pacer: Pacer
  readonly paused: boolean
  /** Whether uploads may start at this hour. A person's "resume" does not change it: the schedule is a setting. */
  schedule(nowMs: number): ScheduleState
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

/** Ends that say nothing of the endpoint. */
const localCodes: ReadonlySet<string> = new Set([
  'file_missing',
  'file_unreadable',
  'content_changed',
  'entity_id_unsafe',
  'stopped_before_sending',
] satisfies ErrorCode[])

/** So many in a row can be chance; from the next on the lane waits between probes. */
const toleratedTroubles = 2

/** The pace after a 429 that names no time. */
const unnamedSlowdownMs = 1_000

export function createLaneGate({ pacer, now, random, onChanged, ...options }: LaneGateOptions): LaneGate {
  let paused = options.paused
  let failure: Failure | null = null
  let unreachable: Failure | null = null
  let isScheduleOpen = options.schedule(now()).isOpen
  // Each has a beginning of its own: a pause in the middle of an outage is not the outage's beginning.
  const since = { pause: now(), stop: now(), schedule: now(), trouble: now(), calm: now() }
  let troubles = 0
  let heldUntilMs = 0

  /** A hold that seems longer than the longest one was set before somebody set the clock back. */
  const isHeld = (): boolean => now() < heldUntilMs && heldUntilMs - now() <= reconnect.maxMs

  const halt = (cause: Failure): void => {
    if (failure?.code === cause.code) return
    failure = cause
    since.stop = now()
    onChanged()
  }

  const endOutage = (): void => {
    if (unreachable === null) return
    unreachable = null
    since.calm = now()
    onChanged()
  }

  /** An outage must not lead every waiting file into an unknown outcome, one after the other. */
  const noteTrouble = (end: AttemptEnd): void => {
    if (!isTrouble(end.outcome)) {
      troubles = 0
      heldUntilMs = 0
      endOutage()
      return
    }
    if (troubles === 0) since.trouble = now()
    troubles += 1
    const beyond = end.outcome === 'connection_failed' ? troubles : troubles - toleratedTroubles
    if (beyond <= 0) return
    heldUntilMs = now() + nextDelayMs({ ...reconnect, attempt: beyond, random })
    if (unreachable === null) {
      unreachable = { code: end.outcome, ...detailIn(end) }
      onChanged()
    }
  }

  const stateNow = (): LaneStatus['state'] => {
    if (paused) return 'paused_by_person'
    if (failure !== null) return 'stopped'
    return options.schedule(now()).isOpen ? 'running' : 'scheduled'
  }

  const sinceOf = (state: LaneStatus['state']): number => {
    switch (state) {
      case 'paused_by_person':
        return since.pause
      case 'stopped':
        return since.stop
      case 'scheduled':
        return since.schedule
      case 'running':
        return unreachable === null ? since.calm : since.trouble
    }
  }

  return {
    isOpen: () => stateNow() === 'running' && !isHeld(),
    isPausedByPerson: () => paused,
    setPaused(value) {
      if (paused === value) return
      paused = value
      since[paused ? 'pause' : 'calm'] = now()
      onChanged()
    },
    halt,
    release(keyOnly) {
      if (keyOnly && failure?.code.startsWith('key_') !== true) return
      failure = null
      heldUntilMs = 0
      since.calm = now()
      onChanged()
    },
    note(end) {
      if (localCodes.has(end.outcome)) return
      noteTrouble(end)
      if (end.outcome === 'rate_limited') pacer.slowUntil(now() + (end.retryAfterMs ?? unnamedSlowdownMs))
      else pacer.noteAnswer()
      if (end.outcome !== 'accepted' && dispositionOf(end.outcome) === 'pause') {
        halt({ code: end.outcome, ...detailIn(end) })
      }
    },
    calm: endOutage,
    allowance: () => (troubles > toleratedTroubles || heldUntilMs > 0 ? 1 : Infinity),
    changesAtMs() {
      const scheduledAtMs = options.schedule(now()).changesAtMs ?? 0
      if (!isHeld()) return scheduledAtMs
      return scheduledAtMs === 0 ? heldUntilMs : Math.min(scheduledAtMs, heldUntilMs)
    },
    followSchedule() {
      const { isOpen } = options.schedule(now())
      if (isOpen === isScheduleOpen) return
      isScheduleOpen = isOpen
      since[isOpen ? 'calm' : 'schedule'] = now()
      onChanged()
    },
    status() {
      const state = stateNow()
      return {
        state,
        failure: failure ?? unreachable,
        sinceMs: sinceOf(state),
        slowedUntilMs: pacer.slowedUntilMs(),
        opensAtMs: state === 'scheduled' ? options.schedule(now()).changesAtMs : null,
      }
    },
  }
}
