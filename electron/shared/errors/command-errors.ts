import { nothingChanged } from './error-text.ts'
import type { ErrorText } from './error-text.ts'

/** What the `intray` command can meet, and what nobody expected. */
export const commandErrors = {
  command_invalid: {
    disposition: 'review',
    happened: 'Intray did not understand this command.',
    doing: nothingChanged,
    next: 'Add --help to see what it takes.',
  },
  ledger_missing: {
    disposition: 'review',
    happened: 'There is no ledger here yet.',
    doing: nothingChanged,
    next: 'Check the data folder and the mode, or begin with "intray run".',
  },
  key_file_refused: {
    disposition: 'review',
    happened: 'The file with the API key was not accepted.',
    doing: nothingChanged,
    next: 'Keep the key alone in a file that only you can read (chmod 600).',
  },
  rule_not_found: {
    disposition: 'review',
    happened: 'There is no such rule.',
    doing: nothingChanged,
    next: 'Look for its id with "intray rules list".',
  },
  rules_file_refused: {
    disposition: 'review',
    happened: 'The rules file was not accepted.',
    doing: nothingChanged,
    next: 'Correct what is named, and try again.',
  },
  examples_refused: {
    disposition: 'review',
    happened: 'The file with example names was not accepted.',
    doing: nothingChanged,
    next: 'Correct what is named, and try again.',
  },
  output_unwritable: {
    disposition: 'review',
    happened: 'The output file cannot be written.',
    doing: nothingChanged,
    next: 'Check its folder, the permissions and the free space.',
  },
  simulator_not_started: {
    disposition: 'review',
    happened: 'The simulator cannot start.',
    doing: nothingChanged,
    next: 'Take another port or store file.',
  },
  unexpected: {
    disposition: 'bug',
    happened: 'Something unexpected happened.',
    doing: 'It was written to the log. Intray goes on.',
    next: 'If it happens again, send us the log.',
  },
} as const satisfies Record<string, ErrorText>
