import { explainMismatch } from './mismatch.ts'
import { takeApart } from './path-text.ts'
import type { PathSegment } from './path-text.ts'
import type { PatternSegment, ValueField } from './pattern.ts'
import type { CompiledRule, RuleSet } from './rule-set.ts'
import { canFit, findSplits } from './segment-split.ts'
import type { SegmentSplit } from './segment-split.ts'
import type { Span } from './segment-text.ts'

/** Which characters of the path, in its NFC form, gave a value. */
export interface ValueSpan extends Span {
  readonly field: ValueField
}

/** What one rule reads from a name. */
export interface RuleReading {
  readonly ruleId: string
  readonly ruleName: string
  /** In NFC, otherwise exactly as in the name; the endpoint may still not take it. */
  readonly entityId: string
  readonly mediaType: string
  readonly spans: readonly ValueSpan[]
}

/** Why one rule reads nothing from a name. */
export interface MismatchReason {
  readonly ruleId: string
  readonly ruleName: string
  readonly words: string
}

export type NameReading =
  | ({ readonly kind: 'match' } & RuleReading)
  | { readonly kind: 'none'; readonly reasons: readonly MismatchReason[] }
  /** Different results, at most `maxReadings` of them. Nothing says which one is meant. */
  | { readonly kind: 'conflict'; readonly readings: readonly RuleReading[] }

/** Two would do to know that a name is ambiguous; a person is shown a few more. */
const maxReadings = 8

/**
 * Reads whose scan a file is from its path, relative to its watched folder, with `/` between segments. Every rule
 * and every way to cut the name counts: only a single result is an answer.
 */
export function readName(ruleSet: RuleSet, relativePath: string): NameReading {
  const path = takeApart(relativePath, ruleSet.aliases)
  if (path.kind === 'unreadable') return none(ruleSet, () => path.words)
  const readings = new Map<string, RuleReading>()
  for (const rule of ruleSet.rules) {
    for (const reading of readByRule(rule, path.segments)) {
      const result = JSON.stringify([reading.entityId, reading.mediaType])
      if (!readings.has(result)) readings.set(result, reading)
      if (readings.size >= maxReadings) break
    }
    if (readings.size >= maxReadings) break
  }
  const [only, ...others] = readings.values()
  if (only === undefined) return none(ruleSet, (rule) => explainMismatch(rule, path.segments))
  return others.length === 0 ? { kind: 'match', ...only } : { kind: 'conflict', readings: [only, ...others] }
}

/** Reasons are for people, who look at a few names; they are put into words only when somebody asks. */
function none(ruleSet: RuleSet, explain: (rule: CompiledRule) => string): NameReading {
  let reasons: readonly MismatchReason[] | undefined
  return {
    kind: 'none',
    get reasons() {
      reasons ??= ruleSet.rules.map((rule) => ({
        ruleId: rule.id,
        ruleName: rule.name,
        words: explain(rule),
      }))
      return reasons
    },
  }
}

/** A value as one segment of a path gives it. */
interface FoundValue {
  readonly value: string
  readonly span: ValueSpan
}

type FoundValues = Partial<Record<ValueField, FoundValue>>

const nothing: readonly RuleReading[] = []

/** Every different result of one rule: each segment gives its values independently of the others. */
function readByRule(rule: CompiledRule, path: readonly PathSegment[]): readonly RuleReading[] {
  const first = path.length - rule.segments.length
  if (first < 0) return nothing
  let combinations: FoundValues[] = [{}]
  // The file's name first: it fails most often.
  for (let index = rule.segments.length - 1; index >= 0; index -= 1) {
    const [pattern, segment] = [rule.segments[index], path[first + index]]
    if (pattern === undefined || segment === undefined || !canFit(pattern, segment.content.text))
      return nothing
    const found = findValues(pattern, segment)
    if (found.length === 0) return nothing
    combinations = combinations
      .flatMap((outer) => found.map((inner) => ({ ...outer, ...inner })))
      .slice(0, maxReadings)
  }
  return combinations.flatMap(({ entity_id: entity, media_type: media }) => {
    const mediaType = media?.value ?? rule.fixedMediaType
    if (entity === undefined || mediaType === null) return []
    const spans = media === undefined ? [entity.span] : [entity.span, media.span]
    return [{ ruleId: rule.id, ruleName: rule.name, entityId: entity.value, mediaType, spans }]
  })
}

/** The different values that a folder's or the file's name gives, at most `maxReadings`. */
function findValues(pattern: PatternSegment, segment: PathSegment): FoundValues[] {
  const found = new Map<string, FoundValues>()
  for (const split of findSplits(pattern, segment.content)) {
    const values = takeValues(split, segment)
    const key = JSON.stringify([values.entity_id?.value, values.media_type?.value])
    if (!found.has(key)) found.set(key, values)
    if (found.size >= maxReadings) break
  }
  return [...found.values()]
}

function takeValues({ entity, media }: SegmentSplit, { content, offset }: PathSegment): FoundValues {
  const place = (field: ValueField, { start, end }: Span): ValueSpan => ({
    field,
    start: offset + start,
    end: offset + end,
  })
  return {
    ...(entity !== null && {
      entity_id: { value: content.text.slice(entity.start, entity.end), span: place('entity_id', entity) },
    }),
    ...(media !== null && { media_type: { value: media.mediaType, span: place('media_type', media) } }),
  }
}
