import type { Failure } from '../../shared/error-codes.ts'
import type { DeliveryMode } from '../../shared/status.ts'

/** How a watched folder is. Times are epoch milliseconds. */
export interface FolderHealth {
  readonly reachable: boolean
  readonly failure: Failure | null
  readonly delivery: DeliveryMode
  /** Why events do not come, in plain words; null while they do. */
  readonly deliveryWords: string | null
  readonly lastEventAtMs: number | null
  readonly lastComparisonAtMs: number | null
  readonly lastComparisonDurationMs: number | null
  readonly lastComparisonFileCount: number | null
}

export const unknownHealth: FolderHealth = {
  reachable: true,
  failure: null,
  delivery: 'comparison_only',
  deliveryWords: null,
  lastEventAtMs: null,
  lastComparisonAtMs: null,
  lastComparisonDurationMs: null,
  lastComparisonFileCount: null,
}
