/**
 * What follows from an error. `retry`: tried again by itself. `pause`: the lane stops and nothing is counted.
 * `review`: a person must mend it. `unknown`: sent, and no answer came. `bug`: logged with its stack, set aside.
 */
export type Disposition = 'retry' | 'pause' | 'review' | 'unknown' | 'bug'

interface ErrorText {
  readonly disposition: Disposition
  /** What happened, what Intray does now, what the person can do. */
  readonly happened: string
  readonly doing: string
  readonly next: string
}

const tryAgain = 'Intray tries again by itself.'
const nothingChanged = 'Nothing was changed.'

/** The closed list of codes. Every failure a person can meet is one of these. */
export const errorCatalogue = {
  // Answers of the endpoint
  rate_limited: {
    disposition: 'retry',
    happened: 'The endpoint asked Intray to slow down (429).',
    doing: 'Intray waits for the time it was given and then tries again.',
    next: 'If this happens often, lower the rate in Settings.',
  },
  entity_busy: {
    disposition: 'retry',
    happened: 'The entity is being changed by somebody else (423).',
    doing: tryAgain,
    next: 'Nothing to do.',
  },
  server_error: {
    disposition: 'retry',
    happened: 'The endpoint had an internal error and said so.',
    doing: tryAgain,
    next: 'If it lasts, ask your Unit21 contact.',
  },
  key_refused: {
    disposition: 'pause',
    happened: 'The endpoint did not accept the API key (401).',
    doing: 'All uploads are stopped. No attempt was counted.',
    next: 'Check the key and its environment in Settings, then resume.',
  },
  key_without_permission: {
    disposition: 'pause',
    happened: 'The API key may not add media to entities (403).',
    doing: 'All uploads are stopped. No attempt was counted.',
    next: 'Ask an administrator for the permission, then resume.',
  },
  key_missing: {
    disposition: 'pause',
    happened: 'There is no API key yet.',
    doing: 'Uploads wait.',
    next: 'Enter the key in Settings.',
  },
  entity_unknown: {
    disposition: 'review',
    happened: 'The endpoint does not know this entity (404).',
    doing: 'The file is held.',
    next: 'Correct the entity id, or create the entity first and then retry.',
  },
  entity_conflict: {
    disposition: 'review',
    happened: 'The endpoint refused to change this entity (409).',
    doing: 'The file is held.',
    next: 'The entity may be a placeholder: create it first, then retry.',
  },
  request_refused: {
    disposition: 'review',
    happened: 'The endpoint refused the file.',
    doing: 'The file is held.',
    next: 'Read the endpoint’s words below, mend the cause, and retry.',
  },
  file_too_large_refused: {
    disposition: 'review',
    happened: 'The endpoint, or a proxy before it, refused the file as too large (413).',
    doing: 'The file is held.',
    next: 'Scan it at a lower resolution.',
  },
  refused_in_batch: {
    disposition: 'retry',
    happened: 'The endpoint refused the request in which this file travelled with others.',
    doing: 'Intray sends each of them alone. This attempt is not counted.',
    next: 'Nothing to do.',
  },
  attempts_used_up: {
    disposition: 'review',
    happened: 'Every allowed attempt failed.',
    doing: 'The file is held.',
    next: 'Check the connection, then retry.',
  },
  redirect_refused: {
    disposition: 'pause',
    happened: 'The answer was a redirect to another address. Intray does not follow it with the API key.',
    doing: 'All uploads are stopped. No attempt was counted.',
    next: 'Sign in to the network if it asks for that, check the base URL in Settings, then resume.',
  },
  not_the_endpoint: {
    disposition: 'unknown',
    happened: 'The answer did not come from the endpoint, perhaps from a proxy or a sign-in page.',
    doing: 'Intray does not count this as uploaded and does not send it again blindly.',
    next: 'Sign in to the network, then check whether the file arrived.',
  },
  no_answer: {
    disposition: 'unknown',
    happened: 'The file was sent, and no answer came.',
    doing: 'Intray looks at the entity to see whether it arrived. It is never sent again blindly.',
    next: 'If Intray cannot find out, decide here what is true.',
  },
  interrupted: {
    disposition: 'unknown',
    happened: 'Intray was stopped while the file was being sent.',
    doing: 'Intray looks at the entity to see whether it arrived. It is never sent again blindly.',
    next: 'If Intray cannot find out, decide here what is true.',
  },
  // Before anything was sent
  connection_failed: {
    disposition: 'retry',
    happened: 'The endpoint cannot be reached.',
    doing: `Nothing was sent. ${tryAgain}`,
    next: 'Check the network and the base URL.',
  },
  tls_failed: {
    disposition: 'pause',
    happened: 'The connection is not safe: the endpoint’s certificate was not accepted.',
    doing: 'All uploads are stopped. Nothing was sent.',
    next: 'Check the date of this computer, the proxy and the base URL. The details name the cause.',
  },
  stopped_before_sending: {
    disposition: 'retry',
    happened: 'The upload was stopped before anything was sent.',
    doing: `Nothing was sent. ${tryAgain}`,
    next: 'Nothing to do.',
  },
  entity_id_unsafe: {
    disposition: 'review',
    happened: 'No address can carry this entity id.',
    doing: 'Nothing was sent. The file is held.',
    next: 'Correct the entity id.',
  },
  content_changed: {
    disposition: 'review',
    happened: 'The file changed after it was reviewed.',
    doing: 'Nothing was sent. The new content goes to review.',
    next: 'Review the new content.',
  },
  file_missing: {
    disposition: 'review',
    happened: 'The file is no longer where it was.',
    doing: 'Nothing was sent. Intray takes it up again when it comes back.',
    next: 'Put the file back.',
  },
  file_unreadable: {
    disposition: 'retry',
    happened: 'The file cannot be opened.',
    doing: tryAgain,
    next: 'Check the permissions of the file and of its folder.',
  },
  // The ledger and the disk
  ledger_from_future: {
    disposition: 'pause',
    happened: 'The ledger was written by a newer version of Intray.',
    doing: nothingChanged,
    next: 'Install the newer version.',
  },
  ledger_damaged: {
    disposition: 'pause',
    happened: 'The ledger is damaged.',
    doing: 'A file that cannot be read is set aside, and the newest good backup takes its place.',
    next: 'Check the disk. "intray verify" says whether the history proves itself.',
  },
  ledger_locked: {
    disposition: 'pause',
    happened: 'Another Intray is already at work on this ledger.',
    doing: nothingChanged,
    next: 'Use the one that is running, or close it first.',
  },
  ledger_unwritable: {
    disposition: 'pause',
    happened: 'The ledger cannot be written.',
    doing: 'Intray is paused. Nothing is lost.',
    next: 'Check the free space and the permissions of the data folder.',
  },
  disk_full: {
    disposition: 'pause',
    happened: 'The disk is full.',
    doing: 'Intray is paused. Nothing is lost.',
    next: 'Free some space.',
  },
  backup_refused: {
    disposition: 'review',
    happened: 'This backup of the ledger cannot be used.',
    doing: nothingChanged,
    next: 'Choose another one: "intray backups" lists them.',
  },
  folder_unreachable: {
    disposition: 'retry',
    happened: 'A watched folder cannot be read.',
    doing: 'Intray looks again by itself. Its files keep their state.',
    next: 'Check the path, the network drive and the permissions.',
  },
  // Calls and settings
  stale_item: {
    disposition: 'review',
    happened: 'The item changed in the meantime.',
    doing: nothingChanged,
    next: 'Look at it again and repeat your decision.',
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
    doing: 'The last valid settings stay in force.',
    next: 'Correct the fields that are named.',
  },
  settings_unwritable: {
    disposition: 'review',
    happened: 'The settings file cannot be written.',
    doing: 'The last valid settings stay in force.',
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
  // The `intray` command
  command_invalid: {
    disposition: 'review',
    happened: 'Intray did not understand this command.',
    doing: nothingChanged,
    next: 'Add --help to see what it takes.',
  },
  ledger_missing: {
    disposition: 'review',
    happened: 'There is no ledger here yet.',
    doing: nothingChanged,
    next: 'Check the data folder and the mode, or begin with "intray run".',
  },
  key_file_refused: {
    disposition: 'review',
    happened: 'The file with the API key was not accepted.',
    doing: nothingChanged,
    next: 'Keep the key alone in a file that only you can read (chmod 600).',
  },
  rule_not_found: {
    disposition: 'review',
    happened: 'There is no such rule.',
    doing: nothingChanged,
    next: 'Look for its id with "intray rules list".',
  },
  rules_file_refused: {
    disposition: 'review',
    happened: 'The rules file was not accepted.',
    doing: nothingChanged,
    next: 'Correct what is named, and try again.',
  },
  examples_refused: {
    disposition: 'review',
    happened: 'The file with example names was not accepted.',
    doing: nothingChanged,
    next: 'Correct what is named, and try again.',
  },
  output_unwritable: {
    disposition: 'review',
    happened: 'The output file cannot be written.',
    doing: nothingChanged,
    next: 'Check its folder, the permissions and the free space.',
  },
  simulator_not_started: {
    disposition: 'review',
    happened: 'The simulator cannot start.',
    doing: nothingChanged,
    next: 'Take another port or store file.',
  },
  unexpected: {
    disposition: 'bug',
    happened: 'Something unexpected happened.',
    doing: 'It was written to the log. Intray goes on.',
    next: 'If it happens again, send us the log.',
  },
} as const satisfies Record<string, ErrorText>

export type ErrorCode = keyof typeof errorCatalogue

/** What follows from a code. */
export function dispositionOf(code: ErrorCode): Disposition {
  return errorCatalogue[code].disposition
}

/** An error as it travels between processes. `detail` is for a person and never holds a secret. */
export interface Failure {
  readonly code: ErrorCode
  readonly detail: string
}

/** An expected failure, with a code that has words for a person. */
export class IntrayError extends Error {
  readonly code: ErrorCode
  readonly detail: string

  constructor(code: ErrorCode, detail = '', options?: ErrorOptions) {
    super(detail === '' ? `${code}: ${errorCatalogue[code].happened}` : `${code}: ${detail}`, options)
    this.name = 'IntrayError'
    this.code = code
    this.detail = detail
  }
}

/** The travelling form of any thrown value. Unknown errors keep their message out: it may name a path or a secret. */
export function toFailure(thrown: unknown): Failure {
  return thrown instanceof IntrayError
    ? { code: thrown.code, detail: thrown.detail }
    : { code: 'unexpected', detail: '' }
}
