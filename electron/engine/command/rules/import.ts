import type { Command } from 'commander'
import type { RulesInForce, RulesTrial } from '../../../shared/readings.ts'
import type { RulesDefinition } from '../../../shared/rules.ts'
import { writeRulesFile } from '../../identify/rules-file/writing.ts'
import type { RulesDesk } from '../../rules-desk.ts'
import { exitCodes } from '../exit-codes.ts'
import { helpAfter } from '../help.ts'
import type { Invocation } from '../invocation.ts'
import { withRulesChange, withRulesReading } from '../desk-access.ts'
import type { Perform } from '../perform.ts'
import type { Terminal } from '../terminal.ts'
import { readDefinition, refuseRules, tellUnwatchedFolders } from './chosen-rules.ts'
import { printTrial } from './trial-report.ts'
import { tryRules } from './trial.ts'

interface ImportOptions {
  readonly dryRun?: true
  readonly force?: true
  readonly all?: true
}

/** What became of an import, for scripts. */
type Outcome = 'saved' | 'in_force_already' | 'dry_run' | 'contradicts'

/** `intray rules import`: puts the rules of a file in force. */
export function addRulesImport(rules: Command, perform: Perform): void {
  rules
    .command('import')
    .description(
      'Put the rules of a file in force, in place of those that are. Shows first what that changes.',
    )
    .argument('<file>', 'a rules file')
    .option('--dry-run', 'only show what would change')
    .option('--force', 'save even rules that contradict what people confirmed')
    .option('--all', 'name every file, not only the first ones of each kind')
    .addHelpText(
      'after',
      helpAfter({
        examples: ['rules import rules.json --dry-run', 'rules import rules.json'],
        exits: {
          0: 'saved, or in force already; with --dry-run: it would be',
          1: 'the rules contradict what people confirmed where those in force do not,\nand nothing was saved',
          65: 'the rules file has mistakes; each is named',
        },
      }),
    )
    .action((file: string, options: ImportOptions, command: Command) =>
      perform(command, async (invocation) => {
        const definition = await readDefinition(file)
        await tellUnwatchedFolders(invocation, definition)
        const withDesk = options.dryRun === true ? withRulesReading : withRulesChange
        return withDesk(invocation, (desk) => importRules(invocation, desk, definition, options))
      }),
    )
}

async function importRules(
  { terminal }: Invocation,
  desk: RulesDesk,
  definition: RulesDefinition,
  { dryRun, force, all }: ImportOptions,
): Promise<number> {
  const before = await desk['rules.get']({})
  const trial = await tryRules(desk, definition, 'changed')
  if (!terminal.json) await printTrial(terminal, trial, all === true)
  const isSame = writeRulesFile(definition) === writeRulesFile(before.definition)
  let outcome: Outcome
  let rules = before
  if (isSame) outcome = 'in_force_already'
  else if (trial.changes.contradiction > 0 && force !== true) outcome = 'contradicts'
  else if (dryRun === true) outcome = 'dry_run'
  else {
    const saved = await desk['rules.save']({ definition, baseVersion: before.version.version })
    if (saved.problems.length > 0) refuseRules(saved.problems)
    outcome = 'saved'
    rules = saved.rules
  }
  await printOutcome(terminal, outcome, rules, trial)
  return outcome === 'contradicts' ? exitCodes.needsPerson : exitCodes.done
}

async function printOutcome(
  terminal: Terminal,
  outcome: Outcome,
  { version }: RulesInForce,
  trial: RulesTrial,
): Promise<void> {
  if (terminal.json) return terminal.printJson({ outcome, version, trial })
  const number = String(version.version)
  const words: Readonly<Record<Outcome, string>> = {
    saved: `Saved as version ${number}. Waiting files are read again while Intray or "intray run" is at work.`,
    in_force_already: `These rules are in force already, as version ${number}.`,
    dry_run: 'Nothing was saved: this was a dry run.',
    contradicts:
      'Nothing was saved: the rules contradict what people confirmed. Correct them, or add --force.',
  }
  await terminal.print(`\n${words[outcome]}`)
}
