import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { foreignCharacters, hasDotSegment, isEntityId } from '../../../shared/entity-id.ts'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import type { NameReading } from '../../../shared/readings.ts'
import type { EntityCheck } from '../../../shared/records.ts'
import type { ContentInspection } from '../content-inspection.ts'
import { checkPlausibility } from './plausibility.ts'

export interface ValueInputs {
  readonly inspection: Pick<ContentInspection, 'family'>
  readonly reading: NameReading
  /** What is in force now. Null or empty: nobody gave it. */
  readonly values: { readonly entityId: string | null; readonly mediaType: string | null }
  /** Why the entity id has not the organisation's form. */
  readonly entityProblem: Sentence | null
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
  return [...foreign, finding(code, say('endpoint_said_so', { atMs: entityCheck.checkedAtMs }))]
}

/** Why no upload could carry this id; null where one can. */
function whyMalformed(entityId: string): Sentence | null {
  const characters = foreignCharacters(entityId)
  if (characters.length > 0) return say('foreign_characters', { entityId, characters })
  if (!isEntityId(entityId)) return say('entity_id_too_long', { length: entityId.length })
  return hasDotSegment(entityId) ? say('entity_id_dots', { entityId }) : null
}

function judgeMediaType(inputs: ValueInputs): Finding[] {
  const { values, inspection, knownMediaType } = inputs
  const mediaType = values.mediaType ?? ''
  if (mediaType === '') return (values.entityId ?? '') === '' ? [] : [mediaTypeMissing(inputs)]
  return [
    ...(knownMediaType ? [] : [finding('media_type_unknown', say('media_type_new', { mediaType }))]),
    ...(inspection.family === null ? [] : checkPlausibility(inspection.family, mediaType)),
  ]
}

function mediaTypeMissing({ reading, values }: ValueInputs): Finding {
  const readsEntityAlone =
    reading.kind === 'match' && reading.mediaType === null && reading.entityId === values.entityId
  return finding(
    'media_type_missing',
    readsEntityAlone ? say('rule_reads_entity_alone', { ruleName: reading.ruleName }) : say('nobody_gave_it'),
  )
}
