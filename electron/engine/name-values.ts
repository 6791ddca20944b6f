import type { Fields, NameReading, RecordedReading } from '../shared/readings.ts'
import type { Finding } from '../shared/finding-codes.ts'
import type { IndexJudgement } from './identify/indexing/index-judgement.ts'
import type { RulesInUse } from './rule-book.ts'

/** Whose a file is, and what it is. Null: nobody said. */
export interface Values {
  readonly entityId: string | null
  readonly mediaType: string | null
}

export interface NamedValues extends Values {
  readonly fields: Fields
}

export const nobodysValues: NamedValues = { entityId: null, mediaType: null, fields: {} }

/** What a name and an index file say about a file together. */
export interface ReadValues {
  readonly values: NamedValues
  readonly readBy: 'rule' | 'index' | null
  readonly ruleId: string | null
  readonly ruleVersion: number | null
  readonly recorded: RecordedReading | null
  readonly findings: readonly Finding[]
  /** Until when the file waits for its index row; null when it does not. */
  readonly waits: boolean
}

/** Joins what the rules read with what the index says, and keeps how that came about. */
export function joinReadings(
  path: string,
  reading: NameReading,
  index: IndexJudgement,
  rules: RulesInUse,
): ReadValues {
  const matched = reading.kind === 'match' ? reading : null
  const ruleVersion = matched === null ? null : (rules.ruleVersions[matched.ruleId] ?? null)
  const { source } = index
  const recorded: RecordedReading | null =
    source === null
      ? null
      : {
          source,
          path: path.normalize('NFC'),
          ruleId: matched?.ruleId ?? null,
          ruleName: matched?.ruleName ?? null,
          ruleVersion,
          setVersion: rules.version.version,
          spans: matched?.spans ?? [],
          date: matched?.date ?? null,
          indexPath: index.row?.indexPath ?? null,
          indexRow: index.row?.rowNumber ?? null,
        }
  return {
    values: source === null ? nobodysValues : index.values,
    readBy: source,
    ruleId: source === null ? null : (matched?.ruleId ?? null),
    ruleVersion: source === null ? null : ruleVersion,
    recorded,
    findings: index.findings,
    waits: index.waits,
  }
}
