import { findingCatalogue, fixedSeverityCodes } from '../../../shared/finding-codes.ts'
import type { Finding, FindingSeverity, Severities } from '../../../shared/finding-codes.ts'

const weight: Readonly<Record<FindingSeverity, number>> = { info: 0, warn: 1, block: 2 }

/**
 * Findings with the severities that a folder sets. What nobody may send cannot be lowered. A finding that was judged
 * milder than the catalogue says, for a reason in its evidence, is not raised above that.
 */
export function applySeverities(findings: readonly Finding[], severities: Severities): Finding[] {
  return findings.map((found) => {
    const wanted = severities[found.code]
    if (wanted === undefined || fixedSeverityCodes.has(found.code)) return found
    const isMilder = weight[found.severity] < weight[findingCatalogue[found.code].severity]
    const severity = isMilder && weight[found.severity] < weight[wanted] ? found.severity : wanted
    return { ...found, severity }
  })
}

/**
 * A finding of the file with its own severity again, where it comes from the ledger with that of a folder, which may
 * be another one by now. An extension of a close relative is only mentioned, by nature.
 */
export function restoreSeverity(found: Finding): Finding {
  if (found.code === 'extension_mismatch' && found.severity === 'info') return found
  return { ...found, severity: findingCatalogue[found.code].severity }
}
