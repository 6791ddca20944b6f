import { nothingChanged } from './error-text.ts'
import type { ErrorText } from './error-text.ts'

/** What the ledger and the disk can refuse. */
export const ledgerErrors = {
  ledger_from_future: {
    disposition: 'pause',
    happened: 'The ledger was written by a newer version of Intray.',
    doing: nothingChanged,
    next: 'Install the newer version.',
  },
  ledger_damaged: {
    disposition: 'pause',
    happened: 'The ledger is damaged.',
    doing: 'A file that cannot be read is set aside, and the newest good backup takes its place.',
    next: 'Check the disk. "intray verify" says whether the history proves itself.',
  },
  ledger_locked: {
    disposition: 'pause',
    happened: 'Another Intray is already at work on this ledger.',
    doing: nothingChanged,
    next: 'Use the one that is running, or close it first.',
  },
  ledger_unwritable: {
    disposition: 'pause',
    happened: 'The ledger cannot be written.',
    doing: 'Intray is paused. Nothing is lost.',
    next: 'Check the free space and the permissions of the data folder.',
  },
  disk_full: {
    disposition: 'pause',
    happened: 'The disk is full.',
    doing: 'Intray is paused. Nothing is lost.',
    next: 'Free some space.',
  },
  backup_refused: {
    disposition: 'review',
    happened: 'This backup of the ledger cannot be used.',
    doing: nothingChanged,
    next: 'Choose another one: "intray backups" lists them.',
  },
  folder_unreachable: {
    disposition: 'retry',
    happened: 'A watched folder cannot be read.',
    doing: 'Intray looks again by itself. Its files keep their state.',
    next: 'Check the path, the network drive and the permissions.',
  },
} as const satisfies Record<string, ErrorText>
