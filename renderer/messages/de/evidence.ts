import type { evidence as english } from '../en/evidence.ts'
import { countOf } from './plural.ts'

const files = (count: number): string => countOf(count, 'Datei', 'Dateien')

export const evidence: typeof english = {
  open: 'Beweise ausgeben…',
  title: 'Beweise ausgeben',
  words: 'Alles, was das Journal über diese Dateien weiß, damit andere es lesen oder prüfen können.',
  which: 'Welche Dateien',
  marked: (count: number) =>
    count === 1 ? 'Die 1 markierte Datei' : `Die ${countOf(count, 'markierte Datei', 'markierten Dateien')}`,
  matching: (count: number) => (count === 1 ? 'Die 1 Datei der Suche' : `Alle ${files(count)} der Suche`),
  all: (count: number) => (count === 1 ? 'Die 1 Datei des Journals' : `Alle ${files(count)} des Journals`),
  counting: 'Die passenden Dateien werden gezählt…',
  notCounted: 'Die Dateien ließen sich nicht zählen',
  form: 'Form',
  formats: {
    csv: 'Tabelle (CSV)',
    jsonl: 'Jede Einzelheit (JSON Lines)',
    bundle: 'Versiegeltes Beweispaket',
  },
  formatWords: {
    csv: 'Eine Zeile je Datei; öffnet sich in Excel und anderen Tabellenprogrammen.',
    jsonl: 'Dateien, Ereignisse und Versuche genau wie im Journal, für andere Programme.',
    bundle:
      'Beweist aus sich selbst, dass nichts geändert oder weggelassen ist; jeder kann es ohne Intray prüfen.',
  },
  export: (count: number) => `${files(count)} ausgeben…`,
  exporting: 'Die Beweise werden geschrieben…',
  failed: 'Die Beweise wurden nicht geschrieben',
  fileName: (day: string) => `intray-beweise-${day}`,
  doneTitle: 'Die Beweise sind geschrieben',
  doneWords: (fileCount: number, events: number) =>
    `${files(fileCount)} mit ${countOf(events, 'Ereignis', 'Ereignissen')}`,
  keepHash:
    'Bewahren Sie den SHA-256 getrennt von der Datei auf: Er zeigt später, dass sie noch dieselbe ist.',
  file: 'Datei',
  holds: 'Enthält',
  size: 'Größe',
  sha256: 'SHA-256',
  check: 'Paket prüfen…',
  checking: 'Das Paket wird geprüft…',
  checkingWords: 'Jede Zeile wird neu berechnet. Wenn Sie die Prüfung beenden, ändert das nichts.',
  endCheck: 'Prüfung beenden',
  notCancelled: 'Die Prüfung ließ sich nicht beenden',
  checkFailed: 'Das Paket ließ sich nicht prüfen',
  intactTitle: 'Das Paket ist, wie es geschrieben wurde',
  brokenTitle: 'Das Paket beweist sich nicht',
  intactWords:
    'Jedes Ereignis, jeder Versuch und jeder Hash passt. Nichts wurde geändert, weggelassen oder eingefügt.',
  brokenWords: 'Etwas wurde danach geändert, weggelassen oder eingefügt. Verlassen Sie sich nicht darauf.',
  writtenAt: 'Geschrieben',
  ledger: 'Journal',
  headHash: 'Ende der Prüfkette',
  anchors: 'Anker auf dieser Prüfkette',
  faults: 'Fehler',
  faultAt: (line: number) => `Zeile ${line}`,
}
