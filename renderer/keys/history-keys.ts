import type { KeyBinding } from './bindings.ts'

export type HistoryCommand = 'search' | 'next' | 'previous' | 'close'

/** The keys of the history view. */
export const historyKeys: readonly KeyBinding<HistoryCommand>[] = [
  { command: 'search', keys: ['/'], repeats: false },
  { command: 'next', keys: ['j', 'ArrowDown'], repeats: true },
  { command: 'previous', keys: ['k', 'ArrowUp'], repeats: true },
  { command: 'close', keys: ['Escape'], repeats: false },
]
