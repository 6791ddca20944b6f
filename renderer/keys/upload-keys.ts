import type { KeyBinding } from './bindings.ts'
import type { KeySheetGroup } from './key-sheet-group.ts'

export type UploadCommand =
  'next' | 'previous' | 'choose' | 'sendFirst' | 'sendLater' | 'sendAsFolder' | 'help'

/** The keys of the uploads view. They work on the ticked files, else on the one that has the focus. */
export const uploadKeys: readonly KeyBinding<UploadCommand>[] = [
  { command: 'next', keys: ['j', 'ArrowDown'], repeats: true },
  { command: 'previous', keys: ['k', 'ArrowUp'], repeats: true },
  { command: 'choose', keys: ['x'], repeats: false },
  { command: 'sendFirst', keys: ['+', '='], repeats: false },
  { command: 'sendLater', keys: ['-'], repeats: false },
  { command: 'sendAsFolder', keys: ['0'], repeats: false },
  { command: 'help', keys: ['?'], repeats: false },
]

/** How the sheet of keys is arranged. */
export const uploadKeyGroups: readonly KeySheetGroup<UploadCommand>[] = [
  { heading: 'deciding', commands: ['sendFirst', 'sendLater', 'sendAsFolder'] },
  { heading: 'moving', commands: ['next', 'previous', 'choose'] },
]
