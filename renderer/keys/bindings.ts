import { messages } from '../messages/current.ts'

/** One command and the keys that give it. `keys` are values of `KeyboardEvent.key`; letters in lower case. */
export interface KeyBinding<Command extends string> {
  readonly command: Command
  readonly keys: readonly string[]
  /** Whether holding the key repeats the command. A decision never repeats. */
  readonly repeats: boolean
}

/** What is needed of a `KeyboardEvent`. */
interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly repeat: boolean
  readonly shiftKey?: boolean
}

/**
 * The command that a key press gives, or undefined. Keys with Ctrl, Alt or Cmd belong to the window and the system,
 * and Shift with an arrow to marks; Shift with a character only makes another character.
 */
export function commandOf<Command extends string>(
  pressed: PressedKey,
  bindings: readonly KeyBinding<Command>[],
): Command | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined
  const key = bindableKey(pressed.key)
  if (pressed.shiftKey === true && key.length > 1) return undefined
  const binding = bindings.find((candidate) => candidate.keys.includes(key))
  if (binding === undefined || (pressed.repeat && !binding.repeats)) return undefined
  return binding.command
}

/** A `KeyboardEvent.key` as bindings hold it: letters in lower case. */
export function bindableKey(key: string): string {
  return key.length === 1 ? key.toLowerCase() : key
}

/** The first key of a command as it is printed; undefined where it has none. */
export function firstKeyName<Command extends string>(
  bindings: readonly KeyBinding<Command>[],
  command: Command,
): string | undefined {
  const key = bindings.find((binding) => binding.command === command)?.keys[0]
  return key === undefined ? undefined : keyName(key)
}

const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  '-': '−',
  ...messages.keys.names,
}

/** A key as it is printed on the keyboard. */
export function keyName(key: string): string {
  return keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : key)
}
