import { canTransition } from '../../electron/shared/item-states.ts'
import type { Item } from '../../electron/shared/records.ts'
import type { FindingAction } from '../item/finding-actions.ts'
import { isHopeless } from '../item/set-aside.ts'

/** What a person can do about an item that stands in Problems. */
export interface Remedies {
  /** Entity, media type and further values can be corrected. */
  readonly correct: boolean
  /** A correction can be kept without approving. */
  readonly keepCorrection: boolean
  /** `with_reason`: something is set aside by it. `none`: the file itself is no good. */
  readonly approve: 'plain' | 'with_reason' | 'none'
  readonly retry: boolean
  readonly settleUnknown: boolean
  readonly requestRescan: boolean
  readonly reject: boolean
}

/** What the person has typed for the item so far. */
export interface Typed {
  /** Something differs from the ledger. */
  readonly changed: boolean
  /** Sending it as typed needs a reason. */
  readonly needsReason: boolean
}

/** The remedies that fit an item's role, state and findings. */
export function remediesOf(item: Item, typed: Typed): Remedies {
  const nothing: Remedies = {
    correct: false,
    keepCorrection: false,
    approve: 'none',
    retry: false,
    settleUnknown: false,
    requestRescan: false,
    reject: canTransition(item.state, 'rejected'),
  }
  if (item.role === 'index') return nothing
  if (item.state === 'outcome_unknown') return { ...nothing, settleUnknown: true }
  const approve = typed.needsReason ? 'with_reason' : 'plain'
  if (item.state === 'failed') {
    // After a correction it is another request, so it is approved anew; without one it is tried again.
    return {
      ...nothing,
      correct: true,
      keepCorrection: typed.changed,
      approve: typed.changed ? approve : 'none',
      retry: !typed.changed,
      requestRescan: true,
    }
  }
  if (item.state !== 'needs_attention') return nothing
  if (isHopeless(item)) return { ...nothing, requestRescan: true }
  return { ...nothing, correct: true, keepCorrection: typed.changed, approve, requestRescan: true }
}

/** The actions at findings that the remedies allow. */
export function possibleActions(item: Item, remedies: Remedies): ReadonlySet<FindingAction> {
  const { correct } = remedies
  return new Set<FindingAction>([
    'show_index',
    ...(item.role === 'index' ? (['show_folder_settings', 'stop_waiting'] as const) : []),
    ...(correct ? (['edit_entity', 'edit_media_type', 'look_up_entity', 'teach'] as const) : []),
    ...(remedies.approve === 'none' ? [] : (['set_aside'] as const)),
    ...(remedies.requestRescan ? (['request_rescan'] as const) : []),
    ...(remedies.reject ? (['reject'] as const) : []),
  ])
}
