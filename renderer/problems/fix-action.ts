import type { BulkAction } from '../../electron/shared/calls/review-calls.ts'
import type { FixKind } from './fixes.ts'

/** What the engine is asked to do. */
export function fixAction(kind: FixKind, value: string): BulkAction {
  switch (kind) {
    case 'arrived':
    case 'send_again':
      return { kind: 'settle_unknown', choice: kind, reason: value }
    case 'set_entity':
      return { kind: 'correct', entityId: value }
    case 'set_media_type':
      return { kind: 'correct', mediaType: value }
    case 'upload_anyway':
      return { kind: 'approve', reason: value }
    case 'request_rescan':
    case 'reject':
      return { kind, reason: value }
    case 'accept_repair':
    case 'retry':
    case 'look_up':
    case 'look_up_entity':
      return { kind }
  }
}
