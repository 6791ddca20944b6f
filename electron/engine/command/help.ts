/** What exit codes mean, by code. */
type ExitMeanings = Readonly<Record<number, string>>

interface HelpParts {
  /** Without the leading `intray`. */
  readonly examples: readonly string[]
  /** Exit codes of this command, beside those that every command has. */
  readonly exits?: ExitMeanings
  /** Lines that stand before the examples. */
  readonly notes?: readonly string[]
}

const everyCommandsExits: ExitMeanings = {
  2: 'the command line was not understood',
  66: 'there is no ledger yet',
  70: 'something unexpected happened; the log names it',
  73: 'the ledger is locked, or a file cannot be made',
  74: 'the ledger or the disk failed',
  78: 'the settings or the key file are not valid, or Node is too old',
}

/** What follows a command's options in its help: examples and exit codes. */
export function helpAfter({ examples, exits = {}, notes = [] }: HelpParts): string {
  const meanings = Object.entries({ ...everyCommandsExits, ...exits })
  return [
    ...(notes.length === 0 ? [] : ['', ...notes]),
    '',
    'Examples:',
    ...examples.map((example) => `  intray ${example}`),
    '',
    'Exit codes:',
    ...meanings.map(([code, meaning]) => `  ${code.padStart(3)}  ${meaning.replaceAll('\n', '\n       ')}`),
  ].join('\n')
}
