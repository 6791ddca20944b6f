import { preferences } from '../state/preferences.svelte.ts'
import { firstKeyName } from './bindings.ts'
import type { KeyBinding } from './bindings.ts'
import { keysInForce } from './keys-in-force.ts'

/** Places with keys of their own; the preferences keep changed keys by these names. */
export const keyPlaces = ['review', 'problems', 'uploads', 'history', 'rules', 'picture'] as const
export type KeyPlace = (typeof keyPlaces)[number]

/** The bindings that hold now: the shipped ones, with the person's own keys in place of theirs. Reactive. */
export function bindingsOf<Command extends string>(
  place: KeyPlace,
  shipped: readonly KeyBinding<Command>[],
): readonly KeyBinding<Command>[] {
  return keysInForce(shipped, preferences.current.keys[place])
}

/** The first key that gives a command now, as it is printed; undefined where it has none. Reactive. */
export function printedKey<Command extends string>(
  place: KeyPlace,
  shipped: readonly KeyBinding<Command>[],
  command: Command,
): string | undefined {
  return firstKeyName(bindingsOf(place, shipped), command)
}
