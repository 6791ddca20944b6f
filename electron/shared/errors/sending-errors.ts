import { tryAgain } from './error-text.ts'
import type { ErrorText } from './error-text.ts'

/** What sending a file can meet: answers of the endpoint, and what stops it before. */
export const sendingErrors = {
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
} as const satisfies Record<string, ErrorText>
