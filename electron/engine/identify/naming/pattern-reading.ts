import { sides } from '../../../shared/media-types.ts'
import type { Side } from '../../../shared/media-types.ts'
import type { RuleReading } from '../../../shared/readings.ts'
import { cutPath, mayFit } from './path-cut.ts'
import type { ReadablePath } from './path-text.ts'
import type { PatternVariant } from './pattern.ts'
import { isSameResult, readingOf } from './rule-reading.ts'
import type { CompiledRule } from './rule.ts'
import type { PatternReader } from './rule-reader.ts'
import type { MatchAim } from './segment-match.ts'

export interface ReadOptions {
  /** Which entity ids count; null: every one. */
  readonly accepts: ((entityId: string) => boolean) | null
  /** How many results are asked for. */
  readonly limit: number
}

const nothing: readonly RuleReading[] = []

/** The different results of a rule with a pattern. */
export function readByPattern(
  rule: CompiledRule,
  { variants, mask }: PatternReader,
  path: ReadablePath,
  { accepts, limit }: ReadOptions,
): readonly RuleReading[] {
  if ((path.nameMask & mask) !== mask || !variants.some((variant) => mayFit(variant, path))) return nothing
  const { ignored, make } = rule.values.entityIds
  const readings: RuleReading[] = []
  const collect = (variant: PatternVariant, side: Side | null, aim: MatchAim): boolean => {
    const cuts = cutPath(variant, path, aim, { makeEntityId: make, limit })
    for (const cut of cuts) {
      const reading = readingOf(rule, side, cut)
      if (reading !== null && !readings.some((other) => isSameResult(other, reading))) readings.push(reading)
    }
    return cuts.length > 0
  }
  for (const variant of variants) {
    if (!mayFit(variant, path)) continue
    for (const side of variant.readsSide ? sides : [rule.values.side]) {
      if (readings.length >= limit) break
      const aim = {
        side,
        compounds: false,
        ignoredInEntity: ignored,
        acceptsEntity: accepts === null ? null : (written: string) => accepts(make(written)),
      }
      const isRead = collect(variant, side, aim)
      // `4711_passport_photo` has two names side by side; that both belong to the media type is a reading too.
      if ((isRead || accepts !== null) && isDoubtful(variant, path))
        collect(variant, side, { ...aim, compounds: true })
    }
  }
  return readings
}

function isDoubtful({ segments, doubtfulSegment }: PatternVariant, path: ReadablePath): boolean {
  if (doubtfulSegment === -1) return false
  const segment = path.segments[path.segments.length - segments.length + doubtfulSegment]
  return segment?.content.hasCompounds() ?? false
}
