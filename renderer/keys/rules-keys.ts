import type { KeyBinding } from './bindings.ts'

export type RulesCommand = 'search' | 'next' | 'previous' | 'teach' | 'close'

/** The keys of the rules view. Arrow keys belong to the list that has the focus. */
export const rulesKeys: readonly KeyBinding<RulesCommand>[] = [
  { command: 'search', keys: ['/'], repeats: false },
  { command: 'next', keys: ['j'], repeats: true },
  { command: 'previous', keys: ['k'], repeats: true },
  { command: 'teach', keys: ['t'], repeats: false },
  { command: 'close', keys: ['Escape'], repeats: false },
]
