import type { bundleSentences } from '../../../../electron/shared/sentences/bundle-sentences.ts'

export const bundle: typeof bundleSentences = {
  bundle_empty: 'Die Datei ist leer.',
  bundle_first_line_too_long: 'Ihre erste Zeile ist zu lang.',
  bundle_begins_otherwise: ({ path }) => `${path}: Sie beginnt nicht wie ein versiegeltes Paket.`,
  bundle_version_unread: ({ version, newest }) =>
    `Es hat Version ${String(version)}; dieses Intray liest ${String(newest)}.`,
  bundle_changed_meanwhile: 'Das Paket wurde geändert, während es geprüft wurde.',
  bundle_of_other_ledger: 'Der Verlauf ist der eines anderen Journals.',

  bundle_line_cut: 'Die Zeile hat kein Ende: Das Paket wurde abgeschnitten.',
  bundle_line_no_json: 'Die Zeile ist kein JSON in UTF-8.',
  bundle_line_unknown: 'Eine solche Zeile gibt es in keinem Paket.',
  bundle_line_spelled_otherwise: 'Die Zeile ist anders geschrieben, als Intray sie schreibt.',
  bundle_line_too_long: 'Die Zeile ist länger als jede, die Intray schreibt.',
  bundle_line_misplaced: ({ part }) => `Eine Zeile der Art „${part}“ gehört nicht hierher.`,

  seal_missing: 'Das Siegel fehlt: Das Paket wurde abgeschnitten.',
  seal_broken: 'Das Siegel ist gebrochen: Davor wurde ein Byte verändert, hinzugefügt oder entfernt.',
  seal_counts_differ: 'Das Siegel berichtet von anderen Zeilen, als da sind.',
  bundle_goes_on_after_seal: 'Nach dem Siegel folgt noch etwas.',

  chain_begins_nowhere: ({ seq }) =>
    `Das erste Ereignis, Ereignis ${String(seq)}, sagt nicht, woraus es folgt.`,
  chain_begins_elsewhere: ({ seq }) =>
    `Das erste Ereignis eines Journals folgt aus nichts; Ereignis ${String(seq)} sagt etwas anderes.`,
  chain_begins_again: ({ seq }) =>
    `Nur das erste Ereignis sagt, woraus es folgt; Ereignis ${String(seq)} sagt es auch.`,
  chain_numbers_jump: ({ fromSeq, toSeq }) =>
    `Zwischen Ereignis ${String(fromSeq)} und Ereignis ${String(toSeq)} laufen die Nummern nicht weiter.`,
  event_hash_differs: ({ seq }) =>
    `Die Prüfsumme von Ereignis ${String(seq)} folgt nicht aus dem vorigen: Das Ereignis oder sein Platz wurde verändert.`,
  event_erased_yet_there: ({ seq }) =>
    `Die Daten von Ereignis ${String(seq)} sollen gelöscht sein und stehen doch da.`,
  event_data_kept_back: ({ seq }) => `Die Daten von Ereignis ${String(seq)} werden vorenthalten.`,
  anchor_of_other_ledger: ({ seq }) =>
    `Der Anker von Ereignis ${String(seq)} ist der eines anderen Journals.`,
  anchor_off_chain: ({ seq }) =>
    `Der Anker von Ereignis ${String(seq)} liegt nicht auf der Kette: Der Verlauf wurde neu gemacht.`,
  anchor_outside_chain: ({ seq }) => `Der Anker von Ereignis ${String(seq)} liegt außerhalb der Kette.`,

  item_unnumbered: 'Diese Datei hat keine Nummer.',
  item_twice: ({ itemId }) => `Datei ${String(itemId)} steht zweimal im Paket.`,
  item_out_of_order: ({ itemId }) => `Datei ${String(itemId)} steht nicht in der Reihenfolge der Nummern.`,
  item_begins_earlier: ({ itemId, seq }) =>
    `Datei ${String(itemId)} hat vor Ereignis ${String(seq)} schon einen Verlauf, der nicht im Paket ist.`,
  item_told_by_none: ({ itemId }) => `Von Datei ${String(itemId)} berichtet kein Ereignis.`,
  item_told_otherwise: ({ itemId }) =>
    `Datei ${String(itemId)} ist nicht das, was ihr letztes Ereignis sagt.`,
  item_value_told_otherwise: ({ itemId }) =>
    `Ein Wert von Datei ${String(itemId)} ist nicht der ihres letzten Ereignisses.`,
  item_data_taken: ({ itemId }) =>
    `Daten von Datei ${String(itemId)} wurden entfernt, ohne dass sie gelöscht werden sollten.`,

  attempt_unnumbered: 'Diesem Versuch fehlt seine Datei oder seine Nummer.',
  attempt_twice: 'Dieser Versuch steht zweimal im Paket.',
  attempt_out_of_order: 'Dieser Versuch steht nicht in der Reihenfolge der Dateien.',
  attempt_start_differs: ({ seq }) =>
    `Ereignis ${String(seq)} begann einen anderen Versuch als den, von dem berichtet wird.`,
  attempt_settlement_differs: ({ seq }) =>
    `Ereignis ${String(seq)} schloss einen anderen Versuch ab als den, von dem berichtet wird.`,
  attempt_erasure_differs: ({ seq }) =>
    `Ereignis ${String(seq)} löschte die Angaben anderer Versuche als derer, von denen berichtet wird.`,
  attempt_end_untold: 'Kein Ereignis berichtet, wie dieser Versuch endete.',
  attempts_too_many: ({ itemId }) => `Datei ${String(itemId)} hat mehr Versuche, als sich prüfen lassen.`,
}
