import type { Language } from '../../electron/shared/preferences.ts'
import { de } from './de.ts'
import { en, type Messages } from './en.ts'
import { language } from './locale.ts'

/** A further language is one more object of this type. */
const languages: Readonly<Record<Language, Messages>> = { en, de }

/** The texts of the window in the language that is shown. */
export const messages: Messages = languages[language]
