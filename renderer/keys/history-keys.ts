import type { KeyBinding } from './bindings.ts'
import type { KeySheetGroup } from './key-sheet-group.ts'

export type HistoryCommand = 'search' | 'next' | 'previous' | 'close'

/** The keys of the history view. */
export const historyKeys: readonly KeyBinding<HistoryCommand>[] = [
  { command: 'search', keys: ['/'], repeats: false },
  { command: 'next', keys: ['j', 'ArrowDown'], repeats: true },
  { command: 'previous', keys: ['k', 'ArrowUp'], repeats: true },
  { command: 'close', keys: ['Escape'], repeats: false },
]

/** How the sheet of keys is arranged. */
export const historyKeyGroups: readonly KeySheetGroup<HistoryCommand>[] = [
  { heading: 'moving', commands: ['search', 'next', 'previous', 'close'] },
]
