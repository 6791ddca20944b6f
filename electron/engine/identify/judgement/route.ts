import { isBlocked } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import type { WaitsFor } from '../../../shared/records.ts'
import type { ReviewPolicy } from '../../../shared/settings/folder.ts'

/** Where an item goes once it is identified. `identified`: nowhere yet, it waits. */
export type Route = 'identified' | 'needs_attention' | 'awaiting_review' | 'approved'

/**
 * A blocking finding holds an item and a warning makes a person look, whatever the policy. Where there is neither:
 * `review_everything` lets a person look, `review_exceptions` only where there is anything to say at all, a mere
 * information too, and `upload_when_certain` never.
 *
 * An item whose index row is still to come waits: the row may change everything that was found. One whose other side
 * is still to come waits only where no person would look at it; for a person there is no reason to wait.
 */
export function decideRoute(
  findings: readonly Finding[],
  policy: ReviewPolicy,
  waits: WaitsFor | null,
): Route {
  if (waits === 'index_row') return 'identified'
  const route = routeByFindings(findings, policy)
  return waits === 'other_side' && route === 'approved' ? 'identified' : route
}

function routeByFindings(findings: readonly Finding[], policy: ReviewPolicy): Route {
  if (isBlocked(findings)) return 'needs_attention'
  if (findings.some(({ severity }) => severity === 'warn')) return 'awaiting_review'
  switch (policy) {
    case 'review_everything':
      return 'awaiting_review'
    case 'review_exceptions':
      return findings.length > 0 ? 'awaiting_review' : 'approved'
    case 'upload_when_certain':
      return 'approved'
  }
}
