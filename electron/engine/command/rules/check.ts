import type { Command } from 'commander'
import type { NameReading } from '../../../shared/readings.ts'
import { resolveMediaType } from '../../identify/naming/media-type-resolution.ts'
import { readName } from '../../identify/naming/name-reading.ts'
import type { RuleSet } from '../../identify/naming/rule-set.ts'
import type { ExpectedReading } from '../../identify/rules-file/examples-file.ts'
import { describeExpectation, describeReading, isAsExpected } from '../../identify/rules-file/expectation.ts'
import { exitCodes } from '../exit-codes.ts'
import { helpAfter } from '../help.ts'
import type { Invocation } from '../invocation.ts'
import type { Perform } from '../perform.ts'
import { inThousands, printable } from '../terminal.ts'
import { chosenRules } from './chosen-rules.ts'
import { readExampleFiles } from './example-files.ts'
import type { ExampleFile } from './example-files.ts'

/** `intray rules check`: whether example names are read as a person expects. */
export function addRulesCheck(rules: Command, perform: Perform): void {
  rules
    .command('check')
    .description('Check that example names are read as expected, for pipelines.')
    .argument('<paths...>', 'tables of examples (.csv, .tsv), or folders that hold them')
    .option('--rules <file>', 'the rules of this file in place of those in force; no ledger is needed then')
    .addHelpText(
      'after',
      helpAfter({
        examples: ['rules check examples/ --rules rules.json', 'rules check examples.csv --json'],
        exits: {
          0: 'every name is read as expected',
          1: 'at least one is not; each is named',
          65: 'a table or the rules file has mistakes; each is named',
        },
        notes: [
          'A table has the columns path and entity_id, and where wanted media_type, side, folder',
          '(the id of a watched folder) and any further value by its name.',
          'An empty entity_id: no rule may read the name. "ambiguous": it must be a conflict.',
        ],
      }),
    )
    .action((paths: readonly string[], options: { readonly rules?: string }, command: Command) =>
      perform(command, async (invocation) => {
        const { ruleSet } = await chosenRules(invocation, options.rules)
        const files = await readExampleFiles(paths)
        return report(
          invocation,
          files.map((file) => checkFile(file, ruleSet)),
        )
      }),
    )
}

interface CheckedName extends ExpectedReading {
  readonly ok: boolean
  readonly reading: NameReading
}

interface CheckedFile {
  readonly file: string
  readonly names: readonly CheckedName[]
}

function checkFile({ file, examples }: ExampleFile, ruleSet: RuleSet): CheckedFile {
  const mediaTypeOf = (text: string): string => resolveMediaType(ruleSet, text)
  const names = examples.map((example) => {
    const reading = readName(ruleSet, example.path, example.folderId ?? undefined)
    return { ...example, reading, ok: isAsExpected(example.expected, reading, mediaTypeOf) }
  })
  return { file, names }
}

async function report({ terminal }: Invocation, files: readonly CheckedFile[]): Promise<number> {
  const names = files.flatMap((file) => file.names)
  const failed = names.filter(({ ok }) => !ok)
  if (terminal.json) {
    await terminal.printJson({
      ok: failed.length === 0,
      tests: names.length,
      failures: failed.length,
      suites: files.map(describeSuite),
    })
  } else {
    for (const { file, names: checked } of files) {
      for (const name of checked.filter(({ ok }) => !ok)) {
        await terminal.print(describeFailure(file, name).map(printable).join('\n'))
      }
    }
    const words = `${inThousands(names.length - failed.length)} of ${inThousands(names.length)} names are read as expected.`
    await terminal.print(failed.length === 0 ? words : `\n${words}`)
  }
  return failed.length === 0 ? exitCodes.done : exitCodes.needsPerson
}

/** In the terms of JUnit's reports, so that a pipeline can turn it into one. */
function describeSuite({ file, names }: CheckedFile): unknown {
  return {
    name: file,
    tests: names.length,
    failures: names.filter(({ ok }) => !ok).length,
    cases: names.map(({ line, folderId, path, ok, expected, reading }) => ({
      name: path,
      line,
      folderId,
      status: ok ? 'passed' : 'failed',
      expected,
      read: reading,
    })),
  }
}

function describeFailure(file: string, { line, path, expected, reading }: CheckedName): string[] {
  const [first = '', ...others] = describeReading(reading)
  const reasons = reading.kind === 'none' ? reading.reasons : []
  return [
    `${file}:${String(line)}  ${path}`,
    `  expected  ${describeExpectation(expected)}`,
    `  read      ${first}`,
    ...others.map((result) => `  and       ${result}`),
    ...reasons.map(({ ruleName, words }) => `    ${ruleName}: ${words}`),
  ]
}
