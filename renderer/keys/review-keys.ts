import type { KeyBinding } from './bindings.ts'
import type { KeySheetGroup } from './key-sheet-group.ts'

export type ReviewCommand =
  | 'approve'
  | 'reject'
  | 'requestRescan'
  | 'acceptForm'
  | 'compareForms'
  | 'undo'
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'mark'
  | 'markGroup'
  | 'filter'
  | 'editEntity'
  | 'editMediaType'
  | 'editValues'
  | 'keepEntity'
  | 'fillDown'
  | 'lookUpEntity'
  | 'open'
  | 'showInFolder'
  | 'help'

/** The shipped keys of the review view. */
export const reviewKeys: readonly KeyBinding<ReviewCommand>[] = [
  { command: 'approve', keys: ['a', 'Enter'], repeats: false },
  { command: 'reject', keys: ['r'], repeats: false },
  { command: 'requestRescan', keys: ['n'], repeats: false },
  { command: 'acceptForm', keys: ['2'], repeats: false },
  { command: 'compareForms', keys: ['3'], repeats: false },
  { command: 'undo', keys: ['u'], repeats: false },
  { command: 'next', keys: ['s', 'j', 'ArrowDown'], repeats: true },
  { command: 'previous', keys: ['k', 'ArrowUp'], repeats: true },
  { command: 'first', keys: ['Home'], repeats: false },
  { command: 'last', keys: ['End'], repeats: false },
  { command: 'mark', keys: ['x'], repeats: false },
  { command: 'markGroup', keys: ['*'], repeats: false },
  { command: 'filter', keys: ['/'], repeats: false },
  { command: 'editEntity', keys: ['e'], repeats: false },
  { command: 'editMediaType', keys: ['m'], repeats: false },
  { command: 'editValues', keys: ['v'], repeats: false },
  { command: 'keepEntity', keys: ['q'], repeats: false },
  { command: 'fillDown', keys: ['t'], repeats: false },
  { command: 'lookUpEntity', keys: ['l'], repeats: false },
  { command: 'open', keys: ['o'], repeats: false },
  { command: 'showInFolder', keys: ['f'], repeats: false },
  { command: 'help', keys: ['?'], repeats: false },
]

/** How the sheet of keys is arranged. */
export const reviewKeyGroups: readonly KeySheetGroup<ReviewCommand>[] = [
  {
    heading: 'deciding',
    commands: ['approve', 'reject', 'requestRescan', 'acceptForm', 'compareForms', 'undo'],
  },
  { heading: 'moving', commands: ['next', 'previous', 'first', 'last', 'filter'] },
  { heading: 'marking', commands: ['mark', 'markGroup'] },
  {
    heading: 'editing',
    commands: [
      'editEntity',
      'editMediaType',
      'editValues',
      'keepEntity',
      'fillDown',
      'lookUpEntity',
      'open',
      'showInFolder',
    ],
  },
]
