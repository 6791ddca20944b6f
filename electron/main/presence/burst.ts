import type { Status } from '../../shared/status.ts'
import { shownCounts } from './shown-counts.ts'

/** Uploads from the first approved file until none waits any more. */
export interface Burst {
  readonly ledgerId: string
  /** How many were uploaded before it began. */
  readonly uploadedBefore: number
}

export interface BurstStep {
  /** Null while nothing waits to be sent. */
  readonly burst: Burst | null
  /** How much of it has been sent, 0 to 1; null while nothing waits. */
  readonly share: number | null
  /** How many were sent in the burst that has just ended; 0 otherwise. */
  readonly finishedCount: number
}

/** What a new status makes of the burst. Another ledger begins anew. */
export function followBurst(before: Burst | null, status: Pick<Status, 'ledgerId' | 'counts'>): BurstStep {
  const { uploaded } = status.counts
  const waiting = shownCounts(status.counts).onTheWay
  const going = before?.ledgerId === status.ledgerId ? before : null
  const sent = going === null ? 0 : Math.max(0, uploaded - going.uploadedBefore)
  if (waiting === 0) return { burst: null, share: null, finishedCount: sent }
  return {
    burst: going ?? { ledgerId: status.ledgerId, uploadedBefore: uploaded },
    share: sent / (sent + waiting),
    finishedCount: 0,
  }
}

/** How a taskbar draws progress: moving, standing still on purpose, or stopped by a failure. */
export function progressMode(lane: Status['lane']['state']): 'normal' | 'paused' | 'error' {
  if (lane === 'running') return 'normal'
  return lane === 'stopped' ? 'error' : 'paused'
}
