import { countOf, formatCount } from './plural.ts'
import { rulesEditing } from './rules-editing.ts'
import { rulesTeaching } from './rules-teaching.ts'

const files = (count: number): string => countOf(count, 'file', 'files')

/** The workbench: rules, their trial on real names, teaching by example. */
export const rules = {
  title: 'Rules',
  version: (version: number) => `Version ${version}`,
  savedBy: (actor: string) => `saved by ${actor}`,
  bringBack: (version: number) => `Bring back version ${version}`,
  bringBackFirstSave: 'Save or discard your changes first',
  side: 'Rules and what they use',
  tabs: {
    rules: 'Rules',
    types: 'Media types',
    sides: 'Sides',
    entities: 'Entity ids',
    index: 'Index files',
  },

  fields: {
    entity_id: 'Entity id',
    media_type: 'Media type',
    side: 'Side',
    date: 'Date',
    folder: 'Folder',
    value: 'Other value',
    skip: 'Anything',
    sep: 'Separator',
    ext: 'Extension',
    numbered: (label: string, number: string) => `${label} ${number}`,
    named: (label: string, name: string) => `${label}: ${name}`,
    legend: 'Colours of the values',
    stopsHere: 'The rule stops fitting here',
  },
  sideNames: { front: 'Front', back: 'Back' },
  readings: {
    none: 'No rule reads it',
    several: (count: number) => `Can be read in ${countOf(count, 'way', 'ways')}`,
    noType: 'No media type',
    noEntity: 'No entity',
    nothing: 'Nothing yet',
    by: {
      rule: 'read by a rule',
      index: 'from an index file',
      person: 'entered by a person',
    },
  },

  trial: {
    region: 'What the rules make of your files',
    list: 'Files and how they are read',
    filters: 'Show',
    show: {
      all: 'All',
      waiting: 'Waiting',
      matched: 'Read',
      ambiguous: 'Ambiguous',
      unmatched: 'Not read',
      changed: 'Changed',
    },
    changes: {
      same: 'No change',
      newly_matched: 'Newly read',
      read_differently: 'Read differently',
      now_ambiguous: 'Now ambiguous',
      no_longer_matched: 'No longer read',
      contradiction: 'Contradiction',
    },
    changeWords: {
      same: 'Nothing changes for this file.',
      newly_matched: 'No rule read it before.',
      read_differently: 'It would be read differently than now.',
      now_ambiguous: 'Rules would disagree about it.',
      no_longer_matched: 'No rule would read it any more.',
      contradiction: 'A person or an upload has confirmed other values.',
    },
    search: 'Search in names and values',
    clearSearch: 'Clear the search',
    ofRule: (name: string) => `Only: ${name}`,
    ofAllRules: 'Show the files of all rules',
    columns: { name: 'File', now: 'With these rules', before: 'In the ledger', change: 'Change' },
    done: (total: number) => `Tried on ${files(total)}`,
    took: (duration: string) => `in ${duration}`,
    working: 'Trying the rules…',
    emptyTitle: 'No files yet',
    emptyWords: 'As soon as a watched folder holds a file, you see here how your rules read it.',
    nothingTitle: 'No such file',
    nothingWords: 'No file fits this filter.',
    showAll: 'Show all files',
    broken: 'A rule with a mistake is left out until it is mended.',
    example: (number: number) => `Example ${number}`,
  },

  explanation: {
    title: 'Why',
    region: 'Why this file is read like this',
    close: 'Close the explanation',
    teach: 'Teach this name',
    history: 'Whole story',
    matched: 'Reads it',
    stopped: 'Stops',
    notApplied: 'Does not apply',
    openRule: 'Edit the rule',
    before: 'In the ledger',
    noRules: 'There is no rule that could read it.',
  },

  bar: {
    unsaved: 'Your changes are a draft: nothing is in force before you save.',
    noEffect: 'No file would be read differently.',
    effect: 'Saving would change',
    problems: (count: number) => countOf(count, 'mistake to mend', 'mistakes to mend'),
    save: 'Save',
    discard: 'Discard',
    discarded: 'Changes discarded',
    saveFailed: 'The rules were not saved',
  },
  confirm: {
    title: (count: number) => `Save in spite of ${countOf(count, 'contradiction', 'contradictions')}?`,
    words:
      'People approved these files with other values than your rules now read. What was sent stays as it was sent; new files with such names would be read the new way.',
    look: 'Look at them',
    save: 'Save anyway',
  },
  saved: {
    title: (version: number) => `Rules v${version} in force.`,
    restored: (version: number, restores: number) =>
      `Rules v${version} in force: those of v${restores} are back.`,
    reading: (done: number, total: number) => `Reading again: ${formatCount(done)} of ${files(total)}.`,
    readingLabel: 'Files read again',
    read: (count: number) => `${files(count)} read again.`,
    undoFailed: 'The last change was not undone',
  },
  stale: {
    title: 'The rules were changed elsewhere in the meantime.',
    words: (version: number, actor: string) =>
      `Version ${version} by ${actor} is in force now. Keep your draft, and saving it replaces theirs; or take theirs and repeat your change.`,
    keep: 'Keep my draft',
    take: 'Take theirs',
  },

  file: {
    import: 'Import…',
    export: 'Export…',
    name: 'intray-rules.json',
    imported: (name: string) => `${name} is now your draft`,
    importedWords: 'Look at what it changes, then save.',
    importProblems: (name: string) => `${name} holds mistakes`,
    importFailed: 'The file was not read',
    notImported: (name: string) => `${name} is no rules file that Intray can use`,
    exported: 'The rules were written to a file',
    exportFailed: 'The rules were not exported',
  },

  ...rulesEditing,
  teach: rulesTeaching,
}
