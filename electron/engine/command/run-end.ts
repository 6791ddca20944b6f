import type { ItemState } from '../../shared/item-states.ts'
import type { FolderStatus, ItemCounts, LaneStatus } from '../../shared/status.ts'
import { exitCodes } from './exit-codes.ts'
import type { ExitCode } from './exit-codes.ts'

export interface UnreadDirectory {
  readonly path: string
  readonly words: string
}

/** How things stood when a single run ended. */
export interface RunEnd {
  readonly mode: 'practice' | 'live'
  readonly counts: ItemCounts
  readonly lane: Pick<LaneStatus, 'state' | 'failure'>
  readonly folders: readonly Pick<FolderStatus, 'path' | 'failure' | 'unaccounted'>[]
  /** Sub-folders that could not be read. */
  readonly unreadDirectories: readonly UnreadDirectory[]
  /** True when the time given was over before the work was. */
  readonly timedOut: boolean
}

/** Approved, and neither sent nor refused yet. */
export const unsentStates = ['approved', 'uploading', 'retry_wait'] as const satisfies readonly ItemState[]

/** They wait for their row of an index file, or for the other side of a document. */
export const waitingStates = ['identified'] as const satisfies readonly ItemState[]

/** Nothing happens to these until a person does something. */
export const heldStates = [
  'needs_attention',
  'failed',
  'outcome_unknown',
  'missing',
  'awaiting_review',
] as const satisfies readonly ItemState[]

export function countOf(counts: ItemCounts, states: readonly ItemState[]): number {
  return states.reduce((sum, state) => sum + counts[state], 0)
}

/**
 * The exit code of `intray run --once`. Unfinished work comes before work for a person: running again may change
 * both. In practice mode held files are what is to be seen, so they are no failure.
 */
export function exitCodeOfRun(end: RunEnd): ExitCode {
  if (end.folders.some(({ unaccounted }) => unaccounted > 0)) return exitCodes.unexpected
  const unread = end.unreadDirectories.length > 0 || end.folders.some(({ failure }) => failure !== null)
  const unfinished = countOf(end.counts, [...unsentStates, ...waitingStates]) > 0
  if (end.timedOut || unread || unfinished) return exitCodes.unfinished
  if (end.mode === 'live' && countOf(end.counts, heldStates) > 0) return exitCodes.needsPerson
  return exitCodes.done
}
