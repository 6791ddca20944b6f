import type { RuleReading } from '../../../shared/readings.ts'
import type { AliasTable } from './alias-table.ts'
import { readByExpression } from './expression-reading.ts'
import type { ReadablePath } from './path-text.ts'
import { readByPattern } from './pattern-reading.ts'
import type { CompiledRule } from './rule.ts'
import type { SideTable } from './side-names.ts'

/** What one rule makes of a path. */
export interface RuleResults {
  /** Different results, at most `maxReadings`. */
  readonly readings: readonly RuleReading[]
  /** Whether there are more of them. */
  readonly hasMore: boolean
}

/** Two would do to know that a name is ambiguous; a person is shown a few more. */
export const maxReadings = 8

const noResults: RuleResults = { readings: [], hasMore: false }

/** Every different result of one rule. `accepts` tells which entity ids count; null: every one. */
export function readByRule(
  rule: CompiledRule,
  path: ReadablePath,
  tables: { readonly aliases: AliasTable; readonly sides: SideTable },
  accepts: ((entityId: string) => boolean) | null = null,
): RuleResults {
  const { reader } = rule
  const readings =
    reader.kind === 'pattern'
      ? readByPattern(rule, reader, path, { accepts, limit: maxReadings + 1 })
      : readByExpression(rule, reader, path, tables)
  if (readings.length === 0) return noResults
  return { readings: readings.slice(0, maxReadings), hasMore: readings.length > maxReadings }
}
