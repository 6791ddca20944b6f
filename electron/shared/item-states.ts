/** Every state an item can be in. SQL checks, labels and tests derive from this list. */
export const itemStates = [
  'seen',
  'settling',
  'identified',
  'needs_attention',
  'awaiting_review',
  'approved',
  'uploading',
  'retry_wait',
  'uploaded',
  'failed',
  'outcome_unknown',
  'rejected',
  'missing',
  'superseded',
  'ignored',
] as const

export type ItemState = (typeof itemStates)[number]

/**
 * The life of an item: from each state, the states it may go to.
 * `rejected` can be reopened: a mistaken rejection would otherwise lose a scan. `missing` can be rejected: a person
 * says that the file is not coming back. A file that is gone before it was complete ends as `ignored`. So does an
 * index file, which is read and never sent, while nothing is wrong with it.
 */
export const itemTransitions: Readonly<Record<ItemState, readonly ItemState[]>> = {
  seen: ['settling', 'identified', 'ignored', 'missing', 'superseded'],
  settling: ['identified', 'needs_attention', 'ignored', 'missing', 'superseded'],
  identified: [
    'needs_attention',
    'awaiting_review',
    'approved',
    'rejected',
    'ignored',
    'missing',
    'superseded',
  ],
  needs_attention: [
    'identified',
    'awaiting_review',
    'approved',
    'rejected',
    'ignored',
    'missing',
    'superseded',
  ],
  awaiting_review: ['identified', 'needs_attention', 'approved', 'rejected', 'missing', 'superseded'],
  approved: ['uploading', 'needs_attention', 'awaiting_review', 'rejected', 'missing', 'superseded'],
  uploading: ['uploaded', 'retry_wait', 'failed', 'outcome_unknown', 'approved', 'missing', 'superseded'],
  retry_wait: [
    'uploading',
    'approved',
    'needs_attention',
    'awaiting_review',
    'rejected',
    'missing',
    'superseded',
  ],
  uploaded: [],
  failed: ['approved', 'needs_attention', 'awaiting_review', 'rejected', 'missing', 'superseded'],
  outcome_unknown: ['uploaded', 'approved', 'rejected'],
  rejected: ['needs_attention', 'awaiting_review'],
  missing: ['seen', 'rejected'],
  superseded: [],
  ignored: ['seen', 'needs_attention', 'missing', 'superseded'],
}

/** True when an item may go from one state to the other. */
export function canTransition(from: ItemState, to: ItemState): boolean {
  return itemTransitions[from].includes(to)
}

/** True when a decision that led from `to` to `from` may be taken back: the same way of the life, backwards. */
export function canTakeBack(from: ItemState, to: ItemState): boolean {
  return canTransition(to, from)
}

/** The states in which Intray still has something to do or to ask. */
export const openStates = [
  'seen',
  'settling',
  'identified',
  'needs_attention',
  'awaiting_review',
  'approved',
  'uploading',
  'retry_wait',
  'failed',
  'outcome_unknown',
] as const satisfies readonly ItemState[]

/** Where each state shows in the window. History shows every state. */
export const viewStates = {
  review: ['awaiting_review'],
  problems: ['needs_attention', 'failed', 'outcome_unknown', 'missing'],
  uploads: ['uploading', 'approved', 'retry_wait', 'outcome_unknown', 'failed', 'uploaded'],
} as const satisfies Record<string, readonly ItemState[]>

export const itemStateLabels: Readonly<Record<ItemState, string>> = {
  seen: 'Seen',
  settling: 'Still being written',
  identified: 'Waiting for its other half',
  needs_attention: 'Needs attention',
  awaiting_review: 'Awaiting review',
  approved: 'Approved',
  uploading: 'Uploading',
  retry_wait: 'Waiting to retry',
  uploaded: 'Uploaded',
  failed: 'Refused',
  outcome_unknown: 'Outcome unknown',
  rejected: 'Rejected',
  missing: 'File missing',
  superseded: 'Replaced by a newer file',
  ignored: 'Ignored',
}
