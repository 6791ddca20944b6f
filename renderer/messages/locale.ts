import { csvFormOf } from '../../electron/shared/csv.ts'
import type { CsvForm } from '../../electron/shared/csv.ts'
import type { Language } from '../../electron/shared/preferences.ts'
import { windowLanguage } from '../bridge/client.ts'

/** In which language the window speaks. Outside of a window, as in tests, English. */
export const language: Language = windowLanguage() ?? 'en'

/** How dates and numbers are written: as the system does where it speaks the same language. */
export const locale: string = localeOf(language)

/** The system's own form of a language, such as `de-AT`, or the language as such. */
export function localeOf(spoken: Language): string {
  return localeFor(spoken, typeof navigator === 'undefined' ? [] : navigator.languages)
}

/** How the spreadsheets of this computer read a text file. They follow the system, whatever the window speaks. */
export const csvForm: CsvForm = csvFormOf(
  (typeof navigator === 'undefined' ? undefined : navigator.languages[0]) ?? locale,
)

/** `de` with `['en-GB', 'de-AT']` -> `de-AT`. */
export function localeFor(spoken: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => tag.toLowerCase().split('-')[0] === spoken) ?? spoken
}
