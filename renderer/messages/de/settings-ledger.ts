import type * as english from '../en/settings-ledger.ts'
import { countOf } from './plural.ts'

export const anchors: typeof english.anchors = {
  heading: 'Anker',
  words:
    'Einmal am Tag kommt der letzte Hash des Verlaufs in eine Datei. Liegt sie auf einem anderen Computer, zeigt sie später, dass nichts vor diesem Tag umgeschrieben wurde.',
  file: 'Ankerdatei',
  fileHint: 'Leer: keine. Am besten auf einer Freigabe, an die dieser Computer nur anhängen darf.',
  browse: 'Wählen…',
  now: 'Jetzt einen schreiben',
  running: 'Wird geschrieben…',
  written: 'Der Anker wurde geschrieben',
  notWritten: 'Der Anker wurde nicht geschrieben',
  needsSaving: 'Speichern Sie zuerst den Ort der Datei.',
  last: 'Letzter Anker',
  never: 'Noch keiner',
  failing: 'Die Ankerdatei ließ sich nicht schreiben',
}

export const retention: typeof english.retention = {
  heading: 'Aufbewahrung',
  words:
    'Entität, Namen und weitere Angaben alter Einträge werden aus dem Journal gelöscht. Der Verlauf beweist sich trotzdem: Er behält ihre Hashes.',
  enabled: 'Personenbezogene Werte alter Einträge löschen',
  enabledHint:
    'Einmal am Tag. Das lässt sich nicht zurücknehmen; Sicherungen behalten die Werte, bis sie selbst entfernt werden.',
  after: 'Tage nach der letzten Änderung',
  preview: 'Was würde gelöscht?',
  run: 'Jetzt löschen…',
  runTitle: 'Personenbezogene Werte löschen?',
  runWords: (count: number, untilDay: string) =>
    `${countOf(count, 'Eintrag', 'Einträge')} von vor dem ${untilDay}: Namen, Entitäten und weitere Angaben werden für immer gelöscht.`,
  running: 'Wird gelöscht…',
  result: (count: number, untilDay: string) =>
    count === 0
      ? `Kein Eintrag von vor dem ${untilDay} enthält personenbezogene Werte.`
      : `${countOf(count, 'Eintrag', 'Einträge')} von vor dem ${untilDay}.`,
  kept: (count: number) =>
    `${countOf(count, 'Eintrag ist', 'Einträge sind')} ebenso alt, aber die Datei liegt noch in ihrem Ordner. Gelöscht, würde sie neu aufgenommen.`,
  done: (count: number) => `${countOf(count, 'Eintrag', 'Einträge')} gelöscht`,
  failed: 'Es wurde nichts gelöscht',
  needsSaving: 'Speichern Sie zuerst die Vorgabe.',
}

export const transfer: typeof english.transfer = {
  heading: 'Einstellungen als Datei',
  words: 'Für einen anderen Computer. Schlüssel und PINs bleiben hier.',
  export: 'Ausgeben…',
  import: 'Einlesen…',
  name: 'intray-einstellungen.json',
  exported: 'Einstellungen ausgegeben',
  exportFailed: 'Die Einstellungen wurden nicht ausgegeben',
  importFailed: 'Die Einstellungen wurden nicht eingelesen',
  imported: (name: string) => `${name} steht in den Feldern`,
  importedWords: 'Sehen Sie alles durch und speichern Sie. Noch ist nichts geändert.',
  changesTitle: (name: string) => `Was ${name} ändert`,
  changesWords: 'Alles kommt in die Felder. Nichts davon gilt, bevor Sie speichern.',
  take: 'In die Felder',
  nothingDiffers: (name: string) => `${name} sagt nichts anderes als die Einstellungen hier`,
  changes: {
    parts: (parts: string) => `Andere Werte in: ${parts}`,
    address: (to: string, from: string) => `Dateien gehen an ${to}, nicht mehr an ${from}.`,
    profile: (to: string) =>
      `In Gebrauch ist dann das Profil ${to}, mit eigenem Schlüssel und eigener Historie.`,
    profilesAdded: (names: string) => `Neue Profile: ${names}`,
    profilesRemoved: (names: string) => `Profile, die samt Schlüssel entfernt werden: ${names}`,
    foldersAdded: (paths: string) => `Ordner, die dann überwacht werden: ${paths}`,
    foldersRemoved: (paths: string) => `Ordner, die nicht mehr überwacht werden: ${paths}`,
  },
  refused: (name: string) => `${name} wurde nicht angenommen`,
}
