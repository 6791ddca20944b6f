import type * as english from '../en/origin.ts'
import { countOf } from './plural.ts'

export const origin: typeof english.origin = {
  name: 'Dateiname',
  readByRule: (rule: string, version: number | null) =>
    version === null
      ? `Gelesen durch die Regel „${rule}“`
      : `Gelesen durch die Regel „${rule}“, Version ${version}`,
  readFromIndex: (file: string, line: number | null) =>
    line === null ? `Gelesen aus ${file}` : `Gelesen aus ${file}, Zeile ${line}`,
  readByPerson: 'Von Hand eingegeben.',
  before: 'Davor:',
  notRead: 'Keine Regel hat diesen Namen gelesen.',
  date: (day: string) => `Datum im Namen: ${day}`,
  changedHere: 'Hier geändert, noch nicht gesendet.',
  resetChange: 'Zurücksetzen',
  teach: (count: number) =>
    count > 1
      ? `Intray diese ${countOf(count, 'Namen', 'Namen')} beibringen`
      : 'Intray diesen Namen beibringen',
  teachHint: 'Die nächste Datei mit einem solchen Namen wird dann von selbst gelesen.',
}

export const fields: typeof english.fields = {
  heading: 'Weitere Angaben',
  hint: 'Werden als „custom data“ mitgesendet.',
  name: 'Name',
  value: 'Wert',
  nameOf: (place: number) => `Name der Angabe ${place}`,
  valueOf: (name: string, place: number) => (name === '' ? `Angabe ${place}` : `Wert von ${name}`),
  add: 'Angabe hinzufügen',
  remove: (name: string, place: number) => (name === '' ? `Angabe ${place} entfernen` : `${name} entfernen`),
  nameMissing: 'Geben Sie einen Namen ein.',
  nameMalformed: 'Kleinbuchstaben, Ziffern und Unterstriche, am Anfang ein Buchstabe; höchstens 40.',
  nameReserved: 'Diesen Namen braucht der Endpunkt oder Intray selbst.',
  nameTwice: 'Dieser Name steht schon da.',
  valueTooLong: 'Höchstens 1.000 Zeichen.',
}

export const entityCheck: typeof english.entityCheck = {
  results: {
    known: 'Bekannte Entität',
    unknown: 'Unbekannte Entität',
    placeholder: 'Nur ein Platzhalter',
  },
  never: 'Nicht nachgesehen',
  lookUp: 'Nachsehen',
  lookAgain: 'Noch einmal nachsehen',
  failed: 'Nach der Entität ließ sich nicht sehen',
  answered: {
    known: (entityId: string) => `Der Endpunkt kennt ${entityId}`,
    unknown: (entityId: string) => `Der Endpunkt kennt ${entityId} nicht`,
    placeholder: (entityId: string) => `${entityId} ist beim Endpunkt nur ein Platzhalter`,
  },
  movedTo: { review: 'Die Datei ist jetzt in der Prüfung.', problems: 'Die Datei ist jetzt unter Probleme.' },
}

export const links: typeof english.links = {
  newScans: 'Neue Scans dieser Datei',
  replaces: 'Der Scan, den dieser ersetzt',
  sameContent: 'Derselbe Inhalt an anderer Stelle',
  show: (path: string) => `${path} zeigen`,
  showFile: (itemId: number) => `Datei ${itemId} zeigen`,
}

export const waiting: typeof english.waiting = {
  for: {
    index_row: 'ihre Zeile der Indexdatei',
    other_side: 'die andere Seite des Dokuments',
  },
  until: (what: string, time: string) => `Wartet auf ${what} bis ${time}.`,
  whatever: (what: string) => `Wartet auf ${what}.`,
  after: 'Danach geht es ohne sie weiter, mit einem Befund, der das sagt.',
  decideNow: 'Sofort entscheiden',
}

export const indexFile: typeof english.indexFile = {
  heading: 'Indexdatei',
  kind: 'Art',
  kinds: { table: 'Tabelle', sidecar: 'Begleitdatei eines Scans' },
  encoding: 'Zeichensatz',
  delimiter: 'Trennzeichen',
  delimiters: { ',': 'Komma', ';': 'Strichpunkt', '\t': 'Tabulator', '|': 'Senkrechter Strich' },
  rows: 'Zeilen',
  found: 'Mit ihrem Scan',
  waiting: 'Warten auf ihren Scan',
  overdue: 'Deren Scan nie kam',
  malformed: 'Unbrauchbar',
  readAt: 'Zuletzt gelesen',
  show: 'Ihre Zeilen zeigen',
  notLoaded: 'Nach der Indexdatei ließ sich nicht sehen',
}
