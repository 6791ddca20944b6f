import type { Language } from '../../shared/preferences.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import type { ShellWords } from './shell-words.ts'

/** What the shell says, by language. */
export const shellWords: Readonly<Record<Language, ShellWords>> = { en, de }
