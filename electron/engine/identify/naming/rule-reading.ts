import type { Side } from '../../../shared/media-types.ts'
import type { Fields, ReadField, RuleReading, ValueSpan } from '../../../shared/readings.ts'
import { fillTemplate } from './entity-id-making.ts'
import { mediaTypeBeside } from './media-meaning.ts'
import type { CompiledRule } from './rule.ts'

/** A value that a part of a path gives: an entity id as it is made of it, a media type that it means, a date, a text. */
export interface FoundValue extends ValueSpan {
  /** Null for a media type that has no known name. */
  readonly value: string | null
}

/** Joins what a rule found, in the order of the path, with what it gives itself; null where that is no result. */
export function readingOf(
  rule: CompiledRule,
  side: Side | null,
  found: readonly FoundValue[],
): RuleReading | null {
  const { template, entityIds, media } = rule.values
  const filled = template === null ? null : fillTemplate(template, (field) => valueOf(found, field))
  const entityId = filled === null ? valueOf(found, 'entity_id') : entityIds.make(filled)
  if (entityId === null || entityId === '') return null
  const mediaType = media === null ? valueOf(found, 'media_type') : mediaTypeBeside(media, side)
  if (media !== null && mediaType === null) return null
  return {
    ruleId: rule.id,
    ruleName: rule.name,
    entityId,
    mediaType,
    side,
    date: valueOf(found, 'date'),
    fields: fieldsOf(rule.values.fields, found),
    spans: found.map(({ field, start, end }) => ({ field, start, end })),
  }
}

/** Whether two readings have the same result: the entity, the media type and the further values. */
export function isSameResult(left: RuleReading, right: RuleReading): boolean {
  if (left.entityId !== right.entityId || left.mediaType !== right.mediaType) return false
  if (left.fields === right.fields) return true
  const names = Object.keys(left.fields)
  return (
    names.length === Object.keys(right.fields).length &&
    names.every((name) => left.fields[name] === right.fields[name])
  )
}

function valueOf(found: readonly FoundValue[], wanted: ReadField): string | null {
  for (const { field, value } of found) if (field === wanted) return value
  return null
}

function fieldsOf(fixed: Fields, found: readonly FoundValue[]): Fields {
  let fields: Record<string, string> | undefined
  for (const { field, value } of found) {
    if (field.startsWith('field:') && value !== null)
      (fields ??= { ...fixed })[field.slice('field:'.length)] = value
  }
  return fields ?? fixed
}
