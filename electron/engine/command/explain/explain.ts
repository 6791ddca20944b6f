import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { explainName } from '../../identify/naming/name-explanation.ts'
import { watchedFolders } from '../desk-access.ts'
import { exitCodes } from '../exit-codes.ts'
import { helpAfter } from '../help.ts'
import type { Perform } from '../perform.ts'
import { chosenRules } from '../rules/chosen-rules.ts'
import { askedName } from './asked-name.ts'
import { coloursFor } from './colours.ts'
import { describeExplanation } from './explanation-report.ts'
import { findKnownItems } from './known-item.ts'

interface ExplainOptions {
  readonly rules?: string
  readonly folder?: string
}

/** `intray explain`: why names are read as they are. */
export function addExplain(program: Command, perform: Perform): void {
  program
    .command('explain')
    .description(
      'Explain how names are read: by which rule, from which characters, and why not by the others.',
    )
    .argument(
      '<files...>',
      'paths or mere names; the files need not exist. -: names from standard input, one a line',
    )
    .option('--rules <file>', 'by the rules of this file in place of those in force')
    .option('--folder <id>', 'as if the files lay in this watched folder')
    .addHelpText(
      'after',
      helpAfter({
        examples: ['explain 4711_passport.jpg', 'explain scans/*.pdf --json', 'ls scans | intray explain -'],
        exits: {
          0: 'every name is read with one result',
          1: 'at least one is not, or with several',
          65: 'the rules file has mistakes; each is named',
        },
      }),
    )
    .action((files: readonly string[], options: ExplainOptions, command: Command) =>
      perform(command, async (invocation) => {
        const { terminal, host } = invocation
        const { definition, ruleSet } = await chosenRules(invocation, options.rules)
        const folders = watchedFolders(await invocation.settings(), invocation)
        const given = (await Promise.all(files.map(namesOf))).flat()
        const names = given.map((file) => askedName(file, folders, options.folder))
        const known = await findKnownItems(invocation, names)
        const paintOf = coloursFor(host)
        let allRead = true
        for (const [index, name] of names.entries()) {
          const explanation = explainName(ruleSet, name.path, name.folderId, definition.rules)
          const { item, indexRows } = known[index] ?? { item: null, indexRows: [] }
          allRead &&= explanation.reading.kind === 'match'
          if (terminal.json) await terminal.printJson({ ...name, ...explanation, item, indexRows })
          else {
            const lines = describeExplanation(name, explanation, { item, indexRows }, paintOf)
            await terminal.print([...(index === 0 ? [] : ['']), ...lines].join('\n'))
          }
        }
        return allRead ? exitCodes.done : exitCodes.needsPerson
      }),
    )
}

/** The name itself, or for `-` the lines of standard input. */
async function namesOf(file: string): Promise<string[]> {
  if (file !== '-') return [file]
  const lines: string[] = []
  for await (const line of createInterface({ input: process.stdin })) if (line !== '') lines.push(line)
  return lines
}
