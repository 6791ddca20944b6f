import { queryFaultWords } from '../../../electron/shared/item-query-faults.ts'

/** Filters of a search, in words. */
export const query = {
  label: 'Filters',
  what: 'search',
  suggestions: 'What can stand here',
  filters: {
    state: 'State',
    folder: 'Folder',
    entity: 'Entity',
    type: 'Media type',
    operator: 'Operator',
    decider: 'Decided last by',
    finding: 'Finding',
    error: 'Failure',
    hash: 'SHA-256',
    id: 'Number',
    seen: 'First seen',
    sent: 'Sent on',
    changed: 'Changed',
    decided: 'Decided on',
    is: 'Is',
  },
  /** What `none` means, where a filter knows it. */
  none: { type: 'No media type', decider: 'Nobody decided', finding: 'No finding' },
  traits: {
    rescan: 'A new scan was asked for or came',
    duplicate: 'Seen before with the same content',
    sent_twice: 'Accepted more than once',
    repaired: 'Made smaller before sending',
    reconstructed: 'Made anew after damage',
    corrected: 'Corrected by a person',
    erased: 'Personal values erased',
    waiting_second: 'Waits for a second approval',
    index: 'Index file',
  },
  days: {
    today: 'Today',
    yesterday: 'Yesterday',
    last7: 'The last 7 days',
    last30: 'The last 30 days',
    last365: 'The last 365 days',
  },
  chosen: (filter: string, values: string) => `${filter}: ${values}`,
  clear: 'Clear this filter',
  narrow: (filter: string) => `Find in ${filter}`,
  narrowHint: 'Type to find',
  noValues: 'Nothing fits',
  fault: queryFaultWords,
  from: 'From',
  to: 'To',
}

/** Searches that are kept under a name. */
export const saved = {
  title: 'Saved searches',
  none: 'Searches that you save stand here. Type one or choose filters first.',
  saveThis: 'Save this search as',
  save: 'Save',
  rename: (name: string) => `Rename “${name}”`,
  remove: (name: string) => `Delete “${name}”`,
  newName: (name: string) => `New name of “${name}”`,
  notKept: 'The searches could not be saved',
}
