import { countOf } from './plural.ts'

/** What becomes of a scan once the endpoint has it. */
export const afterUpload = {
  title: 'After the upload',
  label: 'The file',
  choices: {
    leave: { label: 'Stays where it is', description: 'Intray changes nothing in the folder.' },
    archive: {
      label: 'Moves to an archive',
      description: 'Into a sub-folder for the day. No file there is ever replaced.',
    },
    trash: {
      label: 'Goes to the trash of this system',
      description: 'It can be taken out of there until the trash is emptied.',
    },
  },
  safety: 'Only once the ledger holds the endpoint’s confirmation.',
  path: 'Archive',
  pathHint: 'Empty: the sub-folder “uploaded” of this folder.',
  browse: 'Browse…',
}

/** Whose scans go out first. */
export const priority = {
  label: 'Order of sending',
  choices: {
    high: { label: 'Before others', description: 'Scans of this folder go out first.' },
    normal: { label: 'In turn', description: 'Scans go out in the order in which they were approved.' },
    low: { label: 'After others', description: 'Scans of this folder wait until no other waits.' },
  },
}

/** How long the two sides of a document wait for one another. */
export const otherSide = {
  title: 'Other side of a document',
  off: 'Does not wait',
  waits: (minutes: string) => `Waits ${minutes} min`,
  wait: 'Wait (minutes)',
  waitHint:
    'A front waits so long for its back, and a back for its front, before a person is asked. 0: not at all.',
}

/** Files beside the scans that say whose they are. */
export const index = {
  title: 'Index files',
  none: 'None',
  lead: 'A table beside the scans, or a small file for each, that says whose they are and what they are.',
  files: 'Names of tables',
  filesHint: 'Separated by commas; * stands for any text. Empty: there are none.',
  sidecars: 'Files beside a scan',
  sidecarsHint: 'With the scan’s own name: passport.json beside passport.jpg.',
  sidecar: (kind: string) => `*.${kind} beside a scan`,
  columns: 'What columns mean',
  columnsHint:
    'Usual headings are known, such as File, Entity ID and Document type. Add only those that are not.',
  addColumn: 'Add a column',
  removeColumn: (heading: string, place: number) => `Remove column ${heading === '' ? place : heading}`,
  heading: 'Heading in the file',
  meaning: 'Meaning',
  meanings: {
    file: 'File name',
    entity_id: 'Entity id',
    media_type: 'Media type',
    side: 'Side',
    ignore: 'Nothing',
    value: 'A further value',
  },
  valueName: 'Name of the value',
  valueNameHint: 'branch',
  encoding: 'Encoding',
  encodings: {
    auto: 'Automatic',
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16, little-endian',
    'utf-16be': 'UTF-16, big-endian',
    'windows-1252': 'Windows-1252',
  },
  delimiter: 'Delimiter',
  delimiters: { auto: 'Automatic', ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Bar' },
  required: 'Every scan needs a row',
  requiredHint: 'Otherwise only scans beside an index file do.',
  wait: 'Wait (minutes)',
  waitHint: 'So long a scan waits for its row, and a row for its scan, before that is a finding.',
}

/** How grave each finding is in a folder. */
export const severities = {
  title: 'Severity of findings',
  usual: 'As usual',
  changed: (count: number) => `${countOf(count, 'finding', 'findings')} changed`,
  lead: 'Hold keeps a file in Problems until a person decides. Warn lets a person look at it. Inform only says so.',
  names: { block: 'Hold', warn: 'Warn', info: 'Inform' },
  usually: (name: string) => `${name} (usual)`,
  fixed: 'Always held',
  fixedHint: 'Nothing can be sent before this is mended.',
  concerns: {
    file: 'The file itself',
    name: 'Its name',
    values: 'Entity and media type',
    others: 'Other files',
    index: 'Index files',
  },
}
