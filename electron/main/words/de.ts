import type { StopCode } from '../../shared/error-codes.ts'
import type { ShellWords } from './shell-words.ts'

const plural = new Intl.PluralRules('de')
const number = new Intl.NumberFormat('de')

/** `files(1)` -> `1 Datei`, `files(1200)` -> `1.200 Dateien`. */
const files = (count: number): string =>
  `${number.format(count)} ${plural.select(count) === 'one' ? 'Datei' : 'Dateien'}`

/** What the window says of them too. */
const stopReasons: Readonly<Record<StopCode, string>> = {
  key_refused: 'Der Endpunkt hat den API-Schlüssel nicht angenommen (401).',
  key_without_permission: 'Der API-Schlüssel darf Entitäten keine Medien hinzufügen (403).',
  key_missing: 'Es gibt noch keinen API-Schlüssel.',
  redirect_refused:
    'Die Antwort war eine Umleitung auf eine andere Adresse. Intray folgt ihr mit dem API-Schlüssel nicht.',
  tls_failed: 'Die Verbindung ist nicht sicher: Das Zertifikat des Endpunkts wurde nicht angenommen.',
  ledger_from_future: 'Das Journal stammt von einer neueren Version von Intray.',
  ledger_damaged: 'Das Journal ist beschädigt.',
  ledger_locked: 'Ein anderes Intray arbeitet schon an diesem Journal.',
  ledger_unwritable: 'Das Journal lässt sich nicht beschreiben.',
  disk_full: 'Der Datenträger ist voll.',
}

/** What the shell says in German. */
export const de: ShellWords = {
  menu: {
    file: 'Datei',
    close: 'Fenster schließen',
    quit: 'Intray beenden',
    edit: 'Bearbeiten',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    selectAll: 'Alles auswählen',
    view: 'Ansicht',
    zoomIn: 'Größer',
    zoomOut: 'Kleiner',
    resetZoom: 'Originalgröße',
    fullScreen: 'Ganzer Bildschirm',
    window: 'Fenster',
    about: 'Über Intray',
    services: 'Dienste',
    hide: 'Intray ausblenden',
    hideOthers: 'Andere ausblenden',
    showAll: 'Alle einblenden',
    minimise: 'Minimieren',
  },
  views: {
    review: 'Prüfung',
    problems: 'Probleme',
    uploads: 'Uploads',
    history: 'Verlauf',
    rules: 'Regeln',
    settings: 'Einstellungen',
    folders: 'Ordner',
    reports: 'Berichte',
  },
  tray: {
    open: 'Intray öffnen',
    pause: 'Uploads pausieren',
    resume: 'Uploads fortsetzen',
    review: (count) => `${files(count)} zu prüfen`,
    problems: (count) => `${files(count)} mit einem Problem`,
    uploads: (count) => `${files(count)} unterwegs`,
    calm: 'Nichts zu tun',
    paused: 'Uploads pausiert',
    stopped: 'Uploads angehalten',
  },
  notices: {
    problems: (count) => ({
      title: `${files(count)} ${plural.select(count) === 'one' ? 'braucht' : 'brauchen'} Aufmerksamkeit`,
      body: 'Klicken Sie, um zu sehen, was fehlt.',
    }),
    uploadsStopped: (code) => ({
      title: 'Uploads angehalten',
      body: code === null ? '' : stopReasons[code],
    }),
    test: { title: 'Ein Test von Intray', body: 'So sehen Mitteilungen aus.' },
    uploadsResumed: { title: 'Uploads laufen wieder', body: 'Was gewartet hat, wird gesendet.' },
    finished: (count) => ({
      title: 'Alles Freigegebene ist gesendet',
      body: `${files(count)} gesendet.`,
    }),
  },
  dialogs: {
    everyFile: 'Alle Dateien',
    table: 'Tabelle (CSV)',
    jsonLines: 'JSON Lines',
    bundle: 'Versiegeltes Beweispaket',
    text: 'Text',
    addFiles: 'Dateien hinzufügen',
  },
  drop: {
    noPath: 'Das ist keine Datei auf diesem Computer. Speichern Sie sie zuerst.',
  },
  pageGone: {
    message: 'Das Fenster ist zweimal in einer Minute ausgefallen.',
    detail: 'Nichts geht verloren: Der Dienst läuft weiter. Mehr steht im Protokoll im Datenordner.',
    reload: 'Neu laden',
    close: 'Schließen',
  },
}
