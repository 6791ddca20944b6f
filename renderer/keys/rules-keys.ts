import type { KeyBinding } from './bindings.ts'
import type { KeySheetGroup } from './key-sheet-group.ts'

export type RulesCommand = 'search' | 'next' | 'previous' | 'teach' | 'close'

/** The keys of the rules view. Arrow keys belong to the list that has the focus. */
export const rulesKeys: readonly KeyBinding<RulesCommand>[] = [
  { command: 'search', keys: ['/'], repeats: false },
  { command: 'next', keys: ['j'], repeats: true },
  { command: 'previous', keys: ['k'], repeats: true },
  { command: 'teach', keys: ['t'], repeats: false },
  { command: 'close', keys: ['Escape'], repeats: false },
]

/** How the sheet of keys is arranged. */
export const rulesKeyGroups: readonly KeySheetGroup<RulesCommand>[] = [
  { heading: 'moving', commands: ['search', 'next', 'previous', 'close'] },
  { heading: 'editing', commands: ['teach'] },
]
