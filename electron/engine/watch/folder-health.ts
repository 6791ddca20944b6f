import type { Failure } from '../../shared/error-codes.ts'
import { say } from '../../shared/sentences/say.ts'
import { comparisonOnly } from './delivery-proof.ts'
import type { Delivery } from './delivery-proof.ts'

/** How a watched folder is. Times are epoch milliseconds. */
export interface FolderHealth extends Delivery {
  readonly reachable: boolean
  readonly failure: Failure | null
  /** Of a change; the event of a probe file does not count. */
  readonly lastEventAtMs: number | null
  /** Since when it can be read without a break; null while it cannot. */
  readonly reachableSinceMs: number | null
  readonly lastComparisonAtMs: number | null
  readonly lastComparisonDurationMs: number | null
  readonly lastComparisonFileCount: number | null
}

const unknownHealth: FolderHealth = {
  reachable: true,
  failure: null,
  ...comparisonOnly(say('folder_not_read_yet')),
  lastEventAtMs: null,
  reachableSinceMs: null,
  lastComparisonAtMs: null,
  lastComparisonDurationMs: null,
  lastComparisonFileCount: null,
}

export interface HealthReporter {
  current(): FolderHealth
  /** Renews what is known, without telling anybody. */
  note(patch: Partial<FolderHealth>): void
  /** Renews what is known and tells it, where something of it is news. */
  report(patch: Partial<FolderHealth>): void
}

/** Keeps how a folder is. `tell` is called when reachability, failure or delivery changed, and after comparisons. */
export function createHealthReporter(
  delivery: () => Delivery,
  tell: (health: FolderHealth) => void,
): HealthReporter {
  let health = unknownHealth
  const note = (patch: Partial<FolderHealth>) => {
    health = { ...health, ...patch }
  }
  return {
    current: () => health,
    note,
    report(patch) {
      const before = health
      note({ ...patch, ...delivery() })
      if (isNews(before, health)) tell(health)
    },
  }
}

function isNews(before: FolderHealth, after: FolderHealth): boolean {
  return (
    after.failure?.code !== before.failure?.code ||
    after.failure?.detail !== before.failure?.detail ||
    after.delivery !== before.delivery ||
    after.deliveryWords !== before.deliveryWords ||
    after.lastComparisonAtMs !== before.lastComparisonAtMs
  )
}
