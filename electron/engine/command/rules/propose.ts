import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { CallInput } from '../../../shared/contract.ts'
import { IntrayError } from '../../../shared/error-codes.ts'
import type { RulesProposal } from '../../../shared/readings.ts'
import type { FolderSettings } from '../../../shared/settings/folder.ts'
import { withProposal } from '../../../shared/proposed-rules.ts'
import { resolveMediaType } from '../../identify/naming/media-type-resolution.ts'
import type { RuleSet } from '../../identify/naming/rule-set.ts'
import type { ExpectedReading } from '../../identify/rules-file/examples-file.ts'
import { describeReading } from '../../identify/rules-file/expectation.ts'
import { writeRulesFile } from '../../identify/rules-file/writing.ts'
import { watchedFolders, withRulesReading } from '../desk-access.ts'
import { exitCodes } from '../exit-codes.ts'
import { helpAfter } from '../help.ts'
import type { Invocation } from '../invocation.ts'
import type { Perform } from '../perform.ts'
import { inThousands, printable } from '../terminal.ts'
import { chosenRules } from './chosen-rules.ts'
import { readExampleFile } from './example-files.ts'
import { writeOutput } from './export.ts'

interface ProposeOptions {
  readonly output?: string
}

/** As many as the window may give. */
const mostExamples = 200

/** `intray rules propose`: rules that would explain a table of examples. */
export function addRulesPropose(rules: Command, perform: Perform): void {
  rules
    .command('propose')
    .description('Propose rules that would explain a table of examples. Nothing is saved.')
    .argument('<examples>', 'a table with the columns path, entity_id and media_type')
    .option('--output <file>', 'write the rules in force with the best proposal to a rules file')
    .addHelpText(
      'after',
      helpAfter({
        examples: ['rules propose examples.csv', 'rules propose examples.csv --output rules.json'],
        exits: {
          0: 'there is a proposal',
          1: 'no rule would explain the examples',
          65: 'the table has mistakes; each is named',
        },
        notes: ['Proposals are tried on the waiting files and the last thousands of the ledger.'],
      }),
    )
    .action((file: string, options: ProposeOptions, command: Command) =>
      perform(command, async (invocation) => {
        const { ruleSet, definition } = await chosenRules(invocation, undefined)
        const folders = watchedFolders(await invocation.settings(), invocation)
        const { examples } = await readExampleFile(resolve(file))
        const taught = examples.flatMap((example) => taughtName(example, folders, ruleSet))
        if (taught.length === 0) throw new IntrayError('examples_refused', `${file}: no row names an entity.`)
        if (taught.length > mostExamples) {
          const words = `${inThousands(taught.length)} examples are more than ${inThousands(mostExamples)}.`
          throw new IntrayError(
            'examples_refused',
            `${file}: ${words} A few of each kind of name teach as much.`,
          )
        }
        const idle = examples.length - taught.length
        if (idle > 0) invocation.terminal.tell(`${inThousands(idle)} rows name no entity and teach nothing.`)
        const { proposals } = await withRulesReading(invocation, (desk) =>
          desk['rules.propose']({ examples: taught, definition }),
        )
        await report(invocation, proposals)
        const [best] = proposals
        if (best === undefined) return exitCodes.needsPerson
        if (options.output !== undefined) {
          await writeOutput(invocation, options.output, writeRulesFile(withProposal(definition, best)))
        }
        return exitCodes.done
      }),
    )
}

type TaughtName = CallInput<'rules.propose'>['examples'][number]

/** Only rows with an entity teach; one that must not be read, or be ambiguous, is no example of a rule. */
function taughtName(
  { folderId, path, expected }: ExpectedReading,
  folders: readonly FolderSettings[],
  ruleSet: RuleSet,
): TaughtName[] {
  if (expected.kind !== 'match') return []
  const { entityId, mediaType } = expected
  const [onlyFolder, ...others] = folders
  const folder = folderId ?? (others.length === 0 ? onlyFolder?.id : undefined)
  const type =
    mediaType === undefined || mediaType === null ? undefined : resolveMediaType(ruleSet, mediaType)
  return [
    { folderId: folder ?? '', path, marks: [], entityId, ...(type === undefined ? {} : { mediaType: type }) },
  ]
}

async function report({ terminal }: Invocation, proposals: readonly RulesProposal[]): Promise<void> {
  if (terminal.json) return terminal.printJson({ proposals })
  if (proposals.length === 0) await terminal.print('No rule was found that explains the examples.')
  for (const [index, proposal] of proposals.entries()) {
    const lines = describeProposal(proposal).map(printable)
    await terminal.print(
      [...(index === 0 ? [] : ['']), `${String(index + 1)}. ${lines.join('\n')}`].join('\n'),
    )
  }
}

function describeProposal({ rules, aliases, words, samples, ...counts }: RulesProposal): string[] {
  return [
    words,
    ...rules.map(({ pattern, mediaType }) =>
      mediaType === undefined ? `   ${pattern}` : `   ${pattern}  (media type ${mediaType})`,
    ),
    ...Object.entries(aliases).map(([mediaType, names]) => `   ${names.join(', ')} = ${mediaType}`),
    `   Reads ${inThousands(counts.matched)} of ${inThousands(counts.tried)} files; ${inThousands(counts.conflicts)} become ambiguous, ${inThousands(counts.contradictions)} contradict what people confirmed.`,
    ...samples.flatMap(({ path, reading, doubtful }) => [
      `   ${doubtful ? '? ' : '  '}${path}`,
      ...describeReading({ kind: 'match', ...reading }).map((result) => `       ${result}`),
    ]),
  ]
}
