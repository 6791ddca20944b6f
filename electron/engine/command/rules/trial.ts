import type { CallInput, Handlers } from '../../../shared/contract.ts'
import { calls } from '../../../shared/contract.ts'
import type { RulesTrial, TriedName } from '../../../shared/readings.ts'
import type { RulesDefinition } from '../../../shared/rules.ts'

type Shown = NonNullable<CallInput<'rules.try'>['show']>
type TrialDesk = Pick<Handlers<'engine'>, 'rules.get' | 'rules.try'>

const rowsAtATime = 500

/** Tries rules and gathers every row that is asked for; nothing changes meanwhile, so pages fit together. */
export async function tryRules(
  desk: TrialDesk,
  definition: RulesDefinition,
  show: Shown,
): Promise<RulesTrial> {
  const rows: TriedName[] = []
  for (;;) {
    const request = { definition, show, offset: rows.length, limit: rowsAtATime }
    const trial = await desk['rules.try'](calls['rules.try'].input.parse(request))
    rows.push(...trial.rows)
    if (trial.rows.length === 0 || rows.length >= trial.rowCount) return { ...trial, rows }
  }
}

/** What other rules would change, in comparison with those in force. */
export interface ComparedTrial extends RulesTrial {
  /** Contradictions that the rules in force do not have: names that people had to correct stay out of it. */
  readonly newContradictions: number
}

/** Tries rules and gathers every file that they change something for. */
export async function compareRules(desk: TrialDesk, definition: RulesDefinition): Promise<ComparedTrial> {
  const inForce = await desk['rules.get']({})
  const before = await tryRules(desk, inForce.definition, 'contradiction')
  const known = new Set(before.rows.map(({ itemId }) => itemId))
  const trial = await tryRules(desk, definition, 'changed')
  const newOnes = trial.rows.filter((row) => row.change === 'contradiction' && !known.has(row.itemId))
  return { ...trial, newContradictions: newOnes.length }
}
