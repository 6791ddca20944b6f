import type { Command } from 'commander'
import type { RulesInForce } from '../../../shared/readings.ts'
import type { NamingRule } from '../../../shared/rules.ts'
import { exitCodes } from '../exit-codes.ts'
import { helpAfter } from '../help.ts'
import { withRulesReading } from '../desk-access.ts'
import type { Perform } from '../perform.ts'
import { inThousands, localTime, printable } from '../terminal.ts'
import { coverageOf } from './coverage.ts'
import type { Coverage } from './coverage.ts'
import { tryRules } from './trial.ts'

/** `intray rules list`: the rules in force and how many waiting files each of them reads. */
export function addRulesList(rules: Command, perform: Perform): void {
  rules
    .command('list')
    .description('List the rules in force, with their versions and the waiting files that they read.')
    .addHelpText(
      'after',
      helpAfter({ examples: ['rules list', 'rules list --json'], exits: { 0: 'listed' } }),
    )
    .action((_options: unknown, command: Command) =>
      perform(command, (invocation) =>
        withRulesReading(invocation, async (desk) => {
          const inForce = await desk['rules.get']({})
          const { rows } = await tryRules(desk, inForce.definition, 'waiting')
          const coverage = coverageOf(rows)
          const { terminal } = invocation
          if (terminal.json) await terminal.printJson({ ...inForce, coverage })
          else await terminal.print(describeRules(inForce, coverage).map(printable).join('\n'))
          return exitCodes.done
        }),
      ),
    )
}

function describeRules(inForce: RulesInForce, coverage: Coverage): string[] {
  const { definition, version } = inForce
  return [
    version.version === 0
      ? 'These rules are not numbered yet: the next run does that.'
      : `Version ${String(version.version)}, saved ${localTime(version.savedAtMs)} by ${version.actor}`,
    ...inForce.problems.map(({ ruleId, words }) => `Problem: ${ruleId ?? 'all rules'}: ${words}`),
    '',
    ['Rule'.padEnd(28), 'Version', 'Reads'.padStart(9), ' Pattern'].join(' '),
    ...definition.rules.map((rule) => describeRule(rule, inForce, coverage)),
    '',
    `Waiting files: ${inThousands(coverage.waiting)}. One result: ${inThousands(coverage.matched)}, several: ${inThousands(coverage.ambiguous)}, none: ${inThousands(coverage.unmatched)}.`,
  ]
}

function describeRule(rule: NamingRule, { ruleVersions }: RulesInForce, { byRule }: Coverage): string {
  const limits = [
    ...(rule.enabled ? [] : ['off']),
    ...(rule.folders.length === 0 ? [] : [`in ${rule.folders.join(', ')} only`]),
  ]
  return [
    rule.id.padEnd(28),
    String(ruleVersions[rule.id] ?? '-').padStart(7),
    inThousands(byRule[rule.id] ?? 0).padStart(9),
    ` ${rule.pattern}${limits.length === 0 ? '' : `  (${limits.join('; ')})`}`,
  ].join(' ')
}
