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
}

/** The command that a key press gives, or undefined. Keys with Ctrl, Alt or Cmd belong to the window and the system. */
export function commandOf<Command extends string>(
  pressed: PressedKey,
  bindings: readonly KeyBinding<Command>[],
): Command | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key
  const binding = bindings.find((candidate) => candidate.keys.includes(key))
  if (binding === undefined || (pressed.repeat && !binding.repeats)) return undefined
  return binding.command
}

const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  '-': '−',
  Escape: 'Esc',
  ' ': 'Space',
}

/** A key as it is printed on the keyboard. */
export function keyName(key: string): string {
  return keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : key)
}
