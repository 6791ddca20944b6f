import { errorCatalogue } from '../error-codes.ts'
import type { ErrorCode } from '../error-codes.ts'
import type { Words } from './told.ts'

interface Status {
  readonly status: number
}

interface Ended {
  readonly outcome: ErrorCode
}

/** What an answer looked like that was not simply the endpoint's, and what became of an attempt. */
export const answerSentences = {
  status_alone: ({ status }: Status) => `Status ${String(status)}.`,
  status_without_words: ({ status }: Status) => `Status ${String(status)} without a word.`,
  status_with_other_json: ({ status }: Status) =>
    `Status ${String(status)} with JSON that is not the endpoint’s.`,
  status_with: ({ status, content }: Status & { content: Words }) =>
    `Status ${String(status)} with ${content}.`,
  status_redirect: ({ status, origin }: Status & { origin: string | null }) =>
    `Status ${String(status)}, pointing to ${origin ?? 'another address of the same host'}.`,

  // What an answer holds, behind “with”.
  answer_endless: 'an answer that is far too long',
  answer_page: 'a web page',
  answer_page_titled: ({ text }: { text: string }) => `a web page called “${text}”`,
  answer_text: ({ text }: { text: string }) => `the text “${text}”`,

  proxy_asks_for_sign_in: 'A proxy asks for a sign-in (407).',
  network_asks_for_sign_in: 'The network asks for a sign-in (511).',
  way_gave_up_waiting: 'Something on the way gave up waiting (408).',
  gateway_answered: 'A gateway answered instead.',
  answer_before_whole_file: 'The answer came before the whole file had been sent.',
  no_words_came: 'No words came with it.',
  address_may_be_wrong: 'The base URL or the organisation may be wrong.',
  no_list_of_media: 'The answer is not an entity with a list of named media.',
  about_another_entity: 'The answer is about another entity.',
  not_this_entity: 'The answer is not this entity.',
  /** What the endpoint said, and what Intray adds to it. */
  said_together: ({ parts }: { parts: readonly Words[] }) => parts.join(': '),

  key_of_foreign_characters: 'The key holds a space, a line break or another character that no key has.',
  no_key: 'There is no API key.',
  organisation_invalid: 'The name of the organisation is missing or not valid.',
  entity_id_foreign: 'The entity id is empty, too long or holds a foreign character.',
  entity_id_of_dots: 'A part of the entity id is “.” or “..”.',

  unexpected_while_sending: 'An unexpected error in Intray.',
  last_attempt_ended: ({ outcome }: Ended) => `What became of the last one${outcomeInWords(outcome)}`,
  request_ended: ({ outcome }: Ended) => `What became of it${outcomeInWords(outcome)}`,
  looked_before_sending_again: 'Before sending it again, Intray looked for the earlier attempt.',
  may_be_earlier_attempt: 'The entity lists a medium that may be the earlier attempt under another name.',
  earlier_attempt_arrived: 'The earlier attempt had arrived.',
}

/** The code stands beside its words, for whoever is asked to help. An older ledger may hold one that is gone. */
function outcomeInWords(outcome: ErrorCode): string {
  return Object.hasOwn(errorCatalogue, outcome)
    ? ` (${outcome}): ${errorCatalogue[outcome].happened}`
    : `: ${outcome}.`
}
