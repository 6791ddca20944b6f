import { formatCount } from './plural.ts'

/** Copies of the ledger. */
export const backups = {
  heading: 'Backups',
  words:
    'A copy each day and before each new version, checked before it counts. A damaged ledger is restored from the newest.',
  last: 'Last backup',
  never: 'None yet',
  run: 'Back up now',
  running: 'Backing up…',
  made: 'The ledger was backed up',
  kept: 'Daily backups that are kept',
  keptHint: 'Older ones are removed once a newer one was checked.',
  list: 'Backups, newest first',
  none: 'There is no backup yet. The first is made within a day.',
  kinds: { daily: 'Daily', migration: 'Before a new version' },
  columns: { made: 'Made', kind: 'Kind', size: 'Size', name: 'File' },
  all: (count: number) => `All ${formatCount(count)} backups`,
}
