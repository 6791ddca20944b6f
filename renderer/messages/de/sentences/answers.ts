import type { ErrorCode } from '../../../../electron/shared/error-codes.ts'
import type { answerSentences } from '../../../../electron/shared/sentences/answer-sentences.ts'
import { errors } from '../errors.ts'

export const answers: typeof answerSentences = {
  status_alone: ({ status }) => `Status ${String(status)}.`,
  status_without_words: ({ status }) => `Status ${String(status)} ohne ein Wort.`,
  status_with_other_json: ({ status }) => `Status ${String(status)} mit JSON, das nicht vom Endpunkt stammt.`,
  status_with: ({ status, content }) => `Status ${String(status)} mit ${content}.`,
  status_redirect: ({ status, origin }) =>
    `Status ${String(status)}, der auf ${origin ?? 'eine andere Adresse desselben Hosts'} verweist.`,

  answer_endless: 'einer viel zu langen Antwort',
  answer_page: 'einer Webseite',
  answer_page_titled: ({ text }) => `einer Webseite namens „${text}“`,
  answer_text: ({ text }) => `dem Text „${text}“`,

  proxy_asks_for_sign_in: 'Ein Proxy verlangt eine Anmeldung (407).',
  network_asks_for_sign_in: 'Das Netz verlangt eine Anmeldung (511).',
  way_gave_up_waiting: 'Etwas auf dem Weg hat das Warten aufgegeben (408).',
  gateway_answered: 'Stattdessen antwortete ein Gateway.',
  answer_before_whole_file: 'Die Antwort kam, bevor die ganze Datei gesendet war.',
  no_words_came: 'Es kamen keine Worte mit.',
  address_may_be_wrong: 'Die Basis-URL oder die Organisation kann falsch sein.',
  no_list_of_media: 'Die Antwort ist keine Entität mit einer Liste benannter Medien.',
  about_another_entity: 'Die Antwort handelt von einer anderen Entität.',
  not_this_entity: 'Die Antwort ist nicht diese Entität.',
  said_together: ({ parts }) => parts.join(': '),

  key_of_foreign_characters:
    'Der Schlüssel enthält ein Leerzeichen, einen Zeilenumbruch oder ein anderes Zeichen, das kein Schlüssel hat.',
  no_key: 'Es gibt keinen API-Schlüssel.',
  organisation_invalid: 'Der Name der Organisation fehlt oder ist nicht gültig.',
  entity_id_foreign: 'Die Entitäts-ID ist leer, zu lang oder enthält ein fremdes Zeichen.',
  entity_id_of_dots: 'Ein Teil der Entitäts-ID ist „.“ oder „..“.',

  unexpected_while_sending: 'Ein unerwarteter Fehler in Intray.',
  last_attempt_ended: ({ outcome }) => `Was aus dem letzten wurde${outcomeInWords(outcome)}`,
  request_ended: ({ outcome }) => `Was aus ihr wurde${outcomeInWords(outcome)}`,
  looked_before_sending_again:
    'Bevor die Datei noch einmal gesendet wird, suchte Intray den früheren Versuch.',
  may_be_earlier_attempt:
    'Die Entität führt ein Medium auf, das der frühere Versuch unter einem anderen Namen sein kann.',
  earlier_attempt_arrived: 'Der frühere Versuch war angekommen.',
}

function outcomeInWords(outcome: ErrorCode): string {
  return Object.hasOwn(errors, outcome) ? ` (${outcome}): ${errors[outcome].happened}` : `: ${outcome}.`
}
