import { toFailure } from '../shared/error-codes.ts'
import type { Item } from '../shared/records.ts'
import type { LaneStatus } from '../shared/status.ts'
import { sendAttempt, settleAttempt, startAttempt } from './attempt-run.ts'
import type { AttemptRunOptions, StartedAttempt } from './attempt-run.ts'
import { createLaneGate } from './lane-gate.ts'
import type { Pacer } from './upload/pacer.ts'

export interface LaneOptions extends Omit<AttemptRunOptions, 'cutOff'> {
  readonly pacer: Pacer
  /** The API key, or null while there is none. */
  key(): string | null
  onItemChanged(itemId: number): void
  onStatusChanged(): void
  /** The file at the path is not the one that was reviewed: its new content must be looked at. */
  onContentChanged(item: Item): void
  onOutcomeUnknown(item: Item): void
}

export interface UploadLane {
  /** Looks for work. Call it whenever something may have become due. */
  kick(): void
  pause(actor: string): Promise<void>
  /** Goes on after a pause by a person or a stop by a failure. */
  resume(actor: string): Promise<void>
  /** A new key came, or the last one went. */
  keyChanged(): void
  status(): LaneStatus
  /** Sends nothing more, gives what is in flight `graceMs` to end, and cuts it off then. */
  stop(graceMs: number): Promise<void>
}

const pausedFact = 'uploads_paused'

/** The longest sleep. A clock that is set back must not stall the lane. */
const longestSleepMs = 60_000

/**
 * The way of approved items to the endpoint: at most `concurrency` at a time, one for each entity, at the pace
 * that is set. Row first, then act, then row.
 */
export async function openUploadLane(options: LaneOptions): Promise<UploadLane> {
  const { ledger, pacer, now } = options
  const stopping = new AbortController()
  const cutOff = new AbortController()
  const run: AttemptRunOptions = { ...options, cutOff: cutOff.signal }
  const inFlight = new Map<number, Promise<void>>()
  const gate = createLaneGate({
    pacer,
    paused: (await ledger.readFact(pausedFact)) !== null,
    now,
    random: () => options.random(),
    onChanged: () => {
      options.onStatusChanged()
    },
  })
  let kicks = 0
  let pumpRun: Promise<void> | null = null
  let alarm: ReturnType<typeof setTimeout> | undefined

  const mayStart = (): boolean => gate.isOpen() && !stopping.signal.aborted

  const pump = async (): Promise<void> => {
    while (mayStart() && inFlight.size < Math.min(options.upload.concurrency, gate.allowance())) {
      const [next] = await ledger.nextDue(now(), 1)
      if (next === undefined) {
        if (inFlight.size === 0 && (await ledger.nextDueAtMs()) === null) gate.calm()
        return
      }
      const key = options.key()
      if (key === null) {
        gate.halt({ code: 'key_missing', detail: '' })
        return
      }
      await pacer.turn(stopping.signal)
      if (!mayStart()) return
      const started = await startAttempt(next, run)
      if (started === null) continue
      options.onItemChanged(next.item.id)
      inFlight.set(next.item.id, carry(started, key))
    }
  }

  const carry = async (started: StartedAttempt, key: string): Promise<void> => {
    const { id } = started.item
    try {
      const end = await sendAttempt(started, key, run)
      gate.note(end)
      const settled = await settleAttempt(started, end, run)
      options.onItemChanged(id)
      if (end.outcome === 'content_changed') options.onContentChanged(settled)
      if (settled.state === 'outcome_unknown') options.onOutcomeUnknown(settled)
    } catch (error) {
      // The ledger did not take the end. The row still says "in flight", and the next start calls it unknown.
      options.log.error('attempt_not_settled', error, { itemId: id })
      gate.halt(toFailure(error))
    } finally {
      inFlight.delete(id)
      kick()
    }
  }

  const setAlarm = async (): Promise<void> => {
    clearTimeout(alarm)
    const dueAtMs = await ledger.nextDueAtMs()
    if (stopping.signal.aborted || gate.isPausedByPerson()) return
    const wakeAtMs = Math.max(gate.holdUntilMs(), dueAtMs ?? 0)
    if (wakeAtMs > 0) alarm = setTimeout(kick, Math.min(longestSleepMs, Math.max(10, wakeAtMs - now())))
  }

  const pumpUntilQuiet = async (): Promise<void> => {
    try {
      let answered: number
      do {
        answered = kicks
        await pump()
        await setAlarm()
      } while (answered !== kicks && !stopping.signal.aborted)
    } catch (error) {
      if (stopping.signal.aborted) return
      options.log.error('lane_failed', error)
      gate.halt(toFailure(error))
    }
  }

  function kick(): void {
    if (stopping.signal.aborted) return
    kicks += 1
    pumpRun ??= pumpUntilQuiet().finally(() => {
      pumpRun = null
    })
  }

  return {
    kick,
    async pause(actor) {
      if (gate.isPausedByPerson()) return
      await ledger.writeFact(pausedFact, actor)
      await ledger.recordEvent('uploads.paused', actor, {}, now())
      gate.setPaused(true)
    },
    async resume(actor) {
      await ledger.writeFact(pausedFact, null)
      await ledger.recordEvent('uploads.resumed', actor, {}, now())
      gate.setPaused(false)
      gate.release(false)
      kick()
    },
    keyChanged() {
      gate.release(true)
      kick()
    },
    status: () => gate.status(),
    async stop(graceMs) {
      stopping.abort()
      clearTimeout(alarm)
      const cut = setTimeout(() => {
        cutOff.abort()
      }, graceMs)
      await pumpRun
      await Promise.allSettled(inFlight.values())
      clearTimeout(cut)
    },
  }
}
