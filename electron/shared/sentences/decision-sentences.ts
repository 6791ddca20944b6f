import { itemStateLabels } from '../item-states.ts'
import type { ItemState } from '../item-states.ts'
import type { Words } from './told.ts'

/** What a person may ask for, as it stands after “to”. */
export const decisionPhrases = {
  approve: 'approve it',
  correct: 'correct it',
  reject: 'reject it',
  request_rescan: 'ask for a new scan',
  look_up_entity: 'look up its entity',
  reopen: 'reopen it',
  retry: 'retry it',
  prioritise: 'send it before or after others',
  repair: 'make it smaller',
  settle: 'settle it',
} as const

/** A decision that a person takes. */
export type PersonsDecision = keyof typeof decisionPhrases

interface Numbered {
  readonly itemId: number
}

/** Why a decision is refused, or cannot be taken back. */
export const decisionSentences = {
  index_is_never_sent: 'It is an index file, which is read and never sent. It can be rejected or reopened.',
  decision_impossible: ({ decision, state }: { decision: PersonsDecision; state: ItemState }) =>
    `It is “${itemStateLabels[state]}”; to ${decisionPhrases[decision]} is not possible now.`,
  item_number: ({ itemId }: Numbered) => `Item ${String(itemId)}`,
  item_erased: ({ itemId }: Numbered) => `The values of item ${String(itemId)} were erased.`,
  item_is_index: ({ itemId }: Numbered) => `Item ${String(itemId)} is an index file, which is never sent.`,
  way_closed: ({ itemId, from, to }: Numbered & { from: ItemState; to: ItemState }) =>
    `Item ${String(itemId)} is “${itemStateLabels[from]}” and cannot become “${itemStateLabels[to]}”.`,
  archived_when_uploaded: ({ itemId, state }: Numbered & { state: ItemState }) =>
    `Item ${String(itemId)} is “${itemStateLabels[state]}”; only what was uploaded is archived.`,

  entity_lacks: 'The entity is missing.',
  media_type_lacks: 'The media type is missing.',
  entity_id_unsendable: ({ reason }: { reason: Words }) => `The entity id cannot be sent: ${reason}.`,
  holds_characters: ({ characters }: { characters: readonly string[] }) =>
    `it holds ${characters.map((one) => `“${one}”`).join(', ')}`,
  is_too_long: 'it is too long',
  has_part_of_dots: 'a part of it is “.” or “..”, which no address can carry',
  reason_needed: 'Give a reason to send it all the same.',
  approved_by_one:
    'Two persons must approve it by now, and only one did. Approve it anew; one whose outcome is unknown is first rejected and reopened.',
  unasked_after_restore:
    'The ledger was restored. Intray first asks the endpoint whether the file arrived in the time that was lost.',
  running_engine_needed: 'Only a running engine can do that.',

  nobody_has_pin: 'Nobody of that name has a PIN here.',
  next_pin_in: ({ seconds }: { seconds: number }) => `The next try is possible in ${String(seconds)} s.`,
  settings_changed: 'The settings have changed.',
  rules_version_in_force: ({ version }: { version: number }) => `Version ${String(version)} is in force.`,
  no_earlier_rules: 'There is no earlier version.',
  days_reversed: 'The first day is after the last one.',
}
