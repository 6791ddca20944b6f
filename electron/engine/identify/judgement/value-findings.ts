import { foreignCharacters, hasDotSegment, isEntityId } from '../../../shared/entity-id.ts'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import type { NameReading } from '../../../shared/readings.ts'
import type { EntityCheck } from '../../../shared/records.ts'
import type { ContentInspection } from '../content-inspection.ts'
import { characterInWords, listInWords, momentInWords, quote } from '../evidence.ts'
import { checkPlausibility } from './plausibility.ts'

export interface ValueInputs {
  readonly inspection: Pick<ContentInspection, 'family'>
  readonly reading: NameReading
  /** What is in force now. Null or empty: nobody gave it. */
  readonly values: { readonly entityId: string | null; readonly mediaType: string | null }
  /** Why the entity id has not the organisation's form, as a sentence. */
  readonly entityProblem: string | null
  /**
   * Whether the media type is documented, or has names under Rules. True also of what a rule gave: rules hold media
   * types that somebody chose, a row or a keyboard may hold a slip.
   */
  readonly knownMediaType: boolean
  /** What the endpoint last said about the entity. An answer about another one does not count. */
  readonly entityCheck: EntityCheck | null
}

/** What is wrong with the entity and the media type, whoever gave them. */
export function judgeValues(inputs: ValueInputs): Finding[] {
  return [...judgeEntity(inputs), ...judgeMediaType(inputs)]
}

function judgeEntity({ values, entityProblem, entityCheck }: ValueInputs): Finding[] {
  const entityId = values.entityId ?? ''
  if (entityId === '') return []
  const malformed = whyMalformed(entityId)
  if (malformed !== null) return [finding('entity_id_malformed', malformed)]
  const foreign = entityProblem === null ? [] : [finding('entity_id_foreign', entityProblem)]
  if (entityCheck?.entityId !== entityId || entityCheck.result === 'known') return foreign
  const code = entityCheck.result === 'unknown' ? 'entity_unknown' : 'entity_placeholder'
  const evidence = `The endpoint said so on ${momentInWords(entityCheck.checkedAtMs)}.`
  return [...foreign, finding(code, evidence)]
}

/** Why no upload could carry this id; null where one can. */
function whyMalformed(entityId: string): string | null {
  const foreign = foreignCharacters(entityId).map(characterInWords)
  if (foreign.length > 0) return `${quote(entityId)} holds ${listInWords(foreign)}.`
  if (!isEntityId(entityId)) {
    return `It has ${String(entityId.length)} characters; the endpoint takes 128.`
  }
  return hasDotSegment(entityId)
    ? `A part of ${quote(entityId)} is “.” or “..”, which no address of an upload can carry.`
    : null
}

function judgeMediaType(inputs: ValueInputs): Finding[] {
  const { values, inspection, knownMediaType } = inputs
  const mediaType = values.mediaType ?? ''
  if (mediaType === '') return (values.entityId ?? '') === '' ? [] : [mediaTypeMissing(inputs)]
  const evidence = `${quote(mediaType)} is not documented, and not one of the media types under Rules.`
  return [
    ...(knownMediaType ? [] : [finding('media_type_unknown', evidence)]),
    ...(inspection.family === null ? [] : checkPlausibility(inspection.family, mediaType)),
  ]
}

function mediaTypeMissing({ reading, values }: ValueInputs): Finding {
  const readsEntityAlone =
    reading.kind === 'match' && reading.mediaType === null && reading.entityId === values.entityId
  return finding(
    'media_type_missing',
    readsEntityAlone ? `Rule “${reading.ruleName}” reads the entity alone.` : 'Nobody gave it yet.',
  )
}
