import type { looks as english } from '../en/looks.ts'
import { countOf } from './plural.ts'

export const looks: typeof english = {
  heading: 'Was Intray nachgesehen hat',
  none: 'Noch nicht nachgesehen.',
  absent: (entries: number) =>
    entries === 0
      ? 'Die Entität hat keine Medien.'
      : `Nicht unter den ${countOf(entries, 'Datei', 'Dateien')} der Entität.`,
  inDoubt: (names: readonly string[]) =>
    names.length === 0 ? 'Etwas Ähnliches ist dort.' : `Etwas Ähnliches ist dort: ${names.join(', ')}`,
  unavailable: (why: string) => `Es ließ sich nicht nachsehen. ${why}`,
  at: (when: string, what: string) => `${when}: ${what}`,
}
