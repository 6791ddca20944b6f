import type { Sentence } from '../../../shared/sentences/told.ts'
import { say, sayAll } from '../../../shared/sentences/say.ts'
import { isDeepStrictEqual } from 'node:util'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import type { Fields, NameReading, RuleReading } from '../../../shared/readings.ts'
import { joinRows, joinRowWithReading } from './row-agreement.ts'
import type { AgreedValues, JudgedRow, UsableRow } from './row-agreement.ts'
import { readMediaType } from './row-media-type.ts'
import type { MeaningOf } from './row-media-type.ts'
import { placeOf, sayValues } from './row-words.ts'

export interface IndexInputs {
  /** The rows of index files that name this file. */
  readonly rows: readonly JudgedRow[]
  /** Whether a row is expected for this file. */
  readonly applies: boolean
  readonly ruleReading: NameReading
  /** Whether it has waited for its row as long as it may. */
  readonly waited: boolean
  readonly meaningOf: MeaningOf
}

/** What rule and index say of a file together. */
export interface IndexJudgement {
  readonly values: {
    readonly entityId: string | null
    readonly mediaType: string | null
    readonly fields: Fields
  }
  /** Where the values come from; null where there are none, or where nothing tells which are right. */
  readonly source: 'rule' | 'index' | null
  /** The row that gave values. */
  readonly row: { readonly indexPath: string; readonly rowNumber: number } | null
  readonly findings: readonly Finding[]
  /** True while its row may still come. */
  readonly waits: boolean
}

const undecided = {
  values: { entityId: null, mediaType: null, fields: {} },
  source: null,
  row: null,
  waits: false,
}

/** A person reads a few rows, not a hundred. */
const maxShown = 5

/**
 * Joins what the name says with what the index says. Rows decide where no rule reads the name; where both say
 * something, they must agree, and a media type that the row leaves open is taken from the rule. A file for which
 * nothing comes waits, and keeps what its name says.
 */
export function judgeIndex({ rows, applies, ruleReading, waited, meaningOf }: IndexInputs): IndexJudgement {
  if (rows.length === 0) {
    const values = valuesOfRule(ruleReading)
    if (!applies) return { ...values, findings: [], waits: false }
    return { ...values, findings: waited ? [rowMissing(ruleReading)] : [], waits: !waited }
  }
  const read = rows.map((row) => readRow(row, meaningOf))
  const bad = read.filter((row) => 'words' in row)
  if (bad.length > 0) return { ...undecided, findings: [finding('index_row_malformed', inShort(bad))] }
  const usable = read.filter((row) => 'row' in row)
  const joined = joinRows(usable)
  if (joined === null) return { ...undecided, findings: [rowsConflict(usable)] }
  const agreed = agree(joined, ruleReading)
  if (agreed === null) return { ...undecided, findings: [disagreement(joined, ruleReading)] }
  const { indexPath, rowNumber } = joined.row
  return { values: agreed, source: 'index', row: { indexPath, rowNumber }, findings: [], waits: false }
}

function valuesOfRule(reading: NameReading): Pick<IndexJudgement, 'values' | 'source' | 'row'> {
  if (reading.kind !== 'match') return undecided
  const { entityId, mediaType, fields } = reading
  return { values: { entityId, mediaType, fields }, source: 'rule', row: null }
}

function rowMissing(reading: NameReading): Finding {
  const named = reading.kind === 'match' ? [say('name_says', { values: sayValues(reading) })] : []
  return finding('index_row_missing', sayAll([say('row_missing'), ...named]))
}

/** A row that can be used, or why it cannot. */
function readRow(row: JudgedRow, meaningOf: MeaningOf): UsableRow | Sentence {
  const { entityId, side, fields } = row
  const unusable = (why: Sentence): Sentence => say('row_has_problem', { ...placeOf(row), problem: why })
  if (row.problem !== null) return unusable(row.problem)
  if (entityId === null) return unusable(say('no_entity_id'))
  const { mediaType, saysSide, problem } = readMediaType(row.mediaType, side, meaningOf)
  if (problem !== null) return unusable(problem)
  return { row, entityId, mediaType, side, saysSide, fields }
}

/** Where the name can be read in several ways, the row says which of them is meant. */
function agree(row: UsableRow, reading: NameReading): AgreedValues | null {
  if (reading.kind === 'none') return pick(row)
  const readings = reading.kind === 'match' ? [reading] : reading.readings
  const agreed = readings.map((each) => joinRowWithReading(row, each)).filter((values) => values !== null)
  const [first, ...further] = agreed
  if (first === undefined) return null
  // Readings that differ in what the row leaves open add nothing to it.
  return further.every((each) => isDeepStrictEqual(each, first)) ? first : pick(row)
}

function pick({ entityId, mediaType, fields }: AgreedValues): AgreedValues {
  return { entityId, mediaType, fields }
}

function rowsConflict(rows: readonly UsableRow[]): Finding {
  return finding('index_rows_conflict', inShort(rows.map(sayRow)))
}

function disagreement(row: UsableRow, reading: NameReading): Finding {
  const readings: readonly RuleReading[] =
    reading.kind === 'match' ? [reading] : reading.kind === 'conflict' ? reading.readings : []
  const rules = readings.map((each) =>
    say('rule_reads', { ruleName: each.ruleName, values: sayValues(each) }),
  )
  return finding('index_disagrees', sayAll([sayRow(row), inShort(rules)]))
}

function sayRow({ row, ...values }: UsableRow): Sentence {
  return say('row_says', { ...placeOf(row), values: sayValues(values) })
}

function inShort(sentences: readonly Sentence[]): Sentence {
  const count = sentences.length - maxShown
  return sayAll([...sentences.slice(0, maxShown), ...(count > 0 ? [say('and_more', { count })] : [])])
}
