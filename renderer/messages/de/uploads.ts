import type { uploads as english } from '../en/uploads.ts'
import { countOf, formatCount } from './plural.ts'

const files = (count: number): string => countOf(count, 'Datei', 'Dateien')

/** `name` ist null, wo mehrere Dateien zusammen geändert wurden. */
function goesOut(name: string | null, count: number): string {
  return name === null ? countOf(count, 'Datei geht', 'Dateien gehen') : `${name} geht`
}

export const uploads: typeof english = {
  title: 'Uploads',
  summary: (open: number) => (open === 0 ? 'Nichts wartet auf das Senden' : `${files(open)} unterwegs`),
  rate: (count: number, amount: string) => `${files(count)} und ${amount} in der letzten Minute`,
  left: (time: string) => `noch etwa ${time}`,
  causes: 'Warum Dateien nicht hinausgehen',
  showCause: (count: number) => `${files(count)} im Verlauf zeigen`,
  evidence: 'Was bekannt ist',
  sendsIn: (wait: string) => `Wird gesendet in ${wait}`,
  takeBack: 'Zurücknehmen',
  takenBack: (name: string) => `${name} wird nicht gesendet und ist wieder, wo es war`,
  notTakenBack: (name: string) => `${name} wurde nicht zurückgenommen`,
  takeBackMany: (count: number) => `${formatCount(count)} zurücknehmen`,
  takenBackMany: (count: number) => `${files(count)} zurückgenommen`,
  notTakenBackMany: 'Es wurde nichts zurückgenommen',
  tryNowMany: (count: number) => `${formatCount(count)} jetzt senden`,
  retryMany: (count: number) => `${formatCount(count)} noch einmal`,
  lookUpMany: (count: number) => `Nach ${formatCount(count)} sehen`,
  retriedMany: (count: number) => `${countOf(count, 'Datei wird', 'Dateien werden')} noch einmal gesendet`,
  notRetriedMany: 'Es wird nichts noch einmal gesendet',
  inFlight: 'Wird gesendet',
  waiting: 'Wartet',
  stuck: 'Braucht Aufmerksamkeit',
  recent: 'Zuletzt hochgeladen',
  progress: (name: string) => `Upload von ${name}`,
  sent: (sent: string, total: string) => `${sent} von ${total}`,
  preparing: 'Beginnt…',
  finishing: 'Wartet auf die Antwort…',
  queued: 'In der Warteschlange',
  retriesIn: (wait: string) => `Wieder in ${wait}`,
  retriesNow: 'Sofort wieder',
  attempt: (count: number) => `bisher ${countOf(count, 'Versuch', 'Versuche')}`,
  lanePausedWaiting: 'Wartet, bis die Uploads fortgesetzt werden',
  retry: 'Noch einmal',
  tryNow: 'Jetzt senden',
  decide: 'Entscheiden',
  details: 'Einzelheiten',
  seeProblems: 'Alle unter Probleme',
  seeHistory: 'Alle im Verlauf',
  notRetried: (name: string) => `${name} wird nicht noch einmal gesendet`,
  retried: (name: string) => `${name} wird noch einmal gesendet`,
  emptyTitle: 'Noch wurde nichts hochgeladen',
  emptyWords:
    'Geben Sie in der Prüfung Dateien frei. Sie werden gleich gesendet und stehen hier, mit dem, was aus ihnen wurde.',
  goToReview: 'Zur Prüfung',
  reason: 'Grund',
  slowed: (wait: string) =>
    `Der Endpunkt hat um ein langsameres Tempo gebeten. Volles Tempo wieder in ${wait}.`,
  pausedTitle: 'Die Uploads sind pausiert',
  pausedWords: 'Sie haben sie pausiert. Freigegebenes wartet, und nichts geht verloren.',
  resume: 'Fortsetzen',
  scheduledTitle: (when: string) => `Uploads beginnen ${when}`,
  scheduledNever: 'Die Uploads warten auf ihre Zeit, und kein Tag ist gewählt.',
  scheduledWords:
    'Freigegebenes wartet so lange, wie die Einstellungen sagen. Was unterwegs ist, wird beendet.',
  unreachableWaiting: 'Wartet, bis der Endpunkt antwortet',
  scheduledWaiting: (when: string) => `Wartet, bis die Uploads ${when} beginnen`,
  since: (when: string) => `Seit ${when}.`,
  opening: {
    today: (time: string) => `um ${time}`,
    tomorrow: (time: string) => `morgen um ${time}`,
    later: (when: string) => `am ${when}`,
  },
  openSchedule: 'Zeitplan',
  priority: {
    first: 'Zuerst senden',
    later: 'Später senden',
    asFolder: 'Wie der Ordner sagt',
    clear: 'Auswahl aufheben',
    choose: (name: string) => `${name} auswählen`,
    chosen: (count: number) => `${files(count)} ausgewählt`,
    chosenLabel: 'Was mit den ausgewählten Dateien geschehen soll',
    marks: { high: 'Zuerst', normal: '', low: 'Später' },
    now: {
      high: 'Wartet auf das Senden, vor anderen',
      normal: 'Wartet auf das Senden, der Reihe nach',
      low: 'Wartet auf das Senden, nach anderen',
    },
    byFolder: 'Wie der Ordner sagt.',
    done: {
      high: (name: string | null, count: number) => `${goesOut(name, count)} vor anderen hinaus`,
      normal: (name: string | null, count: number) => `${goesOut(name, count)} der Reihe nach hinaus`,
      low: (name: string | null, count: number) => `${goesOut(name, count)} nach anderen hinaus`,
      folder: (name: string | null, count: number) => `${goesOut(name, count)} hinaus, wie der Ordner sagt`,
    },
    notDone: (count: number) =>
      `Der Platz von ${countOf(count, 'Datei', 'Dateien')} in der Warteschlange wurde nicht geändert`,
  },
  openSettings: 'Einstellungen öffnen',
}
