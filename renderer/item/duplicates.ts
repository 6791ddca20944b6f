import type { FindingCode } from '../../electron/shared/finding-codes.ts'
import type { Item } from '../../electron/shared/records.ts'

const duplicateCodes: ReadonlySet<FindingCode> = new Set(['duplicate_same_entity', 'duplicate_other_entity'])

/** True when the same content is known already, so that sending it again needs a reason. */
export function isDuplicate(item: Item): boolean {
  return item.findings.some((finding) => duplicateCodes.has(finding.code))
}
