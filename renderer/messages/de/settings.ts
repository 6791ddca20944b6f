import type { settings as english } from '../en/settings.ts'
import { countOf, formatCount } from './plural.ts'
import { backups } from './settings-backups.ts'
import { afterUpload, index, otherSide, priority, severities } from './settings-folder.ts'
import { anchors, retention, transfer } from './settings-ledger.ts'
import { network, schedule } from './settings-network.ts'
import { profiles } from './settings-profiles.ts'
import { folderReview, review } from './settings-review.ts'
import { windowSettings } from './settings-window.ts'

export const settings: typeof english = {
  title: 'Einstellungen',
  sections: {
    connection: 'Verbindung',
    folders: 'Ordner',
    intake: 'Aufnahme',
    review: 'Prüfung',
    uploads: 'Uploads',
    ledger: 'Journal',
    window: 'Fenster',
    about: 'Über Intray',
  },
  sectionsLabel: 'Abschnitte der Einstellungen',
  sectionHasProblem: 'muss berichtigt werden',
  loadFailed: 'Die Einstellungen ließen sich nicht lesen',

  bar: {
    unsaved: 'Änderungen, die noch nicht gespeichert sind',
    problems: (count: number) => `${countOf(count, 'Feld muss', 'Felder müssen')} berichtigt werden`,
    save: 'Speichern',
    discard: 'Verwerfen',
    saved: 'Einstellungen gespeichert',
    discarded: 'Änderungen verworfen',
    nothingSaved: 'Es wurde nichts gespeichert.',
    changedElsewhere:
      'Die Einstellungen wurden inzwischen anderswo geändert. Speichern ersetzt jene Änderungen.',
    fileReplaced: 'Jemand anders hat die Einstellungsdatei geändert, während Intray lief',
    fileReplacedNext: (path: string) =>
      `Was jetzt in der Datei steht, gilt vom nächsten Start von Intray an. Wer vorher hier speichert, ersetzt sie; die Datei bleibt als ${path} erhalten.`,
    fileKept: (path: string) =>
      `Jemand anders hatte die Einstellungsdatei inzwischen geändert. Jene Datei bleibt als ${path} erhalten.`,
    fileProblems:
      'Die Einstellungsdatei enthält Fehler. Bis sie behoben sind, bleibt Intray im Übungsbetrieb.',
    fileProblemsNext: (path: string) =>
      `Berichtigen Sie die Datei und starten Sie Intray neu. Die Felder unten zeigen die üblichen Einstellungen, nicht die der Datei; wer sie speichert, ersetzt die Datei, und was darin stand, bleibt als ${path} erhalten.`,
  },
  placeTest: {
    start: 'Testen',
    labels: {
      folder: 'Testen, ob der Ordner lesbar ist',
      archive: 'Testen, ob das Archiv beschreibbar ist',
      anchor_file: 'Testen, ob die Datei beschreibbar ist',
    },
    passed: 'Bestanden',
    failed: 'Nicht bestanden',
  },
  goLive: {
    title: 'Echtbetrieb beginnen?',
    words: (host: string) =>
      `Von jetzt an überwacht Intray Ihre Ordner, und Freigegebenes wird an ${host} gesendet. Was gesendet ist, lässt sich nicht zurückholen.`,
    confirm: 'Speichern und beginnen',
  },

  problems: {
    number: 'Geben Sie eine Zahl ein.',
    wholeNumber: 'Geben Sie eine ganze Zahl ein.',
    empty: 'Geben Sie etwas ein.',
    tooLong: (most: number) => `Höchstens ${formatCount(most)} Zeichen.`,
    tooMany: (most: number) => `Höchstens ${formatCount(most)}.`,
    atLeast: (least: string) => `Mindestens ${least}.`,
    atMost: (most: string) => `Höchstens ${most}.`,
    organisationNeeded: 'Der Echtbetrieb braucht die Organisation.',
    folderTwice: 'Dieser Ordner steht schon in der Liste.',
    folderInside: (outer: string) =>
      `Dieser Ordner liegt in ${outer}. Entfernen Sie einen von beiden, oder lassen Sie den äußeren seine Unterordner auslassen.`,
    columnTwice: 'Diese Spalte steht schon in der Liste.',
    waitsInWrongOrder: 'Die längste Wartezeit ist kürzer als die erste.',
    problemBeforeQuiet: 'Das muss länger sein als die Ruhezeit.',
    scheduleWithoutDays: 'Wählen Sie mindestens einen Tag, sonst wird nie etwas gesendet.',
  },

  connection: {
    lead: 'Wohin Freigegebenes geht.',
    mode: 'Betrieb',
    modes: {
      practice: {
        label: 'Übung',
        description:
          'Ein Endpunkt und ein Ordner innerhalb von Intray, mit eigenem Journal. Nichts verlässt diesen Computer.',
      },
      live: {
        label: 'Echtbetrieb',
        description: 'Ihre Ordner werden überwacht, und Freigegebenes wird an den Endpunkt unten gesendet.',
      },
    },
    endpoint: 'Endpunkt',
    environment: 'Umgebung',
    otherAddress: 'Andere Adresse',
    baseUrl: 'Basisadresse',
    baseUrlHint: 'Bis einschließlich /v1.',
    organisation: 'Organisation',
    organisationHint: 'Der Name, der in der Adresse jedes Aufrufs steht.',
    stepByStep: 'Schritt für Schritt einrichten',
    productionNote: 'Das ist eine Produktionsumgebung: Dateien kommen zu echten Fällen.',
    sending: 'Wie Dateien gesendet werden',
    bodyForm: 'Form',
    bodyForms: {
      multipart: {
        label: 'Multipart-Formular',
        description: 'Die übliche Form. Auf der Leitung am kleinsten.',
      },
      json: { label: 'JSON mit Base64', description: 'Für Netze, die Multipart nicht durchlassen.' },
    },
    source: 'Quelle',
    sourceHint: 'Wird mit jeder Datei gesendet, damit der Endpunkt weiß, woher sie kommt.',
  },

  network,

  entityLookUp: {
    heading: 'Entitäten',
    enabled: 'Vor der Prüfung nach Entitäten sehen',
    enabledHint:
      'Fragt den Endpunkt, ob er eine Entität kennt. Unbekannte werden zurückgehalten, bis ein Mensch entscheidet. Ein langsamer Endpunkt hält nichts auf.',
    keep: 'Eine Antwort gilt für (Stunden)',
    keepHint: 'Nach einer unbekannten Entität wird schon nach einem Zehntel davon wieder gefragt.',
  },

  key: {
    heading: 'API-Schlüssel',
    label: 'API-Schlüssel',
    hint: 'Liegt im Schlüsselbund dieses Systems. Er wird nicht wieder gezeigt und steht in keiner Einstellungsdatei.',
    store: 'Schlüssel speichern',
    stored: 'Ein Schlüssel ist gespeichert.',
    storedHint: 'Er lässt sich nicht zeigen. Tests und Uploads verwenden ihn.',
    replace: 'Ersetzen',
    forget: 'Vergessen',
    cancel: 'Abbrechen',
    atOnce: 'Der Schlüssel wird sofort gespeichert, getrennt von den anderen Einstellungen.',
    nowStored: 'API-Schlüssel gespeichert',
    nowForgotten: 'API-Schlüssel vergessen',
    notStored: 'Der Schlüssel wurde nicht gespeichert',
    notForgotten: 'Der Schlüssel wurde nicht vergessen',
    notKept: 'Der Schlüsselbund dieses Systems ist nicht verfügbar',
    notKeptWords:
      'Der Schlüssel gilt, bis Intray geschlossen wird. Entsperren Sie den Schlüsselbund oder richten Sie ihn ein, und geben Sie den Schlüssel dann noch einmal ein.',
    forgetTitle: 'Den API-Schlüssel vergessen?',
    forgetWords: 'Uploads warten, bis wieder ein Schlüssel eingegeben ist.',
  },

  test: {
    heading: 'Test',
    words:
      'Stellt dem Endpunkt eine Frage, die nichts ändert. Die Felder müssen dafür nicht gespeichert sein.',
    start: 'Verbindung testen',
    running: 'Wird getestet…',
    passed: 'Die Verbindung funktioniert',
    failed: 'Die Verbindung funktioniert noch nicht',
    notTried: 'Nicht versucht',
    steps: {
      address: 'Adresse',
      way: 'Weg dorthin',
      reach: 'Endpunkt antwortet',
      key: 'API-Schlüssel',
      organisation: 'Organisation',
    },
    outcome: { passed: 'Bestanden', failed: 'Gescheitert' },
    needsAddress: 'Berichtigen Sie zuerst die Adresse.',
  },

  folders: {
    lead: 'Intray nimmt jede Datei dieser Ordner auf und ändert keine. Dateien bleiben, wo sie sind, wenn der Ordner nichts anderes sagt.',
    health: 'Wie es den Ordnern geht',
    practiceNote: 'Im Übungsbetrieb wird nur der Übungsordner überwacht',
    practiceNoteWords: 'Die Ordner unten werden im Echtbetrieb überwacht. Übungsscans kommen in',
    add: 'Ordner hinzufügen…',
    pickFailed: 'Der Ordner ließ sich nicht wählen',
    emptyTitle: 'Noch kein Ordner',
    emptyWords: 'Fügen Sie den Ordner hinzu, in den Scans gelegt werden.',
    path: 'Ordner',
    browse: 'Wählen…',
    recursive: 'Auch Unterordner',
    policy: 'Wer die Dateien ansieht',
    policies: {
      review_everything: {
        label: 'Alles prüfen',
        description: 'Ein Mensch sieht jede Datei an, bevor sie gesendet wird.',
      },
      review_exceptions: {
        label: 'Ausnahmen prüfen',
        description:
          'Eine Datei wird von selbst gesendet, wenn es gar nichts zu ihr zu sagen gibt, nicht einmal einen Hinweis.',
      },
      upload_when_certain: {
        label: 'Hochladen, wenn sicher',
        description:
          'Eine Datei wird von selbst gesendet, wenn keine Warnung vorliegt und nichts sie zurückhält.',
      },
    },
    remove: 'Entfernen',
    removeLabel: (name: string) => `${name} entfernen`,
    removeTitle: (name: string) => `${name} nicht mehr überwachen?`,
    removeWords:
      'Die Dateien bleiben, wo sie sind, und ihr Verlauf bleibt im Journal. Neue Dateien werden dort nicht mehr aufgenommen.',
    removeOpen: (count: number) =>
      `${countOf(count, 'Datei dieses Ordners ist', 'Dateien dieses Ordners sind')} noch nicht erledigt. Sie können weiter über ${count === 1 ? 'sie' : 'diese'} entscheiden, und Freigegebenes wird noch gesendet.`,
    removeOnSave: 'Das gilt, sobald Sie speichern.',
    afterUpload,
    priority,
    otherSide,
    index,
    severities,
    review: folderReview,
  },

  intake: {
    lead: 'Wann eine Datei aufgenommen wird.',
    timing: 'Zeiten',
    quiet: 'Ruhezeit (Sekunden)',
    quietHint:
      'Eine Datei wird genommen, wenn Größe und Zeit sich so lange nicht geändert haben, damit kein halber Scan gesendet wird.',
    neverQuiet: 'Andauerndes Schreiben gilt als Problem nach (Minuten)',
    neverQuietHint:
      'Eine Datei, die länger wächst, erscheint unter Probleme. Sie wird genommen, sobald sie zur Ruhe kommt.',
    comparison: 'Abstand der Vergleiche (Minuten)',
    comparisonHint:
      'Wie oft jeder Ordner ganz mit dem Journal verglichen wird, falls das System eine Datei nicht gemeldet hat.',
    pictures: 'Bilder',
    smallest: 'Kleinstes Bild (Pixel)',
    smallestHint: 'Ein Bild, dessen kürzere Seite weniger Pixel hat, gilt als zu klein. 0: keines.',
    many: 'Viele Dateien für eine Entität',
    manyWords:
      'Der feste Vorsatz eines Scanners oder eine vertippte ID zeigt sich als viele Dateien für eine Entität auf einmal.',
    manyCount: 'Dateien',
    manyCountHint: '0: wird nicht geprüft.',
    manyWithin: 'Binnen (Minuten)',
    ignore: 'Diese Namen nie aufnehmen',
    ignoreHint:
      'Ein Muster in jeder Zeile; * steht für beliebigen Text. Solche Dateien werden gezählt und als übergangen aufgeführt.',
    ignoreHeading: 'Übergangene Dateien',
  },

  uploads: {
    lead: 'Wie schnell Dateien gesendet werden und wie oft ein gescheiterter Upload wiederholt wird.',
    pace: 'Tempo',
    concurrency: 'Dateien zur selben Zeit',
    concurrencyHint: 'Dateien einer Entität werden immer eine nach der anderen gesendet.',
    rate: 'Anfragen je Sekunde',
    rateHint: 'Verringern Sie sie, wenn der Endpunkt Intray oft um langsameres Senden bittet.',
    bandwidth: 'Höchstens je Sekunde (kB)',
    bandwidthNone: 'Aller Uploads zusammen. 0: keine Grenze.',
    bandwidthIs: (amount: string) => `${amount} je Sekunde, aller Uploads zusammen. 0: keine Grenze.`,
    perRequest: 'Dateien in einer Anfrage',
    perRequestHint:
      'Einer Entität. 1: Jede reist allein. Eine abgelehnte Anfrage wird Datei für Datei wiederholt.',
    timeout: 'Zeitgrenze eines Uploads (Sekunden)',
    schedule,
    retries: 'Wiederholen',
    attempts: 'Versuche',
    attemptsHint:
      'Nach so vielen wartet die Datei auf Sie. Ein Upload ohne Antwort wird nie blind wiederholt.',
    firstWait: 'Erste Wartezeit (Sekunden)',
    longestWait: 'Längste Wartezeit (Minuten)',
    waitHint: 'Jede Wartezeit ist länger als die vorige, bis zur längsten.',
  },

  ledger: {
    lead: 'Das Verzeichnis jeder Datei, jeder Entscheidung und jedes Uploads.',
    person: 'Wer entscheidet',
    operator: 'Name im Journal',
    operatorHint: 'Steht bei jeder Entscheidung, die hier fällt. Leer: das Konto dieses Systems.',
    check: 'Beweis',
    checkWords:
      'Berechnet die Prüfkette aller verzeichneten Ereignisse neu und vergleicht sie mit den Einträgen, mit dem, was Suche und Berichte lesen, und mit der Ankerdatei.',
    verify: 'Jetzt prüfen',
    verifying: 'Wird geprüft…',
    proven: 'Das Journal beweist sich',
    notProven: (count: number) => `Das Journal beweist sich an ${countOf(count, 'Stelle', 'Stellen')} nicht`,
    verifyFailed: 'Das Journal wurde nicht geprüft',
    extent: (events: number, items: number, duration: string) =>
      `${countOf(events, 'Ereignis', 'Ereignisse')} und ${countOf(items, 'Eintrag', 'Einträge')}, in ${duration}.`,
    anchorsProven: (count: number) =>
      count === 0
        ? 'Die Ankerdatei enthält noch keinen Anker dieses Journals.'
        : `${countOf(count, 'Anker', 'Anker')} der Ankerdatei auf der Kette.`,
    withoutAnchors: 'Ohne Anker: Ein neu gemachter Verlauf würde sich ebenfalls beweisen.',
    headHash: 'Letzter Hash',
    faults: 'Stellen',
    faultAt: (seq: number | null, itemId: number | null) => {
      if (seq === null) return itemId === null ? 'Das Journal im Ganzen' : `Eintrag ${formatCount(itemId)}`
      return itemId === null
        ? `Ereignis ${formatCount(seq)}`
        : `Ereignis ${formatCount(seq)}, Eintrag ${formatCount(itemId)}`
    },
    backups,
    anchors,
    retention,
    places: 'Wo es liegt',
    settingsPath: 'Einstellungsdatei',
    dataDir: 'Datenordner',
    practiceFolder: 'Übungsordner',
  },

  profiles,
  review,
  window: windowSettings,
  transfer,

  about: {
    lead: 'Intray nimmt Scans aus Ordnern, legt sie zur Prüfung vor und fügt sie ihren Entitäten hinzu.',
    version: 'Version',
    ledgerId: 'Journal',
    mode: 'Betrieb',
    license: 'Lizenz',
    licenseName: 'MIT',
    unknown: 'Nicht bekannt, solange der Dienst fehlt',
  },
}
