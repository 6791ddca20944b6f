import type { bulk as english } from '../en/bulk.ts'
import { countOf, formatCount } from './plural.ts'

const list = new Intl.ListFormat('de', { type: 'conjunction' })
const files = (count: number): string => countOf(count, 'Datei', 'Dateien')

export const bulk: typeof english = {
  label: 'Markierte Dateien',
  marked: (count: number) => `${files(count)} markiert`,
  everythingMarked: (count: number) =>
    count === 1 ? 'Die 1 passende Datei' : `Alle ${files(count)}, die passen`,
  notAllLoaded: 'Auch die weiter unten, die noch nicht geladen sind',
  markAll: 'Alle passenden markieren',
  clear: 'Markierungen aufheben',
  mark: (name: string) => `${name} markieren`,
  isMarked: 'markiert',
  counting: 'Wird gezählt…',
  notCounted: 'Die Dateien ließen sich nicht zählen',

  parts: (parts: readonly string[]) => parts.join(', '),
  held: (count: number) => countOf(count, 'zurückgehalten', 'zurückgehalten'),
  firstApproved: (count: number) =>
    countOf(
      count,
      'erste Freigabe erteilt, eine zweite Person muss freigeben',
      'erste Freigaben erteilt, eine zweite Person muss freigeben',
    ),
  heldBecause: (count: number, reason: string) =>
    `${countOf(count, 'zurückgehalten', 'zurückgehalten')}: ${reason}`,
  unfinishedBecause: (count: number, reason: string) =>
    `${countOf(count, 'davon ist', 'davon sind')} unvollständig: ${reason}`,
  withDetail: (words: string, detail: string) => `${words} ${detail}`,

  approved: (count: number) => `${files(count)} freigegeben`,
  corrected: (count: number) => `${files(count)} berichtigt`,
  rejected: (count: number) => `${files(count)} abgelehnt`,
  rescanned: (count: number) => `um ${countOf(count, 'neuen Scan', 'neue Scans')} gebeten`,
  undone: (count: number) => `${countOf(count, 'Entscheidung', 'Entscheidungen')} zurückgenommen`,
  notApproved: 'Es wurde nichts freigegeben',
  notCorrected: 'Es wurde nichts berichtigt',
  notRejected: 'Es wurde nichts abgelehnt',
  notRescanned: 'Um keinen neuen Scan wurde gebeten',

  undoSome: (count: number) => `${formatCount(count)} zurücknehmen`,
  takenBack: (decision: string) => `Zurückgenommen: ${decision}.`,
  notTakenBack: (decision: string) => `Nicht zurückgenommen: ${decision}`,
  nothingToUndo: 'In dieser Sitzung gibt es nichts zurückzunehmen.',

  approveTitle: (count: number) => `${files(count)} freigeben?`,
  sentTo: (where: string) => `Sie gehen an: ${where}.`,
  approveWords:
    'Jede geht mit der Entität und dem Medientyp hinaus, die sie jetzt hat. Was zurückgehalten ist, bleibt in der Warteschlange.',
  approve: (count: number) => `${files(count)} freigeben`,
  rejectTitle: (count: number) => `${files(count)} ablehnen?`,
  rejectWords: 'Sie bleiben in ihren Ordnern und werden nie hochgeladen. Sie können das zurücknehmen.',
  reject: (count: number) => `${files(count)} ablehnen`,
  rescanTitle: (count: number) =>
    count === 1 ? 'Um einen neuen Scan bitten?' : `Um ${countOf(count, 'neuen Scan', 'neue Scans')} bitten?`,
  rescanWords:
    'Diese Dateien werden abgelehnt, und ein Zettel mit dem Grund kommt in den Unterordner „rescan“ jedes Ordners.',
  rescan: (count: number) =>
    count === 1 ? 'Um neuen Scan bitten' : `Um ${countOf(count, 'neuen Scan', 'neue Scans')} bitten`,
  draftsLeftOut: (count: number) =>
    count === 1
      ? 'In 1 markierten Datei wurde etwas eingegeben, das noch nicht freigegeben ist. Sie bleibt markiert und wird einzeln entschieden.'
      : `In ${countOf(count, 'markierten Datei', 'markierten Dateien')} wurde etwas eingegeben, das noch nicht freigegeben ist. Sie bleiben markiert und werden einzeln entschieden.`,
  leftForLater: (count: number) =>
    count === 1
      ? 'Mehr geht nicht auf einmal; 1 weitere Datei passt.'
      : `Mehr geht nicht auf einmal; ${countOf(count, 'weitere Datei', 'weitere Dateien')} passen.`,
  assign: 'Nach unten ausfüllen…',
  fillDown: {
    title: 'Nach unten ausfüllen',
    words: 'Andere bekommen die Werte der gezeigten Datei. Freigegeben werden sie weiterhin einzeln.',
    what: 'Was sie bekommen',
    entity: 'Entität',
    mediaType: 'Medientyp',
    fields: (names: readonly string[]) => `Weitere Angaben: ${list.format(names)}`,
    whom: 'Wer es bekommt',
    targets: {
      marked: (count: number) => countOf(count, 'markierte Datei', 'markierte Dateien'),
      rest_of_group: (count: number) =>
        countOf(count, 'Datei weiter unten in dieser Gruppe', 'Dateien weiter unten in dieser Gruppe'),
      below: (count: number) =>
        countOf(count, 'Datei weiter unten in der Liste', 'Dateien weiter unten in der Liste'),
    },
    nobody: 'Es gibt keine andere Datei zum Ausfüllen: Diese ist die letzte, und keine ist markiert.',
    confirm: (count: number) => `${files(count)} ändern`,
  },
}
