import { foreignCharacters, isEntityId } from '../../../shared/entity-id.ts'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import { mediaTypeLabel } from '../../../shared/media-types.ts'
import { characterInWords, listInWords, quote } from '../evidence.ts'
import type { ContentInspection } from '../content-inspection.ts'
import type { NameReading, RuleReading } from '../naming/name-reading.ts'
import { checkPlausibility } from './plausibility.ts'

/** Other items with the same content, by their numbers. */
export interface Duplicates {
  readonly sameEntity: readonly number[]
  readonly otherEntity: readonly { readonly itemId: number; readonly entityId: string }[]
}

export interface JudgementInputs {
  readonly inspection: Pick<ContentInspection, 'family' | 'findings'>
  readonly reading: NameReading
  /** What is in force now: a rule's reading, or what a person made of it. Null or empty: nobody gave it. */
  readonly values: { readonly entityId: string | null; readonly mediaType: string | null }
  readonly duplicates: Duplicates
}

/** A person reads the reasons of a few rules, not of fifty. */
const maxReasons = 5

/** Everything that is to be said about a file, the file itself first. */
export function judge({ inspection, reading, values, duplicates }: JudgementInputs): Finding[] {
  const [entityId, mediaType] = [values.entityId ?? '', values.mediaType ?? '']
  return [
    ...inspection.findings,
    ...judgeEntity(entityId, reading),
    ...(entityId !== '' && mediaType === '' ? [finding('media_type_missing', 'Nobody gave it yet.')] : []),
    ...(inspection.family === null || mediaType === ''
      ? []
      : checkPlausibility(inspection.family, mediaType)),
    ...judgeDuplicates(duplicates),
  ]
}

function judgeEntity(entityId: string, reading: NameReading): Finding[] {
  if (entityId === '') {
    return [reading.kind === 'conflict' ? rulesDisagree(reading.readings) : noRule(reading)]
  }
  if (isEntityId(entityId)) return []
  const foreign = foreignCharacters(entityId).map(characterInWords)
  const evidence =
    foreign.length > 0
      ? `${quote(entityId)} holds ${listInWords(foreign)}.`
      : `It has ${String(entityId.length)} characters; the endpoint takes 128.`
  return [finding('entity_id_malformed', evidence)]
}

function noRule(reading: Exclude<NameReading, { kind: 'conflict' }>): Finding {
  if (reading.kind === 'match') return finding('no_rule', 'Nobody gave the entity id yet.')
  if (reading.reasons.length === 0) return finding('no_rule', 'No naming rule is in force.')
  const shown = reading.reasons
    .slice(0, maxReasons)
    .map(({ ruleName, words }) => `Rule “${ruleName}”: ${words}`)
  const more = reading.reasons.length - shown.length
  return finding(
    'no_rule',
    [...shown, ...(more > 0 ? [`${String(more)} further rules do not fit either.`] : [])].join(' '),
  )
}

function rulesDisagree(readings: readonly RuleReading[]): Finding {
  const words = readings.map(
    ({ entityId, mediaType, ruleName }) =>
      `${quote(entityId)} with ${mediaTypeLabel(mediaType)} (rule “${ruleName}”)`,
  )
  return finding('rules_disagree', `It could be ${words.join(', or ')}.`)
}

function judgeDuplicates({ sameEntity, otherEntity }: Duplicates): Finding[] {
  const same = sameEntity.map((itemId) => `item ${String(itemId)}`)
  const other = otherEntity.map(
    ({ itemId, entityId }) => `item ${String(itemId)} (entity ${quote(entityId)})`,
  )
  return [
    ...(same.length > 0 ? [finding('duplicate_same_entity', `The same content: ${listInWords(same)}.`)] : []),
    ...(other.length > 0
      ? [finding('duplicate_other_entity', `The same content: ${listInWords(other)}.`)]
      : []),
  ]
}
