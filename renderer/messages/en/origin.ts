import { countOf } from './plural.ts'

/** Where an item's values come from, and what they are linked with. */
export const origin = {
  name: 'File name',
  readByRule: (rule: string, version: number | null) =>
    version === null ? `Read by the rule “${rule}”` : `Read by the rule “${rule}”, version ${version}`,
  readFromIndex: (file: string, line: number | null) =>
    line === null ? `Read from ${file}` : `Read from ${file}, line ${line}`,
  readByPerson: 'Entered by a person.',
  before: 'Before that:',
  notRead: 'No rule read this name.',
  date: (day: string) => `Date in the name: ${day}`,
  changedHere: 'Changed here, not sent yet.',
  resetChange: 'Put back',
  teach: (count: number) =>
    count > 1 ? `Teach Intray these ${countOf(count, 'name', 'names')}` : 'Teach Intray this name',
  teachHint: 'The next file with such a name is then read by itself.',
}

/** Further values, which travel as custom data. */
export const fields = {
  heading: 'Further values',
  hint: 'Sent along as custom data.',
  name: 'Name',
  value: 'Value',
  nameOf: (place: number) => `Name of value ${place}`,
  valueOf: (name: string, place: number) => (name === '' ? `Value ${place}` : `Value of ${name}`),
  add: 'Add a value',
  remove: (name: string, place: number) => (name === '' ? `Remove value ${place}` : `Remove ${name}`),
  nameMissing: 'Enter a name.',
  nameMalformed: 'Small letters, digits and underscores, beginning with a letter; at most 40.',
  nameReserved: 'This name is taken by the endpoint or by Intray.',
  nameTwice: 'This name is there already.',
  valueTooLong: 'At most 1,000 characters.',
}

/** What the endpoint said about an entity. */
export const entityCheck = {
  results: {
    known: 'Known entity',
    unknown: 'Unknown entity',
    placeholder: 'Only a placeholder',
  },
  never: 'Not looked up',
  lookUp: 'Look up',
  lookAgain: 'Look again',
  failed: 'The entity could not be looked up',
  answered: {
    known: (entityId: string) => `The endpoint knows ${entityId}`,
    unknown: (entityId: string) => `The endpoint does not know ${entityId}`,
    placeholder: (entityId: string) => `${entityId} is only a placeholder at the endpoint`,
  },
  movedTo: { review: 'The file is now in Review.', problems: 'The file is now in Problems.' },
}

/** Files that a file has to do with. */
export const links = {
  newScans: 'New scans of this file',
  replaces: 'The scan that this one replaces',
  sameContent: 'Same content elsewhere',
  show: (path: string) => `Show ${path}`,
  showFile: (itemId: number) => `Show file ${itemId}`,
}

/** What a scan waits for before anybody is asked about it. */
export const waiting = {
  for: {
    index_row: 'its row of the index file',
    other_side: 'the other side of the document',
  },
  until: (what: string, time: string) => `Waits for ${what} until ${time}.`,
  whatever: (what: string) => `Waits for ${what}.`,
  after: 'Then it goes on without it, with a finding that says so.',
  decideNow: 'Decide at once',
}

/** How an index file was read and how far its rows found their scans. */
export const indexFile = {
  heading: 'Index file',
  kind: 'Kind',
  kinds: { table: 'Table', sidecar: 'Sidecar of one scan' },
  encoding: 'Encoding',
  delimiter: 'Delimiter',
  delimiters: { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Bar' } as Readonly<Record<string, string>>,
  rows: 'Rows',
  found: 'With their scan',
  waiting: 'Waiting for their scan',
  overdue: 'Whose scan never came',
  malformed: 'That cannot be used',
  readAt: 'Last read',
  show: 'Show its rows',
  notLoaded: 'The index file could not be looked up',
}
