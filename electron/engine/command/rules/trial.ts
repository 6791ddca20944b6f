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
