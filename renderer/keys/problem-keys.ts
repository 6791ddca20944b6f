import type { KeyBinding } from './bindings.ts'

export type ProblemCommand =
  | 'approve'
  | 'retry'
  | 'lookUp'
  | 'reject'
  | 'next'
  | 'previous'
  | 'editEntity'
  | 'editMediaType'
  | 'open'
  | 'show'

/** The keys of the problems view. Enter decides nothing here: each remedy has its own key. */
export const problemKeys: readonly KeyBinding<ProblemCommand>[] = [
  { command: 'approve', keys: ['a'], repeats: false },
  { command: 'retry', keys: ['t'], repeats: false },
  { command: 'lookUp', keys: ['l'], repeats: false },
  { command: 'reject', keys: ['r'], repeats: false },
  { command: 'next', keys: ['s', 'j', 'ArrowDown'], repeats: true },
  { command: 'previous', keys: ['k', 'ArrowUp'], repeats: true },
  { command: 'editEntity', keys: ['e'], repeats: false },
  { command: 'editMediaType', keys: ['m'], repeats: false },
  { command: 'open', keys: ['o'], repeats: false },
  { command: 'show', keys: ['f'], repeats: false },
]
