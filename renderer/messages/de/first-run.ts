import type { firstRun as english } from '../en/first-run.ts'
import { countOf, formatCount } from './plural.ts'

export const firstRun: typeof english = {
  title: 'Echtbetrieb einrichten',
  stepsLabel: 'Schritte',
  stepOf: (step: number, count: number) => `Schritt ${formatCount(step)} von ${formatCount(count)}`,
  steps: {
    environment: {
      label: 'Umgebung',
      title: 'Welche Umgebung?',
      lead: 'Ihre Ansprechperson bei Unit21 nennt Ihnen die Umgebung und den Namen Ihrer Organisation.',
    },
    key: {
      label: 'API-Schlüssel',
      title: 'Der API-Schlüssel',
      lead: 'Intray braucht ihn, um Entitäten Dateien hinzuzufügen. Er wird erst gespeichert, wenn Sie fertig sind.',
    },
    folders: {
      label: 'Ordner',
      title: 'Wo kommen Scans an?',
      lead: 'Intray nimmt jede Datei dieser Ordner auf. Die Dateien bleiben, wo und wie sie sind.',
    },
    summary: {
      label: 'Durchsehen und beginnen',
      title: 'Sehen Sie alles durch und beginnen Sie',
      lead: 'Am besten sieht am Anfang ein Mensch jede Datei an. Das lässt sich später für jeden Ordner ändern.',
    },
  },
  stay: 'Im Übungsbetrieb bleiben',
  back: 'Zurück',
  next: 'Weiter',
  finish: 'Echtbetrieb beginnen',
  organisationNeeded: 'Geben Sie den Namen Ihrer Organisation ein.',
  keyNeeded: 'Geben Sie den API-Schlüssel ein.',
  keyStored: 'Ein Schlüssel ist schon gespeichert. Lassen Sie das Feld leer, um ihn zu behalten.',
  folderNeeded: 'Fügen Sie den Ordner hinzu, in den Scans gelegt werden.',
  summary: 'Was am Ende geschieht',
  environment: 'Umgebung',
  organisation: 'Organisation',
  key: 'API-Schlüssel',
  keyNew: 'Der eingegebene wird im Schlüsselbund gespeichert',
  keyOld: 'Der schon gespeicherte',
  test: 'Test',
  testPassed: 'Die Verbindung funktioniert',
  testFailed: 'Die Verbindung funktioniert noch nicht. Uploads warten so lange.',
  testNotRun: 'Nicht geprüft',
  folders: 'Ordner',
  folderCount: (count: number) => countOf(count, 'Ordner', 'Ordner'),
  practiceStays:
    'Was Sie im Übungsbetrieb getan haben, bleibt davon getrennt. In den Einstellungen können Sie dorthin zurück.',
  refused: 'Solange das nicht stimmt, lässt sich nichts speichern. Beheben Sie es in den Einstellungen:',
  live: 'Intray ist im Echtbetrieb',
  liveWords: (folders: number) => `Es überwacht jetzt ${countOf(folders, 'Ordner', 'Ordner')}.`,
}
