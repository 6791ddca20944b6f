import type { Command } from 'commander'
import { IntrayError } from '../../../shared/error-codes.ts'
import type { RulesInForce, TriedName } from '../../../shared/readings.ts'
import type { NamingRule } from '../../../shared/rules.ts'
import { describeReading } from '../../identify/rules-file/expectation.ts'
import { exitCodes } from '../exit-codes.ts'
import { helpAfter } from '../help.ts'
import { withRulesReading } from '../desk-access.ts'
import type { Perform } from '../perform.ts'
import { inThousands, printable } from '../terminal.ts'
import { rulesReading } from './coverage.ts'
import { tryRules } from './trial.ts'

const namedFiles = 10

/** `intray rules show`: one rule in full, and what it reads of the waiting files. */
export function addRulesShow(rules: Command, perform: Perform): void {
  rules
    .command('show')
    .description('Show one rule in full, and waiting files that it reads.')
    .argument('<id>', 'the rule’s id')
    .addHelpText(
      'after',
      helpAfter({
        examples: ['rules show entity-and-type'],
        exits: { 0: 'shown', 1: 'there is no such rule' },
      }),
    )
    .action((id: string, _options: unknown, command: Command) =>
      perform(command, (invocation) =>
        withRulesReading(invocation, async (desk) => {
          const inForce = await desk['rules.get']({})
          const rule = inForce.definition.rules.find((one) => one.id === id)
          if (rule === undefined) throw new IntrayError('rule_not_found', id)
          const { rows } = await tryRules(desk, inForce.definition, 'waiting')
          const read = rows.filter((row) => rulesReading(row).has(id))
          const { terminal } = invocation
          if (terminal.json) await terminal.printJson(reportRule(rule, inForce, read))
          else await terminal.print(describeRule(rule, inForce, read).map(printable).join('\n'))
          return exitCodes.done
        }),
      ),
    )
}

function reportRule(rule: NamingRule, inForce: RulesInForce, read: readonly TriedName[]): unknown {
  return {
    rule,
    ruleVersion: inForce.ruleVersions[rule.id] ?? null,
    setVersion: inForce.version.version,
    problems: inForce.problems.filter(({ ruleId }) => ruleId === rule.id),
    readCount: read.length,
    files: read.slice(0, namedFiles).map(({ itemId, folderId, path, reading }) => ({
      itemId,
      folderId,
      path,
      reading,
    })),
  }
}

function describeRule(rule: NamingRule, inForce: RulesInForce, read: readonly TriedName[]): string[] {
  const { ruleVersions, problems } = inForce
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Name', rule.name],
    ['Version', String(ruleVersions[rule.id] ?? 'not numbered yet')],
    [rule.kind === 'expression' ? 'Expression' : 'Pattern', rule.pattern],
    ['Folders', rule.folders.length === 0 ? 'all' : rule.folders.join(', ')],
    ['State', rule.enabled ? 'on' : 'off'],
    ['Entity', rule.entityId],
    ['Media type', rule.mediaType],
    ['Side', rule.side],
    ['Values', rule.fields && namedValues(rule.fields)],
    ['Id is read', rule.entityIdReading && namedValues(rule.entityIdReading)],
  ]
  return [
    `Rule ${rule.id}`,
    ...facts.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name.padEnd(11)} ${value}`])),
    ...problems.flatMap(({ ruleId, words }) => (ruleId === rule.id ? [`  Problem     ${words}`] : [])),
    `Waiting files that it reads: ${inThousands(read.length)}`,
    ...read
      .slice(0, namedFiles)
      .flatMap(({ itemId, path, reading }) => [
        `  ${String(itemId)}  ${path}`,
        ...describeReading(reading).map((result) => `      ${result}`),
      ]),
    ...(read.length > namedFiles ? [`  and ${inThousands(read.length - namedFiles)} more`] : []),
  ]
}

function namedValues(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${typeof value === 'number' ? String(value) : JSON.stringify(value)}`)
    .join(', ')
}
