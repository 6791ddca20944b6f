import type { KeyBinding } from './bindings.ts'

export type ReviewCommand =
  | 'approve'
  | 'reject'
  | 'undo'
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'editEntity'
  | 'editMediaType'
  | 'open'
  | 'showInFolder'
  | 'help'

/** The keys of the review view. */
export const reviewKeys: readonly KeyBinding<ReviewCommand>[] = [
  { command: 'approve', keys: ['a', 'Enter'], repeats: false },
  { command: 'reject', keys: ['r'], repeats: false },
  { command: 'undo', keys: ['u'], repeats: false },
  { command: 'next', keys: ['s', 'j', 'ArrowDown'], repeats: true },
  { command: 'previous', keys: ['k', 'ArrowUp'], repeats: true },
  { command: 'first', keys: ['Home'], repeats: false },
  { command: 'last', keys: ['End'], repeats: false },
  { command: 'editEntity', keys: ['e'], repeats: false },
  { command: 'editMediaType', keys: ['m'], repeats: false },
  { command: 'open', keys: ['o'], repeats: false },
  { command: 'showInFolder', keys: ['f'], repeats: false },
  { command: 'help', keys: ['?'], repeats: false },
]

/** How the sheet of keys is arranged. */
export const reviewKeyGroups = [
  { heading: 'deciding', commands: ['approve', 'reject', 'undo'] },
  { heading: 'moving', commands: ['next', 'previous', 'first', 'last'] },
  { heading: 'editing', commands: ['editEntity', 'editMediaType', 'open', 'showInFolder'] },
] as const satisfies readonly { heading: string; commands: readonly ReviewCommand[] }[]
