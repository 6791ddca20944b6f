import type { KeyBinding } from './bindings.ts'

/** Other keys than the shipped ones, by command. An empty list: the command has no key. */
export type KeyChanges = Readonly<Record<string, readonly string[]>>

/** One key that gives more than one command. */
export interface KeyConflict {
  readonly key: string
  readonly commands: readonly string[]
}

/** The shipped bindings with a person's own keys in place of theirs. */
export function keysInForce<Command extends string>(
  shipped: readonly KeyBinding<Command>[],
  changes: KeyChanges | undefined,
): readonly KeyBinding<Command>[] {
  if (changes === undefined) return shipped
  return shipped.map((binding) => {
    const own = changes[binding.command]
    return own === undefined ? binding : { ...binding, keys: own }
  })
}

/** The keys that give more than one command, in the order in which they first stand. */
export function conflictsOf(bindings: readonly KeyBinding<string>[]): readonly KeyConflict[] {
  const byKey = new Map<string, string[]>()
  for (const { command, keys } of bindings) {
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), command])
  }
  return [...byKey]
    .filter(([, commands]) => commands.length > 1)
    .map(([key, commands]) => ({ key, commands }))
}

/** Keys that only modify others, or that the window, the system and screen readers need as they are. */
const reserved: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'Fn',
  'NumLock',
  'Tab',
  'Escape',
  'ContextMenu',
  'Dead',
  'Process',
  'Unidentified',
  ' ',
  '?',
])

/** Whether a person may give a command this key. Space marks, `?` shows the keys, Escape goes back. */
export function isSettable(key: string): boolean {
  return key.length <= 20 && !reserved.has(key)
}

/** Sets a command's keys; those that are the shipped ones again leave no change behind. */
export function withKeys(
  changes: KeyChanges | undefined,
  shipped: readonly KeyBinding<string>[],
  command: string,
  keys: readonly string[],
): Record<string, string[]> {
  const others = Object.entries(changes ?? {}).filter(([name]) => name !== command)
  const before = shipped.find((binding) => binding.command === command)?.keys ?? []
  const isShipped = before.length === keys.length && before.every((key, index) => key === keys[index])
  return Object.fromEntries([
    ...others.map(([name, own]) => [name, [...own]]),
    ...(isShipped ? [] : [[command, [...keys]]]),
  ])
}
