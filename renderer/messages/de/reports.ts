import type { reports as english } from '../en/reports.ts'
import { countOf } from './plural.ts'

export const reports: typeof english = {
  title: 'Berichte',
  controls: 'Worum es im Bericht geht',
  range: 'Tage',
  ranges: {
    today: 'Heute',
    last_7: '7 Tage',
    last_30: '30 Tage',
    month: 'Monat',
    custom: 'Andere Tage',
  },
  month: 'Monat',
  from: 'Von',
  to: 'Bis',
  rangeProblem: {
    missing: 'Geben Sie beide Tage ein.',
    backwards: 'Der letzte Tag liegt vor dem ersten.',
    tooLong:
      'Nach Tagen umfasst ein Bericht höchstens ein Jahr. Wählen Sie weniger Tage oder eine andere Gliederung.',
  },
  groupBy: 'Nach',
  by: { day: 'Tag', folder: 'Ordner', operator: 'Person', media_type: 'Medientyp' },
  noKey: {
    day: 'Tag nicht bekannt',
    folder: 'Ordner nicht bekannt',
    operator: 'Niemand entschied',
    media_type: 'Kein Medientyp',
  },
  filter: 'Nur passende Dateien',
  filterHint: 'Wie in der Suche des Verlaufs',
  subject: (from: string, to: string, by: string) =>
    from === to
      ? `Dateien, zuerst gesehen am ${from}, nach ${by}`
      : `Dateien, zuerst gesehen vom ${from} bis zum ${to}, nach ${by}`,
  bySmall: { day: 'Tag', folder: 'Ordner', operator: 'Person', media_type: 'Medientyp' },
  filtered: (text: string) => `Nur passende Dateien: ${text}`,
  madeAt: (when: string) => `Stand: ${when}`,
  connection: (profile: string) => `Verbindung: ${profile}`,
  refresh: 'Auffrischen',
  print: 'Drucken…',
  pdf: 'Als PDF speichern…',
  pdfSaved: 'Der Bericht wurde als PDF gespeichert',
  pdfNotSaved: 'Der Bericht wurde nicht als PDF gespeichert',
  csv: 'Als CSV speichern…',
  csvSaved: 'Die Tabelle wurde gespeichert',
  csvNotSaved: 'Die Tabelle wurde nicht gespeichert',
  copy: 'Tabelle kopieren',
  copied: 'Die Tabelle ist kopiert',
  fileName: (from: string, to: string, by: string) => `intray-bericht-${from}-${to}-nach-${by}`,
  showTable: 'Tabelle',
  showChart: 'Diagramm',
  figureForm: (title: string) => `Form von „${title}“`,
  counts: 'Was aus den Dateien wurde',
  times: 'Vom ersten Sehen einer Datei bis zu ihrem Upload',
  timesWords:
    'Der Punkt ist der Median, die Linie reicht bis zu der Zeit, die 95 von 100 Dateien einhielten. Jede Stufe ist das Zehnfache.',
  noTimes: 'Keine Datei dieser Tage wurde hochgeladen, deshalb gibt es keine Zeiten.',
  columns: {
    seen: 'Gesehen',
    uploaded: 'Hochgeladen',
    held: 'Zeitweise aufgehalten',
    rejected: 'Abgelehnt',
    rest: 'Offen oder anderes',
    median: 'Median',
    p95: '95 von 100 binnen',
    longest: 'Längste Dauer',
    medianSeconds: 'Median (Sekunden)',
    p95Seconds: '95 % binnen (Sekunden)',
  },
  total: 'Gesamt',
  tableNotes: {
    counts:
      'Jede Datei zählt einmal: gesehen = hochgeladen + abgelehnt + offen oder anderes. „Zeitweise aufgehalten“ zählt einige derselben Dateien noch einmal.',
    times:
      'Nur hochgeladene Dateien haben eine Zeit. „Gesamt“ gilt für alle zusammen und ist keine Summe der Zeilen.',
  },
  noTime: '–',
  scrubCounts: 'Tage des Diagramms mit ihren Zahlen',
  scrubTimes: 'Tage des Diagramms mit ihren Zeiten',
  scrubHint: 'Zeigen Sie auf einen Tag, oder nehmen Sie die Pfeiltasten.',
  countWords: (day: string, seen: string, uploaded: string, held: string, rejected: string, rest: string) =>
    `${day}: ${seen} gesehen, ${uploaded} hochgeladen, ${rejected} abgelehnt, ${rest} offen oder anderes; ${held} aufgehalten`,
  timeWords: (day: string, median: string, p95: string) =>
    `${day}: Median ${median}, 95 von 100 binnen ${p95}`,
  noTimeWords: (day: string) => `${day}: nichts hochgeladen`,
  chartSummary: (rows: number, seen: number) =>
    `${countOf(seen, 'Datei', 'Dateien')} in ${countOf(rows, 'Zeile', 'Zeilen')}. Die Tabelle enthält jede Zahl.`,
  showLongest: 'Die Datei, die am längsten brauchte, im Verlauf zeigen',
  showRow: (label: string) => `Die Dateien im Verlauf zeigen: ${label}`,
  emptyTitle: 'Keine Dateien an diesen Tagen',
  emptyWords:
    'Damals wurde keine passende Datei zuerst gesehen. Wählen Sie andere Tage oder einen anderen Filter.',
}
