import type { Preferences } from '../../shared/preferences.ts'
import type { Failure } from '../../shared/error-codes.ts'
import type { Status } from '../../shared/status.ts'
import { shownCounts } from './shown-counts.ts'

/** Something that a person may want to hear of while looking elsewhere. */
export type Notice =
  | { readonly kind: 'problems'; readonly count: number }
  | { readonly kind: 'uploads_stopped'; readonly failure: Failure | null }
  | { readonly kind: 'uploads_resumed' }
  | { readonly kind: 'finished'; readonly count: number }

/** The preference that lets a notice through. */
export type NoticeKind = keyof Preferences['notifications']

/** What is known of the work so far, and what nobody was told yet. */
export interface NoticeState {
  readonly seen: { readonly ledgerId: string; readonly problems: number; readonly isStopped: boolean } | null
  readonly pending: Readonly<Partial<Record<NoticeKind, Notice>>>
  readonly toldAtMs: Readonly<Partial<Record<NoticeKind, number>>>
}

export const noNotices: NoticeState = { seen: null, pending: {}, toldAtMs: {} }

/** So long after a notice the next one of its kind is held back; what happens meanwhile is told in one. */
export const noticeIntervalMs = 60_000

const kinds: readonly NoticeKind[] = ['problems', 'uploads', 'finished']

/** Takes note of what changed. The first status of a ledger only says where things stand. */
export function noteStatus(
  state: NoticeState,
  status: Pick<Status, 'ledgerId' | 'counts' | 'lane'>,
  finishedCount: number,
): NoticeState {
  const { problems } = shownCounts(status.counts)
  const seen = { ledgerId: status.ledgerId, problems, isStopped: status.lane.state === 'stopped' }
  if (state.seen?.ledgerId !== status.ledgerId) return { ...state, seen, pending: {} }
  const pending = { ...state.pending }
  const fresh = problems - state.seen.problems
  if (fresh > 0) {
    const before = pending.problems?.kind === 'problems' ? pending.problems.count : 0
    pending.problems = { kind: 'problems', count: before + fresh }
  }
  if (problems === 0) delete pending.problems
  if (seen.isStopped && !state.seen.isStopped) {
    pending.uploads = { kind: 'uploads_stopped', failure: status.lane.failure }
  } else if (!seen.isStopped && state.seen.isStopped) {
    // Stopped and going again before anybody was told: there is nothing to tell.
    if (pending.uploads?.kind === 'uploads_stopped') delete pending.uploads
    else if (status.lane.state === 'running') pending.uploads = { kind: 'uploads_resumed' }
  }
  if (finishedCount > 0) pending.finished = { kind: 'finished', count: finishedCount }
  return { ...state, seen, pending }
}

export interface Told {
  readonly state: NoticeState
  readonly notices: readonly Notice[]
  /** When the next notice that waits may be told; null when none waits. */
  readonly nextAtMs: number | null
}

/** Which notices are told now. A person who looks at the window sees it all, and is told nothing. */
export function tellNotices(
  state: NoticeState,
  wanted: Preferences['notifications'],
  isFocused: boolean,
  nowMs: number,
): Told {
  if (isFocused) return { state: { ...state, pending: {} }, notices: [], nextAtMs: null }
  const notices: Notice[] = []
  const waits: number[] = []
  const pending: Partial<Record<NoticeKind, Notice>> = {}
  const toldAtMs = { ...state.toldAtMs }
  for (const kind of kinds) {
    const notice = state.pending[kind]
    if (notice === undefined || !wanted[kind]) continue
    const freeAtMs = (toldAtMs[kind] ?? -Infinity) + noticeIntervalMs
    if (freeAtMs > nowMs) {
      pending[kind] = notice
      waits.push(freeAtMs)
    } else {
      notices.push(notice)
      toldAtMs[kind] = nowMs
    }
  }
  return {
    state: { ...state, pending, toldAtMs },
    notices,
    nextAtMs: waits.length === 0 ? null : Math.min(...waits),
  }
}
