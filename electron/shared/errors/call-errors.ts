import { nothingChanged } from './error-text.ts'
import type { ErrorText } from './error-text.ts'

/** What a call, a decision or the settings can be refused for. */
export const callErrors = {
  // Calls and settings
  stale_item: {
    disposition: 'review',
    happened: 'The item changed in the meantime.',
    doing: nothingChanged,
    next: 'Look at it again and repeat your decision.',
  },
  arrived_later: {
    disposition: 'review',
    happened: 'The item came after you were asked.',
    doing: nothingChanged,
    next: 'Look at it and decide about it too.',
  },
  stale_rules: {
    disposition: 'review',
    happened: 'The rules were changed by somebody else in the meantime.',
    doing: nothingChanged,
    next: 'Look at the rules that are in force now and repeat your change.',
  },
  text_file_failed: {
    disposition: 'review',
    happened: 'The file could not be read or written.',
    doing: nothingChanged,
    next: 'Check the file and its permissions, or choose another one.',
  },
  rescan_slip_unwritable: {
    disposition: 'review',
    happened: 'The slip that asks for a new scan could not be written.',
    doing: 'The file is rejected all the same. Intray tries again at the next start.',
    next: 'Check the permissions of the folder, and ask for the new scan in person.',
  },
  transition_refused: {
    disposition: 'review',
    happened: 'This is not possible in the item’s present state.',
    doing: nothingChanged,
    next: 'Look at the item’s state.',
  },
  item_not_found: {
    disposition: 'review',
    happened: 'There is no such item in the ledger.',
    doing: nothingChanged,
    next: 'Check the number.',
  },
  item_blocked: {
    disposition: 'review',
    happened: 'A finding holds this file back.',
    doing: nothingChanged,
    next: 'Mend what the finding says, or reject the file.',
  },
  settings_invalid: {
    disposition: 'review',
    happened: 'The settings are not valid.',
    doing: nothingChanged,
    next: 'Correct the fields that are named.',
  },
  settings_unwritable: {
    disposition: 'review',
    happened: 'The settings file cannot be written.',
    doing: nothingChanged,
    next: 'Check the permissions of the settings file.',
  },
  input_invalid: {
    disposition: 'bug',
    happened: 'A call had an input that is not valid.',
    doing: nothingChanged,
    next: 'Try again. If it happens again, send us the log.',
  },
  preview_unavailable: {
    disposition: 'review',
    happened: 'There is no preview of this file.',
    doing: nothingChanged,
    next: 'Open it with the system’s program.',
  },
  engine_unavailable: {
    disposition: 'retry',
    happened: 'The engine is not running.',
    doing: 'Intray restarts it by itself.',
    next: 'Wait a moment and try again.',
  },
  query_refused: {
    disposition: 'review',
    happened: 'The search could not be read.',
    doing: nothingChanged,
    next: 'Correct what is named.',
  },
  // Who decides
  operator_needed: {
    disposition: 'review',
    happened: 'Nobody is signed in.',
    doing: nothingChanged,
    next: 'Sign in with your PIN and repeat the decision.',
  },
  pin_refused: {
    disposition: 'review',
    happened: 'The PIN is not right.',
    doing: 'Nobody is signed in. Each wrong PIN makes the next try wait longer.',
    next: 'Try again. If you forgot the PIN, a new one can be set in Settings.',
  },
  second_reviewer_needed: {
    disposition: 'review',
    happened: 'Two different persons must approve this file.',
    doing: 'Your approval is kept. The file waits for the second one.',
    next: 'Let somebody else approve it.',
  },
  undo_refused: {
    disposition: 'review',
    happened: 'The decision cannot be taken back any more.',
    doing: nothingChanged,
    next: 'Look at the item: what happened since stands in its story.',
  },
  // Repaired pictures, evidence, profiles
  repair_refused: {
    disposition: 'review',
    happened: 'No smaller form of this file can be made.',
    doing: 'The file stays as it is.',
    next: 'Ask for a new scan at a lower resolution.',
  },
  repair_missing: {
    disposition: 'review',
    happened: 'The smaller form of this picture is not there any more.',
    doing: 'The file is held. Nothing was sent.',
    next: 'Make the smaller form again, look at it, and approve it.',
  },
  bundle_refused: {
    disposition: 'review',
    happened: 'This file is not a sealed bundle that Intray can read.',
    doing: nothingChanged,
    next: 'Choose the bundle as it was exported.',
  },
  retention_off: {
    disposition: 'review',
    happened: 'The erasure of old personal values is not switched on.',
    doing: nothingChanged,
    next: 'Look at what it would erase, and switch it on in Settings.',
  },
  profile_unknown: {
    disposition: 'review',
    happened: 'There is no such profile.',
    doing: nothingChanged,
    next: 'Look at the profiles in Settings.',
  },
} as const satisfies Record<string, ErrorText>
