import { languages } from '../shared/preferences.ts'
import type { Language, Preferences } from '../shared/preferences.ts'

/**
 * The language of the window: the one that was chosen, or else the first of the system's that Intray speaks.
 * `systemLanguages` are tags such as `de-AT`, the liked one first. English where none fits.
 */
export function resolveLanguage(
  chosen: Preferences['language'],
  systemLanguages: readonly string[],
): Language {
  if (chosen !== 'system') return chosen
  const primaries = systemLanguages.map((tag) => tag.toLowerCase().split(/[-_]/)[0])
  const known = primaries.flatMap((primary) => languages.find((language) => language === primary) ?? [])
  return known[0] ?? 'en'
}
