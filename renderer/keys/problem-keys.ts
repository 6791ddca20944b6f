import type { KeyBinding } from './bindings.ts'
import type { KeySheetGroup } from './key-sheet-group.ts'

export type ProblemCommand =
  | 'approve'
  | 'retry'
  | 'lookUp'
  | 'reject'
  | 'requestRescan'
  | 'acceptForm'
  | 'compareForms'
  | 'undo'
  | 'next'
  | 'previous'
  | 'editEntity'
  | 'editMediaType'
  | 'editValues'
  | 'open'
  | 'show'
  | 'help'

/**
 * The keys of the problems view. `l` asks the endpoint: for the upload where its outcome is unknown, else for the
 * entity. Enter decides nothing here: each remedy has its own key.
 */
export const problemKeys: readonly KeyBinding<ProblemCommand>[] = [
  { command: 'approve', keys: ['a'], repeats: false },
  { command: 'retry', keys: ['t'], repeats: false },
  { command: 'lookUp', keys: ['l'], repeats: false },
  { command: 'reject', keys: ['r'], repeats: false },
  { command: 'requestRescan', keys: ['n'], repeats: false },
  { command: 'acceptForm', keys: ['2'], repeats: false },
  { command: 'compareForms', keys: ['3'], repeats: false },
  { command: 'undo', keys: ['u'], repeats: false },
  { command: 'next', keys: ['s', 'j', 'ArrowDown'], repeats: true },
  { command: 'previous', keys: ['k', 'ArrowUp'], repeats: true },
  { command: 'editEntity', keys: ['e'], repeats: false },
  { command: 'editMediaType', keys: ['m'], repeats: false },
  { command: 'editValues', keys: ['v'], repeats: false },
  { command: 'open', keys: ['o'], repeats: false },
  { command: 'show', keys: ['f'], repeats: false },
  { command: 'help', keys: ['?'], repeats: false },
]

/** How the sheet of keys is arranged. */
export const problemKeyGroups: readonly KeySheetGroup<ProblemCommand>[] = [
  {
    heading: 'deciding',
    commands: ['approve', 'retry', 'reject', 'requestRescan', 'acceptForm', 'compareForms', 'undo'],
  },
  { heading: 'moving', commands: ['next', 'previous'] },
  {
    heading: 'editing',
    commands: ['editEntity', 'editMediaType', 'editValues', 'lookUp', 'open', 'show'],
  },
]
