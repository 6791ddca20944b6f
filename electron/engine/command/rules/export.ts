import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import type { Command } from 'commander'
import { writeRulesFile } from '../../identify/rules-file/writing.ts'
import { exitCodes } from '../exit-codes.ts'
import { helpAfter } from '../help.ts'
import type { Invocation } from '../invocation.ts'
import type { Perform } from '../perform.ts'
import { writeResultFile } from '../result-file.ts'
import { chosenRules } from './chosen-rules.ts'

/** `intray rules export`: the rules in force as a file for version control. */
export function addRulesExport(rules: Command, perform: Perform): void {
  rules
    .command('export')
    .description('Write the rules in force as a file that can be kept under version control.')
    .option('--output <file>', 'write to this file in place of standard output')
    .addHelpText(
      'after',
      helpAfter({ examples: ['rules export --output rules.json'], exits: { 0: 'written' } }),
    )
    .action((options: { readonly output?: string }, command: Command) =>
      perform(command, async (invocation) => {
        const { definition } = await chosenRules(invocation, undefined)
        await writeOutput(invocation, options.output, writeRulesFile(definition))
        return exitCodes.done
      }),
    )
}

/** Writes a text to a file, or to standard output where none is named. */
export async function writeOutput(
  { terminal }: Invocation,
  output: string | undefined,
  text: string,
): Promise<void> {
  if (output === undefined) return terminal.write(text)
  await writeResultFile(resolve(output), Readable.from([text]))
  terminal.tell(`Written to ${resolve(output)}.`)
}
