import type { review as english } from '../en/review.ts'
import { countOf, formatCount } from './plural.ts'

export const review: typeof english = {
  title: 'Prüfung',
  waiting: (count: number) =>
    count === 0 ? 'Nichts wartet' : countOf(count, 'Datei wartet', 'Dateien warten'),
  tally: (approved: number, rejected: number) =>
    [
      approved > 0 ? `${formatCount(approved)} freigegeben` : '',
      rejected > 0 ? `${formatCount(rejected)} abgelehnt` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  tallyLabel: 'In dieser Sitzung',
  queue: 'Warteschlange',
  facts: 'Angaben und Entscheidung',
  next: 'Weiter',
  entityUnknown: 'Entität nicht bekannt',
  position: (index: number, total: number, isOpen: boolean) =>
    `${formatCount(index)} von ${formatCount(total)}${isOpen ? '+' : ''}`,
  typeUnknown: 'Medientyp nicht bekannt',
  hasDraft: 'Hier wurde etwas eingegeben und noch nicht freigegeben',
  approvedWords: (name: string) => `${name} freigegeben`,
  firstApprovedWords: (name: string) => `Erste Freigabe von ${name}`,
  rejectedWords: (name: string) => `${name} abgelehnt`,
  takenBackElsewhere: (name: string) => `${name} ist wieder, wo es vor der Entscheidung war`,
  oneOfTwo: '1 von 2',
  firstApprovedBy: (operator: string) => `1 von 2 freigegeben, von ${operator}`,
  secondPerson: 'Eine zweite Person muss freigeben',
  secondNeeded: 'Sie haben diese Datei schon freigegeben. Eine zweite Person muss es ebenfalls tun.',
  approveAsSecond: 'Als Zweite(r) freigeben',
  firstApproval: {
    title: '1 von 2 freigegeben',
    by: (operator: string) => `Freigegeben von ${operator},`,
    yours: 'Sie haben sie schon freigegeben. Gesendet wird sie, wenn jemand anderes sie auch freigibt.',
    other: 'Sie wird gesendet, wenn auch Sie sie freigeben.',
  },
  last: {
    label: 'Letzte Entscheidung',
    sentIn: (time: string) => `Noch ${time}`,
    goesOut: 'Unterwegs, wenn die Uploads laufen',
    partLeft: (count: number, total: number) => `Noch ${formatCount(count)} von ${formatCount(total)}`,
  },
  notArranged: 'Die Anordnung der Warteschlange ließ sich nicht behalten',
  nothingMatches: 'Nichts passt zum Filter',
  nothingMatchesWords: (count: number) =>
    count === 1
      ? '1 Datei wartet, aber keine von dieser Art.'
      : `${countOf(count, 'Datei wartet', 'Dateien warten')}, aber keine von dieser Art.`,
  clearFilter: 'Filter leeren',
  groupCount: (count: number, isOpen: boolean) => (isOpen ? `${formatCount(count)}+` : formatCount(count)),
  markGroupOf: (name: string) => `${name}: klicken, um alles darin zu markieren`,
  tools: {
    filter: 'Warteschlange filtern',
    filterHint: 'Filtern',
    clearFilter: 'Filter leeren',
    arrange: 'Gruppieren und sortieren',
    group: 'Gruppieren nach',
    groupings: { none: 'Keine Gruppen', entity: 'Entität', folder: 'Ordner' },
    order: 'Sortieren',
    orders: {
      oldest_first: 'Älteste zuerst',
      newest_first: 'Neueste zuerst',
      by_entity: 'Nach Entität',
      by_path: 'Nach Name',
    },
    orderByGroup: 'Gruppen haben ihre eigene Reihenfolge.',
  },
  correctedAndApproved: (name: string) => `${name} berichtigt und freigegeben`,
  goToIt: 'Hingehen',
  notApproved: (name: string) => `${name} wurde nicht freigegeben`,
  notRescanned: (name: string) => `Um den neuen Scan von ${name} wurde nicht richtig gebeten`,
  notRejected: (name: string) => `${name} wurde nicht abgelehnt`,
  leftQueue: (name: string) => `${name} ist nicht mehr in der Warteschlange: anderswo geändert`,
  scansWait: (count: number, what: string) => `${countOf(count, 'Scan wartet', 'Scans warten')} auf ${what}`,
  waitsFor: {
    index_row: (count: number) => (count === 1 ? 'seine Indexzeile' : 'ihre Indexzeilen'),
    other_side: (count: number) => (count === 1 ? 'seine andere Seite' : 'ihre anderen Seiten'),
    either: () => 'Indexzeile oder andere Seite',
  },
  firstUntil: (time: string) => `der erste bis ${time}`,
  onlyUntil: (time: string) => `bis ${time}`,
  showWaiting: 'Zeigen',
  emptyTitle: 'Nichts zu prüfen',
  emptyWords: (folder: string) =>
    `Legen Sie Scans in ${folder}. Sie erscheinen hier, sobald sie vollständig sind.`,
  emptyChecking: (count: number) => `${countOf(count, 'Datei wird', 'Dateien werden')} gerade untersucht.`,
  emptyNoFolder: 'Noch wird kein Ordner überwacht. Fügen Sie in den Einstellungen einen hinzu.',
  doneTitle: 'Alles geprüft',
  doneWords: (tally: string) => `${tally} in dieser Sitzung.`,
  showFolder: 'Ordner zeigen',
  addFolder: 'Ordner hinzufügen',
  intro: {
    title: 'Sie sind im Übungsbetrieb',
    words:
      'Intray arbeitet mit einem Übungsordner und einem Endpunkt in diesem Computer. Nichts verlässt ihn, und Sie brauchen kein Konto.',
    steps: [
      {
        title: 'Ansehen',
        words: 'Jeder Scan zeigt, zu wem er gehört und was er ist.',
      },
      {
        title: 'Entscheiden',
        words: (approve: string, reject: string) =>
          approve === '' || reject === ''
            ? 'Die Knöpfe geben frei und lehnen ab. Der nächste folgt sofort.'
            : `${approve} gibt frei, ${reject} lehnt ab. Der nächste folgt sofort.`,
      },
      {
        title: 'Verfolgen',
        words: 'Uploads zeigt Gesendetes, Probleme Zurückgehaltenes.',
      },
    ],
    connect: 'Einrichten',
    label: 'Über den Übungsbetrieb',
  },
}
