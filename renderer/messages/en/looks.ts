import { countOf } from './plural.ts'

/** What looks at the endpoint for a lost answer showed. */
export const looks = {
  heading: 'What Intray looked up',
  none: 'Not looked up yet.',
  absent: (entries: number) =>
    entries === 0
      ? 'The entity has no media.'
      : `Not among the ${countOf(entries, 'file', 'files')} of the entity.`,
  inDoubt: (names: readonly string[]) =>
    names.length === 0 ? 'Something like it is there.' : `Something like it is there: ${names.join(', ')}`,
  unavailable: (why: string) => `It could not be looked up. ${why}`,
  at: (when: string, what: string) => `${when}: ${what}`,
}
