import type * as english from '../en/settings-folder.ts'
import { countOf } from './plural.ts'

export const afterUpload: typeof english.afterUpload = {
  title: 'Nach dem Upload',
  label: 'Die Datei',
  choices: {
    leave: { label: 'Bleibt, wo sie ist', description: 'Intray ändert nichts im Ordner.' },
    archive: {
      label: 'Kommt in ein Archiv',
      description: 'In einen Unterordner für den Tag. Keine Datei wird dort je ersetzt.',
    },
    trash: {
      label: 'Kommt in den Papierkorb dieses Systems',
      description: 'Sie lässt sich herausholen, bis der Papierkorb geleert wird.',
    },
  },
  safety: 'Erst wenn die Bestätigung des Endpunkts im Journal steht.',
  path: 'Archiv',
  pathHint: 'Leer: der Unterordner „uploaded“ dieses Ordners.',
  browse: 'Wählen…',
}

export const priority: typeof english.priority = {
  label: 'Reihenfolge beim Senden',
  choices: {
    high: { label: 'Vor anderen', description: 'Scans dieses Ordners gehen zuerst hinaus.' },
    normal: {
      label: 'Der Reihe nach',
      description: 'Scans gehen in der Reihenfolge hinaus, in der sie freigegeben wurden.',
    },
    low: { label: 'Nach anderen', description: 'Scans dieses Ordners warten, bis kein anderer mehr wartet.' },
  },
}

export const otherSide: typeof english.otherSide = {
  title: 'Andere Seite eines Dokuments',
  off: 'Wartet nicht',
  waits: (minutes: string) => `Wartet ${minutes} min`,
  wait: 'Wartezeit (Minuten)',
  waitHint:
    'So lange wartet eine Vorderseite auf ihre Rückseite und umgekehrt, bevor ein Mensch gefragt wird. 0: gar nicht.',
}

export const index: typeof english.index = {
  title: 'Indexdateien',
  none: 'Keine',
  lead: 'Eine Tabelle neben den Scans, oder zu jedem eine kleine Datei, die sagt, zu wem sie gehören und was sie sind.',
  files: 'Namen der Tabellen',
  filesHint: 'Durch Kommas getrennt; * steht für beliebigen Text. Leer: es gibt keine.',
  sidecars: 'Dateien neben einem Scan',
  sidecarsHint: 'Mit dem Namen des Scans: passport.json neben passport.jpg.',
  sidecar: (kind: string) => `*.${kind} neben einem Scan`,
  columns: 'Was die Spalten bedeuten',
  columnsHint:
    'Übliche Überschriften wie File, Entity ID und Document type sind bekannt. Nennen Sie nur die anderen.',
  addColumn: 'Spalte hinzufügen',
  removeColumn: (heading: string, place: number) => `Spalte ${heading === '' ? place : heading} entfernen`,
  heading: 'Überschrift in der Datei',
  meaning: 'Bedeutung',
  meanings: {
    file: 'Dateiname',
    entity_id: 'Entitäts-ID',
    media_type: 'Medientyp',
    side: 'Seite',
    ignore: 'Nichts',
    value: 'Eine weitere Angabe',
  },
  valueName: 'Name der Angabe',
  valueNameHint: 'filiale',
  encoding: 'Zeichensatz',
  encodings: {
    auto: 'Selbsttätig',
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16, Little-Endian',
    'utf-16be': 'UTF-16, Big-Endian',
    'windows-1252': 'Windows-1252',
  },
  delimiter: 'Trennzeichen',
  delimiters: {
    auto: 'Selbsttätig',
    ',': 'Komma',
    ';': 'Strichpunkt',
    '\t': 'Tabulator',
    '|': 'Senkrechter Strich',
  },
  required: 'Jeder Scan braucht eine Zeile',
  requiredHint: 'Sonst nur Scans neben einer Indexdatei.',
  wait: 'Wartezeit (Minuten)',
  waitHint:
    'So lange wartet ein Scan auf seine Zeile und eine Zeile auf ihren Scan, bevor daraus ein Befund wird.',
}

export const severities: typeof english.severities = {
  title: 'Gewicht der Befunde',
  usual: 'Wie üblich',
  changed: (count: number) => `${countOf(count, 'Befund', 'Befunde')} geändert`,
  lead: '„Zurückhalten“ lässt eine Datei unter Probleme, bis ein Mensch entscheidet. „Warnen“ lässt sie ansehen. „Melden“ sagt es nur.',
  names: { block: 'Zurückhalten', warn: 'Warnen', info: 'Melden' },
  usually: (name: string) => `${name} (üblich)`,
  fixed: 'Immer zurückgehalten',
  fixedHint: 'Nichts lässt sich senden, bevor das behoben ist.',
  concerns: {
    file: 'Die Datei selbst',
    name: 'Ihr Name',
    values: 'Entität und Medientyp',
    others: 'Andere Dateien',
    index: 'Indexdateien',
  },
}
