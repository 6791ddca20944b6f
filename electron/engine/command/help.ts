import { commonExitCodes } from './exit-codes.ts'

interface HelpParts {
  /** Without the leading `intray`. */
  readonly examples: readonly string[]
  /** What 0 and 1 mean here, and further codes: one line each. */
  readonly exits?: readonly string[]
}

/** What follows a command's options in its help: examples and exit codes. */
export function helpAfter({ examples, exits = [] }: HelpParts): string {
  const shown = examples.map((example) => `  intray ${example}`)
  return ['', 'Examples:', ...shown, '', 'Exit codes:', ...exits.map((line) => `  ${line}`), commonExitCodes].join(
    '\n',
  )
}
