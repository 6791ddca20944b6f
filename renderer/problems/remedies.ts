import { fileFindingCodes } from '../../electron/shared/finding-codes.ts'
import { canTransition } from '../../electron/shared/item-states.ts'
import type { Item } from '../../electron/shared/records.ts'
import { isDuplicate } from '../item/duplicates.ts'

/** What a person can do about an item that stands in Problems. */
export interface Remedies {
  /** Entity and media type can be corrected. */
  readonly correct: boolean
  /** A correction can be kept without approving. */
  readonly keepCorrection: boolean
  /** `plain`: approve. `with_reason`: a duplicate, which needs a reason. `none`: the file itself is no good. */
  readonly approve: 'plain' | 'with_reason' | 'none'
  readonly retry: boolean
  readonly settleUnknown: boolean
  readonly reject: boolean
}

/** The remedies that fit an item's state and findings. `corrected`: the person has typed a correction. */
export function remediesOf(item: Item, corrected: boolean): Remedies {
  const nothing: Remedies = {
    correct: false,
    keepCorrection: false,
    approve: 'none',
    retry: false,
    settleUnknown: false,
    reject: canTransition(item.state, 'rejected'),
  }
  if (item.state === 'outcome_unknown') return { ...nothing, settleUnknown: true }
  if (item.state === 'failed') {
    // After a correction it is another request, so it is approved anew; without one it is tried again.
    return {
      ...nothing,
      correct: true,
      keepCorrection: corrected,
      approve: corrected ? 'plain' : 'none',
      retry: !corrected,
    }
  }
  const hopeless = item.findings.some(
    ({ code, severity }) => severity === 'block' && fileFindingCodes.has(code),
  )
  if (item.state !== 'needs_attention' || hopeless) return nothing
  return {
    ...nothing,
    correct: true,
    keepCorrection: corrected,
    approve: isDuplicate(item) ? 'with_reason' : 'plain',
  }
}
