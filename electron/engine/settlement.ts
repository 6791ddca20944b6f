import { dispositionOf } from '../shared/error-codes.ts'
import type { ErrorCode, Failure } from '../shared/error-codes.ts'
import type { UploadSettings } from '../shared/settings/upload.ts'
import type { Settlement } from './ledger/attempt-steps.ts'
import { detailIn, detailOf, sayWith } from '../shared/sentences/detail.ts'
import { say } from '../shared/sentences/say.ts'
import type { Detail } from '../shared/sentences/told.ts'

/** How one attempt ended, before it is decided what follows. */
export interface AttemptEnd extends Detail {
  readonly outcome: 'accepted' | ErrorCode
  readonly httpStatus: number | null
  readonly answerCode: string | null
  readonly answerMessage: string | null
  /** The id by which the endpoint's side can find the request, where it named one. */
  readonly requestId?: string | null
  /** How long the endpoint asked to wait. */
  readonly retryAfterMs: number | null
  readonly durationMs: number
  /** Set where nothing was sent because of what a look for an earlier attempt showed. */
  readonly earlier?: EarlierAttempt | undefined
}

/** `found`: it had arrived after all. `untold`: the look cannot be made, now or later. */
export type EarlierAttempt =
  | { readonly kind: 'found'; readonly evidence: Readonly<Record<string, unknown>> }
  | { readonly kind: 'untold' }

export interface AttemptContext {
  readonly attemptId: number
  readonly attemptNumber: number
  /** Attempts of this item that were counted before this one. */
  readonly countedBefore: number
  readonly nowMs: number
  readonly settings: UploadSettings
  /** Files that travelled in the same request, this one included. */
  readonly filesInRequest: number
  /** What arrived may show only after so long: a look before that, and so a retry, would come too early. */
  readonly showsAfterMs: number
  /** The wait before the next attempt with this number, jitter included. */
  readonly backoffMs: (attemptNumber: number) => number
}

/** Failures that are not the item's: however long they last, they never use up its attempts. */
const uncounted: ReadonlySet<ErrorCode> = new Set([
  'stopped_before_sending',
  'rate_limited',
  'connection_failed',
  'file_missing',
  'content_changed',
  'repair_missing',
  'refused_in_batch',
])

/**
 * What follows from the end of an attempt. Nothing is sent again unless it is certain that it did not arrive:
 * an attempt without a clear answer becomes `outcome_unknown`.
 */
export function settlementFor(whole: AttemptEnd, context: AttemptContext): Settlement {
  const end = context.filesInRequest > 1 ? endInBatch(whole) : whole
  const told = {
    attemptId: context.attemptId,
    outcome: end.outcome,
    httpStatus: end.httpStatus,
    answerCode: end.answerCode,
    answerMessage: end.answerMessage,
    ...(end.requestId === undefined ? {} : { requestId: end.requestId }),
    durationMs: Math.round(end.durationMs),
  }
  if (end.outcome === 'accepted') {
    return { ...told, to: 'uploaded', failure: null, nextAttemptAtMs: null, counted: true }
  }
  const failure: Failure = { code: end.outcome, ...detailIn(end) }
  const rest = { failure, nextAttemptAtMs: null }
  if (end.earlier?.kind === 'found') {
    const { evidence } = end.earlier
    return { ...told, to: 'uploaded', failure: null, nextAttemptAtMs: null, counted: false, evidence }
  }
  if (end.earlier?.kind === 'untold') return { ...told, ...rest, to: 'outcome_unknown', counted: false }
  switch (end.outcome) {
    case 'content_changed':
      return { ...told, ...rest, to: 'superseded', counted: false }
    case 'file_missing':
      return { ...told, ...rest, to: 'missing', counted: false }
    default:
  }
  switch (dispositionOf(end.outcome)) {
    case 'pause':
      return { ...told, ...rest, to: 'approved', counted: false }
    case 'unknown':
      return { ...told, ...rest, to: 'outcome_unknown', counted: true }
    case 'review':
    case 'bug':
      return { ...told, ...rest, to: 'failed', counted: !uncounted.has(end.outcome) }
    case 'retry': {
      const counted = !uncounted.has(end.outcome)
      if (counted && context.countedBefore + 1 >= context.settings.maxAttempts) {
        const detail = detailOf(sayWith(say('last_attempt_ended', { outcome: end.outcome }), end))
        return { ...told, ...rest, to: 'failed', failure: { code: 'attempts_used_up', ...detail }, counted }
      }
      const waitMs = waitAfter(end, context)
      return {
        ...told,
        ...rest,
        to: 'retry_wait',
        nextAttemptAtMs: context.nowMs + Math.round(waitMs),
        counted,
      }
    }
  }
}

/** Milliseconds until the next attempt. */
function waitAfter(end: AttemptEnd, { settings, showsAfterMs, ...context }: AttemptContext): number {
  if (end.outcome === 'refused_in_batch') return 0
  const leastMs = end.outcome === 'server_error' ? Math.min(showsAfterMs, settings.backoffMaxMs) : 0
  return Math.max(leastMs, end.retryAfterMs ?? 0, context.backoffMs(context.attemptNumber))
}

/** Which of the files was refused, nobody said. What concerns the key, the entity's lock or the pace concerns all. */
function endInBatch(end: AttemptEnd): AttemptEnd {
  if (end.outcome === 'accepted' || dispositionOf(end.outcome) !== 'review' || end.httpStatus === null)
    return end
  const detail = detailOf(sayWith(say('request_ended', { outcome: end.outcome }), end))
  return { ...end, outcome: 'refused_in_batch', ...detail }
}
