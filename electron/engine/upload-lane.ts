import { toFailure } from '../shared/error-codes.ts'
import type { Item } from '../shared/records.ts'
import type { Priority } from '../shared/settings/folder.ts'
import type { LaneStatus } from '../shared/status.ts'
import { gatherRequest, sendRequest, settleAttempt, startRequest } from './attempt-run.ts'
import type { AttemptRunOptions, StartedRequest } from './attempt-run.ts'
import { createLaneGate } from './lane-gate.ts'
import { longestBulkGraceMs } from './review/grace.ts'
import type { RequestEnd } from './sending.ts'
import type { Pacer } from './upload/pacer.ts'
import { longestRetryAfterMs } from './upload/retry-after.ts'
import { followSchedule } from './upload/schedule.ts'

export interface LaneOptions extends Omit<AttemptRunOptions, 'cutOff'> {
  readonly pacer: Pacer
  /** By folder id; a folder that is not named is `normal`. */
  readonly folderPriorities: ReadonlyMap<string, Priority>
  /** How long an approved file waits before it is sent, so that the approval can be taken back. */
  readonly graceMs: number
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
  /** Goes on after a pause by a person or a stop by a failure. The schedule stays: it is a setting. */
  resume(actor: string): Promise<void>
  /** A new key came, or the last one went. */
  keyChanged(): void
  status(): LaneStatus
  /** Sends nothing more, gives what is in flight `graceMs` to end, and cuts it off then. */
  stop(graceMs: number): Promise<void>
}

const pausedFact = 'uploads_paused'

/** The longest sleep. A clock that is set back, or a computer that slept, must not stall the lane. */
const longestSleepMs = 60_000

const blockedLookMs = 1_000

/**
 * The way of approved items to the endpoint: at most `concurrency` requests at a time, one for each entity, at the
 * pace that is set. Row first, then act, then row.
 */
export async function openUploadLane(options: LaneOptions): Promise<UploadLane> {
  const { ledger, pacer, now, upload } = options
  const stopping = new AbortController()
  const cutOff = new AbortController()
  const run: AttemptRunOptions = { ...options, cutOff: cutOff.signal }
  const inFlight = new Set<Promise<void>>()
  const order = {
    folderPriorities: options.folderPriorities,
    longestWaitMs: Math.max(upload.backoffMaxMs, longestRetryAfterMs),
    longestGraceMs: options.graceMs + longestBulkGraceMs,
  }
  const gate = createLaneGate({
    pacer,
    paused: (await ledger.readFact(pausedFact)) !== null,
    schedule: followSchedule(upload.schedule),
    now,
    random: () => options.random(),
    onChanged: () => {
      options.onStatusChanged()
    },
  })
  let kicks = 0
  let pumpRun: Promise<void> | null = null
  let alarm: ReturnType<typeof setTimeout> | undefined
  /** What came due since then has not been looked at. */
  let lookedAtMs = 0

  const mayStart = (): boolean => gate.isOpen() && !stopping.signal.aborted

  const pump = async (): Promise<void> => {
    gate.followSchedule()
    while (mayStart() && inFlight.size < Math.min(upload.concurrency, gate.allowance())) {
      lookedAtMs = now()
      const [first] = await ledger.nextDue(lookedAtMs, 1, order)
      if (first === undefined) {
        if (inFlight.size === 0 && (await ledger.nextDueAtMs(lookedAtMs)) === null) gate.calm()
        return
      }
      const key = options.key()
      if (key === null) {
        gate.halt({ code: 'key_missing', detail: '' })
        return
      }
      await pacer.turn(stopping.signal)
      if (!mayStart()) return
      const started = await startRequest(await gatherRequest(first, run), run)
      if (started === null) continue
      for (const { item } of started.files) options.onItemChanged(item.id)
      const carried: Promise<void> = carry(started, key).finally(() => {
        inFlight.delete(carried)
        kick()
      })
      inFlight.add(carried)
    }
  }

  const carry = async (started: StartedRequest, key: string): Promise<void> => {
    try {
      const requestEnd = await sendRequest(started, key, run)
      noteEnd(requestEnd, key)
      for (const [index, file] of started.files.entries()) {
        const end = requestEnd.ends[index]
        if (end === undefined) throw new Error('a request ended without a word on one of its files')
        const settled = await settleAttempt(file, end, requestEnd.sentCount, run)
        options.onItemChanged(settled.id)
        if (end.outcome === 'content_changed') options.onContentChanged(settled)
        if (settled.state === 'outcome_unknown') options.onOutcomeUnknown(settled)
      }
    } catch (error) {
      // The ledger did not take the end. The row still says "in flight", and the next start calls it unknown.
      options.log.error('attempt_not_settled', error, { itemId: started.files[0]?.item.id ?? null })
      gate.halt(toFailure(error))
    }
  }

  const noteEnd = ({ sent, ends }: RequestEnd, key: string): void => {
    const end = sent ?? ends[0]
    // What an old key met says nothing of the present one.
    if (end === undefined || (end.outcome.startsWith('key_') && key !== options.key())) return
    gate.note(end)
  }

  const setAlarm = async (): Promise<void> => {
    clearTimeout(alarm)
    const dueAtMs = await ledger.nextDueAtMs(lookedAtMs)
    if (stopping.signal.aborted || gate.isPausedByPerson()) return
    const changesAtMs = gate.changesAtMs()
    const wakeAtMs = [changesAtMs, gate.isOpen() ? (dueAtMs ?? 0) : 0].filter((atMs) => atMs > 0)
    if (wakeAtMs.length === 0) return
    const delayMs = Math.min(...wakeAtMs) - now()
    // What is due and does not go waits for another file of its entity.
    alarm = setTimeout(kick, delayMs <= 0 ? blockedLookMs : Math.min(longestSleepMs, Math.max(10, delayMs)))
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
    } finally {
      // In one step with the last look at the kicks: one that comes later starts the pump anew, and none is lost.
      pumpRun = null
    }
  }

  function kick(): void {
    if (stopping.signal.aborted) return
    kicks += 1
    pumpRun ??= pumpUntilQuiet()
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
      await Promise.allSettled(inFlight)
      clearTimeout(cut)
    },
  }
}
