import { hasWindowModifier } from './window-keys.ts'

/** What a key does with marks. */
export type MarkingKey =
  | { readonly kind: 'all' | 'clear' | 'toggle' }
  /** Marks from the row in hand to the one so many places on. */
  | { readonly kind: 'range'; readonly places: number }

type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'>

const rangeKeys: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  End: Infinity,
  Home: -Infinity,
}

/** The fixed keys of marks, as lists have them everywhere; undefined for every other key. */
export function markingKeyOf(pressed: PressedKey): MarkingKey | undefined {
  if (hasWindowModifier(pressed) && pressed.key.toLowerCase() === 'a') return { kind: 'all' }
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined
  const places = rangeKeys[pressed.key]
  if (pressed.shiftKey && places !== undefined) return { kind: 'range', places }
  if (pressed.repeat) return undefined
  if (pressed.key === 'Escape') return { kind: 'clear' }
  return pressed.key === ' ' ? { kind: 'toggle' } : undefined
}
