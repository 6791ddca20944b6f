import type { rules as english } from '../en/rules.ts'
import { countOf, formatCount } from './plural.ts'
import { rulesEditing } from './rules-editing.ts'
import { rulesTeaching } from './rules-teaching.ts'

const files = (count: number): string => countOf(count, 'Datei', 'Dateien')

export const rules: typeof english = {
  title: 'Regeln',
  version: (version: number) => `Version ${version}`,
  savedBy: (actor: string) => `gespeichert von ${actor}`,
  bringBack: (version: number) => `Version ${version} zurückholen`,
  bringBackFirstSave: 'Speichern oder verwerfen Sie zuerst Ihre Änderungen',
  side: 'Regeln und was sie brauchen',
  tabs: {
    rules: 'Regeln',
    types: 'Medientypen',
    sides: 'Seiten',
    entities: 'Entitäten',
    index: 'Index',
  },

  fields: {
    entity_id: 'Entitäts-ID',
    media_type: 'Medientyp',
    side: 'Seite',
    date: 'Datum',
    folder: 'Ordner',
    value: 'Andere Angabe',
    skip: 'Beliebiges',
    sep: 'Trenner',
    ext: 'Endung',
    numbered: (label: string, number: string) => `${label} ${number}`,
    named: (label: string, name: string) => `${label}: ${name}`,
    legend: 'Farben der Werte',
    stopsHere: 'Ab hier passt die Regel nicht mehr',
  },
  sideNames: { front: 'Vorderseite', back: 'Rückseite' },
  readings: {
    none: 'Keine Regel liest sie',
    several: (count: number) => `Lässt sich auf ${countOf(count, 'Weise', 'Weisen')} lesen`,
    noType: 'Kein Medientyp',
    noEntity: 'Keine Entität',
    nothing: 'Noch nichts',
    by: {
      rule: 'durch eine Regel gelesen',
      index: 'aus einer Indexdatei',
      person: 'von Hand eingegeben',
    },
  },

  trial: {
    region: 'Was die Regeln aus Ihren Dateien machen',
    list: 'Dateien und wie sie gelesen werden',
    filters: 'Zeigen',
    show: {
      all: 'Alle',
      waiting: 'Wartend',
      matched: 'Gelesen',
      ambiguous: 'Mehrdeutig',
      unmatched: 'Nicht gelesen',
      changed: 'Geändert',
    },
    changes: {
      same: 'Keine Änderung',
      newly_matched: 'Neu gelesen',
      read_differently: 'Anders gelesen',
      now_ambiguous: 'Nun mehrdeutig',
      no_longer_matched: 'Nicht mehr gelesen',
      contradiction: 'Widerspruch',
    },
    changeWords: {
      same: 'Für diese Datei ändert sich nichts.',
      newly_matched: 'Bisher las sie keine Regel.',
      read_differently: 'Sie würde anders gelesen als jetzt.',
      now_ambiguous: 'Regeln wären sich über sie uneinig.',
      no_longer_matched: 'Keine Regel würde sie mehr lesen.',
      contradiction: 'Ein Mensch oder ein Upload hat andere Werte bestätigt.',
    },
    search: 'In Namen und Werten suchen',
    clearSearch: 'Suche leeren',
    ofRule: (name: string) => `Nur: ${name}`,
    ofAllRules: 'Die Dateien aller Regeln zeigen',
    columns: { name: 'Datei', now: 'Mit diesen Regeln', before: 'Im Journal', change: 'Änderung' },
    done: (total: number) => `An ${countOf(total, 'Datei', 'Dateien')} erprobt`,
    took: (duration: string) => `in ${duration}`,
    working: 'Die Regeln werden erprobt…',
    emptyTitle: 'Noch keine Dateien',
    emptyWords:
      'Sobald ein überwachter Ordner eine Datei enthält, sehen Sie hier, wie Ihre Regeln sie lesen.',
    nothingTitle: 'Keine solche Datei',
    nothingWords: 'Keine Datei passt zu diesem Filter.',
    showAll: 'Alle Dateien zeigen',
    broken: 'Eine fehlerhafte Regel bleibt außer Acht, bis sie behoben ist.',
    example: (number: number) => `Beispiel ${number}`,
  },

  explanation: {
    title: 'Warum',
    region: 'Warum diese Datei so gelesen wird',
    close: 'Erklärung schließen',
    teach: 'Diesen Namen beibringen',
    history: 'Ganze Geschichte',
    matched: 'Liest sie',
    stopped: 'Bricht ab',
    notApplied: 'Gilt hier nicht',
    openRule: 'Regel bearbeiten',
    before: 'Im Journal',
    noRules: 'Es gibt keine Regel, die sie lesen könnte.',
  },

  bar: {
    unsaved: 'Ihre Änderungen sind ein Entwurf: Nichts gilt, bevor Sie speichern.',
    noEffect: 'Keine Datei würde anders gelesen.',
    effect: 'Speichern würde ändern',
    problems: (count: number) => `${countOf(count, 'Fehler', 'Fehler')} zu beheben`,
    save: 'Speichern',
    discard: 'Verwerfen',
    discarded: 'Änderungen verworfen',
    saveFailed: 'Die Regeln wurden nicht gespeichert',
  },
  confirm: {
    title: (count: number) => `Trotz ${countOf(count, 'Widerspruch', 'Widersprüchen')} speichern?`,
    words:
      'Diese Dateien wurden mit anderen Werten freigegeben, als Ihre Regeln jetzt lesen. Was gesendet ist, bleibt, wie es gesendet wurde; neue Dateien mit solchen Namen würden auf die neue Weise gelesen.',
    look: 'Ansehen',
    save: 'Trotzdem speichern',
  },
  saved: {
    title: (version: number) => `Regeln v${version} in Kraft.`,
    restored: (version: number, restores: number) =>
      `Regeln v${version} in Kraft: Es gelten wieder die von v${restores}.`,
    reading: (done: number, total: number) => `Wird neu gelesen: ${formatCount(done)} von ${files(total)}.`,
    readingLabel: 'Neu gelesene Dateien',
    read: (count: number) => `${files(count)} neu gelesen.`,
    undoFailed: 'Die letzte Änderung wurde nicht zurückgenommen',
  },
  stale: {
    title: 'Die Regeln wurden inzwischen anderswo geändert.',
    words: (version: number, actor: string) =>
      `Jetzt gilt Version ${version} von ${actor}. Behalten Sie Ihren Entwurf, dann ersetzt sein Speichern die fremde Fassung; oder übernehmen Sie diese und wiederholen Sie Ihre Änderung.`,
    keep: 'Entwurf behalten',
    take: 'Fremde übernehmen',
  },

  file: {
    import: 'Einlesen…',
    export: 'Ausgeben…',
    name: 'intray-regeln.json',
    imported: (name: string) => `${name} ist jetzt Ihr Entwurf`,
    importedWords: 'Sehen Sie nach, was sich ändert, und speichern Sie dann.',
    importProblems: (name: string) => `${name} enthält Fehler`,
    importFailed: 'Die Datei wurde nicht gelesen',
    notImported: (name: string) => `${name} ist keine Regeldatei, die Intray verwenden kann`,
    exported: 'Die Regeln wurden in eine Datei geschrieben',
    exportFailed: 'Die Regeln wurden nicht ausgegeben',
  },

  ...rulesEditing,
  teach: rulesTeaching,
}
