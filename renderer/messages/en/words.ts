import { countOf } from './plural.ts'

/** Words that several views share. */
export const words = {
  dismiss: 'Dismiss',
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  retry: 'Retry',
  back: 'Back',
  show: 'Show',
  loading: 'Loading…',
  notLoaded: 'This could not be loaded yet. Intray tries again at the next change.',
  engineStopped: 'Nothing can be shown while the engine is stopped. This view comes back with it.',
  none: 'None',
  unknown: 'Not known',
  copy: (what: string) => `Copy ${what}`,
  copied: (what: string) => `${what} copied`,
  andMore: (count: number) => `And ${countOf(count, 'more', 'more')}.`,
  /** Behind the number of days of a duration: `2 d 5 h`. */
  dayUnit: 'd',
  severity: { block: 'Held', warn: 'Check', info: 'Note' },
}
