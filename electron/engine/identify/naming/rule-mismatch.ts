import { explainExpression } from './expression-mismatch.ts'
import type { Mismatch } from './mismatch.ts'
import type { ReadablePath } from './path-text.ts'
import { explainVariant } from './pattern-mismatch.ts'
import type { CompiledRule } from './rule.ts'
import type { RuleSet } from './rule-set.ts'

/** Says in plain words where a rule that reads nothing from a path stopped fitting it. */
export function explainMismatch(
  rule: CompiledRule,
  path: ReadablePath,
  tables: Pick<RuleSet, 'aliases' | 'sides'>,
): Mismatch {
  const { reader } = rule
  if (reader.kind === 'expression') return explainExpression(rule, reader, path, tables)
  // Of a pattern with optional parts, the way that came furthest is what a person meant.
  return reader.variants
    .map((variant) => explainVariant(rule, variant, path))
    .reduce((best, other) => ((other.stoppedAt ?? -1) > (best.stoppedAt ?? -1) ? other : best))
}
