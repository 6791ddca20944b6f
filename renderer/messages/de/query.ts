import { dayForms } from '../../../electron/shared/item-query-days.ts'
import type { QueryFault } from '../../../electron/shared/item-query-faults.ts'
import type * as english from '../en/query.ts'

const simpleWords = {
  filter_excluded: 'Ausschließen lassen sich nur Wörter, keine Filter.',
  hash_malformed: 'Eine SHA-256 oder ihr Anfang hat 4 bis 64 Ziffern und Buchstaben von a bis f.',
  id_malformed: 'Die Nummer eines Eintrags ist eine ganze Zahl.',
  days_malformed: `Das sind keine Tage. Man schreibt sie als ${dayForms}.`,
  quote_open: 'Das schließende Anführungszeichen fehlt.',
  blank_missing: 'Nach dem schließenden Anführungszeichen fehlt ein Leerzeichen.',
  value_missing: 'Hier fehlt, wonach gesucht werden soll.',
  character_impossible: 'Hier steht ein Zeichen, das kein Text hat.',
}

const valueNames = {
  state: 'Den Zustand',
  finding: 'Den Befund',
  error: 'Den Fehler',
  is: 'Den Wert von is:',
}

function fault(fault: QueryFault): string {
  switch (fault.code) {
    case 'filter_unknown':
      return `Einen Filter „${fault.name}:“ gibt es nicht. In Anführungszeichen wird er als Text gesucht. Filter: ${fault.known.join(', ')}.`
    case 'value_unknown':
      return `${valueNames[fault.filter]} „${fault.value}“ gibt es nicht. Bekannt: ${fault.known.join(', ')}.`
    case 'too_long':
      return `Eine Suche hat höchstens ${String(fault.most)} Zeichen. Kürzen Sie sie, oder teilen Sie sie auf mehrere Suchen auf.`
    case 'days_twice':
      return `„${fault.filter}:“ kann nur einmal stehen. Man schreibt Tage als ${dayForms}.`
    default:
      return simpleWords[fault.code]
  }
}

export const query: typeof english.query = {
  label: 'Filter',
  what: 'Suche',
  suggestions: 'Was hier stehen kann',
  filters: {
    state: 'Zustand',
    folder: 'Ordner',
    entity: 'Entität',
    type: 'Medientyp',
    operator: 'Wer entschied',
    decider: 'Wer zuletzt entschied',
    finding: 'Befund',
    error: 'Fehlschlag',
    hash: 'SHA-256',
    id: 'Nummer',
    seen: 'Zuerst gesehen',
    sent: 'Gesendet am',
    changed: 'Geändert',
    decided: 'Entschieden am',
    is: 'Merkmal',
  },
  none: { type: 'Kein Medientyp', decider: 'Niemand entschied', finding: 'Kein Befund' },
  traits: {
    rescan: 'Um einen neuen Scan wurde gebeten, oder er kam',
    duplicate: 'Schon mit demselben Inhalt gesehen',
    sent_twice: 'Mehr als einmal angenommen',
    repaired: 'Vor dem Senden verkleinert',
    reconstructed: 'Nach einem Schaden neu ermittelt',
    corrected: 'Von Hand berichtigt',
    erased: 'Personenbezogene Werte gelöscht',
    waiting_second: 'Wartet auf die zweite Freigabe',
    index: 'Indexdatei',
  },
  days: {
    today: 'Heute',
    yesterday: 'Gestern',
    last7: 'Die letzten 7 Tage',
    last30: 'Die letzten 30 Tage',
    last365: 'Die letzten 365 Tage',
  },
  chosen: (filter: string, values: string) => `${filter}: ${values}`,
  clear: 'Diesen Filter leeren',
  narrow: (filter: string) => `In ${filter} suchen`,
  narrowHint: 'Tippen, um zu suchen',
  noValues: 'Nichts passt',
  fault,
  from: 'Von',
  to: 'Bis',
}

export const saved: typeof english.saved = {
  title: 'Gespeicherte Suchen',
  none: 'Hier stehen Suchen, die Sie speichern. Tippen Sie zuerst eine, oder wählen Sie Filter.',
  saveThis: 'Diese Suche speichern als',
  save: 'Speichern',
  rename: (name: string) => `„${name}“ umbenennen`,
  remove: (name: string) => `„${name}“ löschen`,
  newName: (name: string) => `Neuer Name für „${name}“`,
  notKept: 'Die Suchen ließen sich nicht speichern',
}
