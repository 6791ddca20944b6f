import { findingCatalogue, findingCodes, fixedSeverityCodes } from '../../../electron/shared/finding-codes.ts'
import type {
  FindingCode,
  FindingConcern,
  FindingSeverity,
  Severities,
} from '../../../electron/shared/finding-codes.ts'

export interface SeverityGroup {
  readonly concern: FindingConcern
  readonly codes: readonly FindingCode[]
}

/** All findings by what they are about, in the order of the catalogue. */
export function severityGroups(): SeverityGroup[] {
  const concerns = [...new Set(findingCodes.map((code) => findingCatalogue[code].concerns))]
  return concerns.map((concern) => ({
    concern,
    codes: findingCodes.filter((code) => findingCatalogue[code].concerns === concern),
  }))
}

/** True for a finding that no folder can make milder. */
export function isFixed(code: FindingCode): boolean {
  return fixedSeverityCodes.has(code)
}

export function severityOf(severities: Severities, code: FindingCode): FindingSeverity {
  return severities[code] ?? findingCatalogue[code].severity
}

/** The severities that differ from the catalogue's, in its order; those of fixed findings count for nothing. */
export function changedSeverities(severities: Severities): Partial<Record<FindingCode, FindingSeverity>> {
  return Object.fromEntries(
    findingCodes
      .filter((code) => !isFixed(code) && severityOf(severities, code) !== findingCatalogue[code].severity)
      .map((code) => [code, severityOf(severities, code)]),
  )
}

/** The severities with one of them set. */
export function withSeverity(
  severities: Severities,
  code: FindingCode,
  severity: FindingSeverity,
): Partial<Record<FindingCode, FindingSeverity>> {
  return changedSeverities({ ...severities, [code]: severity })
}
