import type { windowFrame as english } from '../en/window-frame.ts'
import { countOf } from './plural.ts'

export const windowFrame: typeof english = {
  name: 'Intray',
  views: 'Ansichten',
  viewNames: {
    review: 'Prüfung',
    problems: 'Probleme',
    uploads: 'Uploads',
    history: 'Verlauf',
    rules: 'Regeln',
    settings: 'Einstellungen',
    folders: 'Ordner',
    reports: 'Berichte',
  },
  viewCounts: {
    review: (count: number) => countOf(count, 'Datei wartet', 'Dateien warten'),
    problems: (count: number) => `${countOf(count, 'Datei braucht', 'Dateien brauchen')} Aufmerksamkeit`,
    uploads: (count: number) => `${countOf(count, 'Datei', 'Dateien')} unterwegs`,
    history: (count: number) => countOf(count, 'Datei', 'Dateien'),
    rules: (count: number) => countOf(count, 'Problem', 'Probleme'),
    settings: (count: number) => countOf(count, 'Problem', 'Probleme'),
    folders: (count: number) => `${countOf(count, 'Ordner braucht', 'Ordner brauchen')} einen Blick`,
    reports: (count: number) => countOf(count, 'Bericht', 'Berichte'),
  },
  mode: 'Betrieb',
  practice: 'Übungsbetrieb',
  practiceWords: 'Nichts verlässt diesen Computer.',
  connect: 'Echtbetrieb einrichten',
  linkWaits: (itemId: number) => `Ein Link führt zu Datei ${itemId}`,
  linkWaitsWords: 'Sie wird gezeigt, sobald die Einrichtung fertig oder verlassen ist.',
  otherEndpoint: 'Anderer Endpunkt',
  organisationMissing: 'Noch keine Organisation',
  lane: {
    label: 'Uploads',
    running: 'Uploads laufen',
    slowed: 'Uploads verlangsamt',
    paused: 'Uploads pausiert',
    stopped: 'Uploads angehalten',
    scheduled: 'Uploads warten auf ihre Zeit',
    scheduledAt: (when: string) => `Uploads beginnen ${when}`,
    unreachable: 'Endpunkt nicht erreichbar',
    engineStopped: 'Uploads warten auf den Dienst',
    pause: 'Uploads pausieren',
    resume: 'Uploads fortsetzen',
    why: 'Warum?',
  },
  notPaused: 'Die Uploads ließen sich nicht pausieren',
  notResumed: 'Die Uploads ließen sich nicht fortsetzen',
  engine: {
    starting: 'Dienst startet…',
    running: 'Dienst läuft',
    restarting: 'Dienst startet neu…',
    failed: 'Dienst steht',
  },
  checking: (count: number) => `${countOf(count, 'Datei wird', 'Dateien werden')} geprüft`,
  restartingTitle: 'Der Dienst ist stehen geblieben und wird neu gestartet.',
  restartingWords: 'Nichts geht verloren. Sie sehen, was zuletzt bekannt war.',
  failedTitle: 'Der Dienst lässt sich nicht starten.',
  failedWords:
    'Nichts geht verloren. Sie sehen, was zuletzt bekannt war; bis der Dienst läuft, lässt sich nichts entscheiden. Intray versucht es jede Minute wieder. Hilft das nicht, schließen Sie Intray und öffnen Sie es neu, oder senden Sie uns das Protokoll.',
  startEngine: 'Jetzt starten',
  settingsTitle: (count: number) =>
    `Die Einstellungsdatei enthält ${count === 1 ? 'einen Fehler' : countOf(count, 'Fehler', 'Fehler')}.`,
  settingsWords: 'Bis das behoben ist, bleibt Intray im Übungsbetrieb: Nichts verlässt diesen Computer.',
  openSettings: 'Einstellungen öffnen',
  folderTitle: (paths: readonly string[]) =>
    paths.length === 1
      ? `Der Ordner ${paths[0] ?? ''} lässt sich nicht lesen.`
      : `${countOf(paths.length, 'Ordner lässt', 'Ordner lassen')} sich nicht lesen: ${paths.join(', ')}`,
  unaccountedTitle: (count: number, path: string) =>
    `${countOf(count, 'Datei', 'Dateien')} in ${path} ${count === 1 ? 'steht' : 'stehen'} nicht im Journal.`,
  unaccountedWords:
    'Das darf nicht vorkommen. Intray vergleicht den Ordner noch einmal; senden Sie uns das Protokoll, wenn es so bleibt.',
  folders: {
    well: (count: number) =>
      count === 0 ? 'Kein Ordner überwacht' : `${countOf(count, 'Ordner', 'Ordner')} überwacht`,
    troubled: (count: number) => countOf(count, 'Ordner gestört', 'Ordner gestört'),
  },
  ledger: {
    pausedTitle: 'Das Journal lässt sich nicht beschreiben.',
    since: (when: string) => `Seit ${when}.`,
    free: (amount: string) => `${amount} sind auf dem Datenträger des Journals frei.`,
    tries: 'Intray pausiert, und nichts geht verloren. Es geht von selbst weiter, sobald es schreiben kann.',
    restoredTitle: (when: string) => `Das Journal wurde wiederhergestellt: ${when}.`,
    fromBackup: (name: string) => `Es stammt aus der Sicherung ${name}.`,
    fromNothing: 'Es gab keine Sicherung. Was bekannt ist, wurde deshalb neu ermittelt.',
    setAside: 'Die beschädigte Datei wurde aufgehoben:',
    copySetAside: 'Ort der beschädigten Datei',
    madeAnew: (count: number) =>
      `${countOf(count, 'Datei wurde', 'Dateien wurden')} aus den Ordnern und vom Endpunkt neu ermittelt.`,
    closing: 'Intray stellt noch fest, was verloren ging. Bis dahin wird nichts doppelt gesendet.',
    closed: 'Alles, was verloren war, ist wieder bekannt.',
    show: 'Sicherungen',
  },
  languageChanged: 'Die Sprache wurde geändert.',
  languageWords: 'Sie gilt, sobald das Fenster neu geladen ist. Uploads gehen dabei weiter.',
  loadAgain: 'Jetzt neu laden',
  notices: 'Meldungen',
  state: 'Zustand von Intray',
}
