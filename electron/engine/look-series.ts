import type { ErrorCode } from '../shared/error-codes.ts'
import type { Detail } from '../shared/sentences/told.ts'
import type { MediaEntry } from './upload/media-entries.ts'

/** When the endpoint is asked for a file whose answer never came, and what it takes to call it absent. */
export interface LookPlan {
  /** The looks, each so long after the series began. */
  readonly afterMs: readonly number[]
  /** The pause between further looks while nothing is certain. */
  readonly repeatMs: number
  /** Then Intray looks no more by itself. */
  readonly lastAfterMs: number
  /** Absent is what so many looks did not show, */
  readonly leastLooks: number
  /** the last of them so long after the attempt ended, */
  readonly leastAgeMs: number
  /** and so long after the first. */
  readonly leastSpanMs: number
}

/** What was stored can take seconds to show. Half an hour is far beyond everything that is known of the endpoint. */
export const lookPlan: LookPlan = {
  afterMs: [3_000, 15_000, 60_000, 300_000, 1_800_000],
  repeatMs: 600_000,
  lastAfterMs: 86_400_000,
  leastLooks: 3,
  leastAgeMs: 1_800_000,
  leastSpanMs: 240_000,
}

/** What one look at the entity's media showed. `in_doubt`: a medium that may be the file under another name. */
export type LookAnswer =
  | { readonly answer: 'absent'; readonly entryCount: number }
  | { readonly answer: 'in_doubt'; readonly similar: readonly MediaEntry[] }
  | ({ readonly answer: 'unavailable'; readonly code: ErrorCode } & Detail)

export type Look = LookAnswer & Moment

/** One moment on both clocks: the computer's, which can be set, and the one that never jumps. */
export interface Moment {
  readonly atMs: number
  readonly monotonicMs: number
}

/** The looks of one item since the engine took it up: after the attempt, or at a start. */
export interface LookSeries {
  readonly attemptEndedAtMs: number
  readonly began: Moment
  readonly looks: readonly Look[]
}

/** A clock that drifts by more than this was set, or the computer slept. */
const toleratedDriftMs = 60_000

/**
 * What a series shows so far. `absent`: the file surely did not arrive. `undecided`: the planned looks are over and
 * a person may have to decide. `over`: no further look would change that.
 */
export function verdictOf(series: LookSeries, plan: LookPlan): 'absent' | 'open' | 'undecided' | 'over' {
  const { looks, began } = series
  const last = looks.at(-1)
  if (last === undefined) return 'open'
  const isDoubtful = looks.some(({ answer }) => answer === 'in_doubt')
  if (!isDoubtful && isAbsent(series, plan)) return 'absent'
  if (looks.length < plan.afterMs.length) return 'open'
  return isDoubtful || last.monotonicMs - began.monotonicMs >= plan.lastAfterMs ? 'over' : 'undecided'
}

function isAbsent(series: LookSeries, plan: LookPlan): boolean {
  const absent = series.looks.filter(({ answer }) => answer === 'absent')
  const [first] = absent
  const last = absent.at(-1)
  if (first === undefined || last === undefined || last !== series.looks.at(-1)) return false
  return (
    absent.length >= plan.leastLooks &&
    last.monotonicMs - first.monotonicMs >= plan.leastSpanMs &&
    ageAt(last, series) >= plan.leastAgeMs
  )
}

/** How long ago the attempt ended; where the clock was set in between, only the time that surely passed. */
function ageAt({ atMs, monotonicMs }: Moment, { attemptEndedAtMs, began }: LookSeries): number {
  const passedMs = monotonicMs - began.monotonicMs
  const driftMs = Math.abs(atMs - began.atMs - passedMs)
  const isClockSane = driftMs <= toleratedDriftMs && began.atMs >= attemptEndedAtMs
  return isClockSane ? atMs - attemptEndedAtMs : passedMs
}

/** When to look next, on the clock that never jumps. Up to a fifth later than planned: many looks never come at once. */
export function nextLookMs({ began, looks }: LookSeries, plan: LookPlan, random: () => number): number {
  const last = looks.at(-1)
  const planned = plan.afterMs[looks.length]
  const lateShare = 1 + random() / 5
  const dueMs =
    planned === undefined
      ? (last?.monotonicMs ?? began.monotonicMs) + plan.repeatMs * lateShare
      : began.monotonicMs + planned * lateShare
  // A look that took long does not bring the next one at once.
  const [shortestMs = 0] = plan.afterMs
  return last === undefined ? dueMs : Math.max(dueMs, last.monotonicMs + shortestMs)
}

/** The looks as the ledger keeps them, the newest ones where there are many. */
export function lookEvidence({ looks }: Pick<LookSeries, 'looks'>): readonly object[] {
  return looks.slice(-12).map(({ monotonicMs: _monotonicMs, ...look }) => look)
}
