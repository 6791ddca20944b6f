import type { Settings, SettingsProblem } from '../../../electron/shared/settings/settings.ts'
import { inWords } from '../../messages/in-words.ts'
import { valueAt } from './value-at.ts'

/** What the engine refused, with the value it refused: the words count only as long as that value stands. */
export interface RefusedValue extends SettingsProblem {
  readonly value: string
}

/** Keeps the engine's problems, in the window's language, together with the values they are about. */
export function refusedValues(settings: Settings, problems: readonly SettingsProblem[]): RefusedValue[] {
  return problems.map(({ path, words, said }) => ({
    path,
    words: inWords(words, said),
    value: valueKey(settings, path),
  }))
}

/** The problems whose values were not changed since. */
export function stillRefused(
  settings: Settings,
  refused: readonly RefusedValue[],
): readonly SettingsProblem[] {
  return refused.filter(({ path, value }) => valueKey(settings, path) === value)
}

function valueKey(settings: Settings, path: string): string {
  // An array around it, because nothing at all has no JSON.
  return JSON.stringify([valueAt(settings, path)])
}
