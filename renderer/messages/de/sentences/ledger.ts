import type { ledgerSentences } from '../../../../electron/shared/sentences/ledger-sentences.ts'
import { catalogue } from '../catalogue.ts'
import { momentInWords, quote, sizeInWords } from './wording.ts'

export const ledger: typeof ledgerSentences = {
  events_missing: ({ fromSeq, toSeq }) => `Die Ereignisse ${String(fromSeq)} bis ${String(toSeq)} fehlen.`,
  events_missing_at_end: 'Am Ende fehlen Ereignisse.',
  events_removed_after: ({ seq }) => `Die Ereignisse nach ${String(seq)} wurden entfernt.`,
  event_data_altered: ({ seq }) => `Die Daten von Ereignis ${String(seq)} wurden verändert.`,
  event_unchained: ({ seq }) => `Ereignis ${String(seq)} folgt nicht aus dem vorigen.`,
  event_data_taken: ({ seq }) =>
    `Die Daten von Ereignis ${String(seq)} wurden entfernt, ohne dass sie gelöscht werden sollten.`,
  event_erased_early: ({ seq }) =>
    `Ereignis ${String(seq)} löschte die Angaben der Datei, bevor die Frist es erlaubte.`,
  anchored_event_gone: ({ seq, at }) =>
    `Ereignis ${String(seq)}, das am ${anchoredInWords(at)} verankert wurde, ist nicht mehr da.`,
  anchored_event_differs: ({ seq, at }) =>
    `Ereignis ${String(seq)}, das am ${anchoredInWords(at)} verankert wurde, hat eine andere Prüfsumme: Der Verlauf wurde neu gemacht.`,
  anchored_event_lost: ({ seq, at, restoredSeq }) =>
    `Ereignis ${String(seq)}, das am ${anchoredInWords(at)} verankert wurde, ging verloren, als das Journal wiederhergestellt wurde (Ereignis ${String(restoredSeq)}). ` +
    'Im Journal ist es nicht mehr zu finden: Bewahren Sie diese Ankerdatei mit dem auf, was damals beiseitegelegt wurde, und wählen Sie eine neue.',

  item_untold: ({ itemId }) => `Zu Datei ${String(itemId)} gibt es kein Ereignis.`,
  item_differs: ({ itemId, keys }) =>
    `Datei ${String(itemId)} weicht von ihrem letzten Ereignis ab: ${keys.join(', ')}.`,
  item_differs_by_digest: ({ itemId }) =>
    `Datei ${String(itemId)} weicht von ihrem letzten Ereignis in einem Wert ab, den es nur als Prüfsumme nennt.`,
  attempt_altered_since_start: ({ seq }) =>
    `Der Versuch, den Ereignis ${String(seq)} begann, wurde verändert.`,
  attempt_altered_since_settled: ({ seq }) =>
    `Der Versuch, den Ereignis ${String(seq)} abschloss, wurde verändert.`,
  attempt_altered_since_erased: ({ seq }) =>
    `Ein Versuch, dessen Angaben Ereignis ${String(seq)} löschte, wurde verändert.`,
  attempts_untold: 'Ihre Versuche sind nicht die, von denen ihre Ereignisse berichten.',
  attempt_without_item: 'Ein Versuch gehört zu keiner Datei.',
  ledger_id_altered: ({ seq }) =>
    `Die Kennung des Journals, die Ereignis ${String(seq)} vergab, wurde verändert.`,
  rules_altered: ({ seq }) => `Die Regeln, die Ereignis ${String(seq)} speicherte, wurden verändert.`,
  rules_untold: ({ version }) => `Von Fassung ${String(version)} der Regeln berichtet kein Ereignis.`,
  count_wrong: ({ state, name }) =>
    `Die Zahl der Dateien „${stateInWords(state)}“ im Ordner „${name}“ stimmt nicht.`,
  search_misleads: ({ itemId, kind, value }) =>
    `Wonach eine Suche Datei ${String(itemId)} findet, ist nicht das, was das Journal von ihr berichtet: ${kind} ${quote(value)}.`,
  item_miscounted: ({ itemId }) =>
    `Berichte zählen Datei ${String(itemId)} nicht so, wie ihre Ereignisse berichten: wer entschied oder ob sie angehalten war.`,
  file_not_whole: ({ words }) => `Die Datei oder eines ihrer Verzeichnisse ist beschädigt: ${words}`,
  anchor_line_gone: ({ seq, at }) =>
    `Der Anker von Ereignis ${String(seq)}, geschrieben am ${anchoredInWords(at)}, steht nicht in der Ankerdatei: Seine Zeile wurde ` +
    'entfernt oder verändert, oder damals war eine andere Datei in Gebrauch.',
  more_faults: 'Und weitere Fehler.',

  ledger_empty: 'Die Datei enthält kein Journal.',
  ledger_tables_missing: ({ keys }) => `Tabellen fehlen: ${keys.join(', ')}.`,
  ledger_newer: ({ version, newest }) =>
    `Das Journal hat Version ${String(version)}; dieses Intray kennt ${String(newest)}.`,
  ledger_read_only: 'Es ist nur zum Lesen geöffnet.',
  backup_needs_room: ({ sizeBytes, freeBytes }) =>
    `Eine Sicherung braucht ${sizeInWords(sizeBytes)}; frei sind ${sizeInWords(freeBytes)}.`,
  backup_absent: ({ name }) => `Eine Sicherung ${quote(name)} gibt es nicht.`,
  backup_damaged: 'Sie ist selbst beschädigt.',

  anchor_file_not_set: 'In den Einstellungen ist keine Ankerdatei festgelegt.',
  kind_not_opened: 'Dateien dieser Art öffnet Intray nicht.',
  text_too_large: ({ most }) => `Sie ist größer als ${sizeInWords(most)}.`,
  no_answer_from: ({ path }) => `${path} (keine Antwort)`,
}

function stateInWords(state: string): string {
  const states: Readonly<Record<string, string>> = catalogue.states
  return (Object.hasOwn(states, state) ? states[state] : undefined) ?? state
}

function anchoredInWords(at: string): string {
  return momentInWords(Date.parse(at))
}
