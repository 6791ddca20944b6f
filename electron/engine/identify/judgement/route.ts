import { isBlocked } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import type { ReviewPolicy } from '../../../shared/settings.ts'

/** Where an item goes once it is identified. */
export type Route = 'needs_attention' | 'awaiting_review' | 'approved'

/**
 * A blocking finding holds an item and a warning makes a person look, whatever the policy. Where there is neither:
 * `review_everything` lets a person look, `review_exceptions` only where there is anything to say at all, a mere
 * information too, and `upload_when_certain` never.
 */
export function decideRoute(findings: readonly Finding[], policy: ReviewPolicy): Route {
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
