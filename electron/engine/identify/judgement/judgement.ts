import type { Finding, Severities } from '../../../shared/finding-codes.ts'
import type { ContentInspection } from '../content-inspection.ts'
import { judgeName } from './name-findings.ts'
import type { NameInputs } from './name-findings.ts'
import { judgeOthers } from './other-findings.ts'
import type { OtherInputs } from './other-findings.ts'
import { applySeverities, restoreSeverity } from './severities.ts'
import { judgeValues } from './value-findings.ts'
import type { ValueInputs } from './value-findings.ts'

/** Everything that findings are made of. What was not asked for, or does not hold, is null. */
export interface JudgementInputs extends NameInputs, ValueInputs, OtherInputs {
  readonly inspection: Pick<ContentInspection, 'family' | 'findings'>
  /** What was found about index rows. What a person decided since then is decided: it is not asked again. */
  readonly index: readonly Finding[]
  /** The folder's own severities. */
  readonly severities: Severities
}

/** Everything that is to be said about a file: the file itself first, then its values, other items, the index. */
export function judge(inputs: JudgementInputs): Finding[] {
  const findings = [
    ...inputs.inspection.findings.map(restoreSeverity),
    ...judgeName(inputs),
    ...judgeValues(inputs),
    ...judgeOthers(inputs),
    ...inputs.index,
  ]
  return applySeverities(findings, inputs.severities)
}
