import type { problems as english } from '../en/problems.ts'
import { fixes } from './fixes.ts'
import { countOf } from './plural.ts'

export const problems: typeof english = {
  title: 'Probleme',
  summary: (count: number) =>
    count === 0
      ? 'Nichts ist zurückgehalten'
      : `${countOf(count, 'Datei braucht', 'Dateien brauchen')} Aufmerksamkeit`,
  list: 'Probleme nach Ursache',
  detail: 'Was nicht stimmt und was sich tun lässt',
  causes: 'Ursachen',
  everyCause: 'Alle Probleme',
  fixAll: 'Für alle Dateien dieser Ursache',
  allOf: (count: number, title: string) => `${countOf(count, 'Datei', 'Dateien')}: ${title}`,
  reasonFor: 'Warum?',
  reasonKept: 'Die Begründung steht bei jeder Datei im Journal.',
  outcomeUnknown: {
    title: 'Gesendet, aber ohne Antwort',
    next: 'Sehen Sie beim Endpunkt nach. Blind noch einmal gesendet, könnte eine Datei dort zweimal liegen.',
  },
  fixes,
  unknownCause: 'Zurückgehalten ohne Befund',
  unknownCauseNext: 'Sehen Sie sich die Datei an und entscheiden Sie.',
  emptyTitle: 'Keine Probleme',
  emptyWords:
    'Dateien, die sich so nicht hochladen lassen, würden hier warten, mit dem Grund und dem, was zu tun ist.',
  endpointSaid: 'Der Endpunkt sagte',
  endpointSilent: 'Der Endpunkt gab keine eigenen Worte dazu.',
  endpointStatus: (status: number) => `HTTP ${status}`,
  attempts: (count: number) => `nach ${countOf(count, 'Versuch', 'Versuchen')}`,
  draftsLeftOut: (count: number) =>
    count === 1
      ? 'In 1 Datei wurde etwas eingegeben, das noch nicht gesendet ist. Sie bleibt außen vor und wird einzeln entschieden.'
      : `In ${countOf(count, 'Datei', 'Dateien')} wurde etwas eingegeben, das noch nicht gesendet ist. Sie bleiben außen vor und werden einzeln entschieden.`,
  approve: 'Freigeben',
  approveCorrected: 'Berichtigen und freigeben',
  saveCorrection: 'Nur berichtigen',
  saveCorrectionHint: 'Behält die Berichtigung, ohne die Datei zu senden',
  retry: 'Noch einmal senden',
  lookUp: 'Beim Endpunkt nachsehen',
  arrived: 'Angekommen',
  sendAgain: 'Noch einmal senden',
  showFolder: 'Ordner zeigen',
  arrivedTitle: 'Sind Sie sicher, dass sie angekommen ist?',
  arrivedWords:
    'Die Datei gilt von jetzt an als hochgeladen. Sagen Sie, woher Sie es wissen; es steht im Journal.',
  arrivedReasons: ['Beim Endpunkt gesehen', 'Von unserer Ansprechperson bestätigt'],
  sendAgainTitle: 'Noch einmal senden?',
  sendAgainWords:
    'Ist die erste doch angekommen, hat der Endpunkt sie zweimal, und keine lässt sich zurückholen. Sagen Sie, woher Sie es wissen; es steht im Journal.',
  sendAgainReasons: ['Beim Endpunkt nachgesehen, sie ist nicht da', 'Von unserer Ansprechperson bestätigt'],
  done: {
    approve: (name: string) => `${name} freigegeben`,
    correct: (name: string) => `${name} berichtigt`,
    retry: (name: string) => `${name} wird noch einmal gesendet`,
    reject: (name: string) => `${name} abgelehnt`,
    stopWaiting: (name: string) => `Nichts wartet mehr auf die Zeilen von ${name}`,
    reopen: (name: string) => `${name} ist wieder da`,
    lookUpArrived: (name: string) => `${name} ist angekommen und gilt als hochgeladen`,
    lookUpAbsent: (name: string) => `${name} ist nicht beim Endpunkt und wird noch einmal gesendet`,
    lookUpUnsure: (name: string) => `Nachgesehen: Ob ${name} angekommen ist, bleibt unklar`,
    lookUpUnsureWords: 'Die Datei bleibt hier. Sie können selbst beim Endpunkt nachsehen und entscheiden.',
    arrived: (name: string) => `${name} gilt als hochgeladen`,
    sendAgain: (name: string) => `${name} wird noch einmal gesendet`,
  },
  notDone: (name: string) => `An ${name} wurde nichts geändert`,
}
