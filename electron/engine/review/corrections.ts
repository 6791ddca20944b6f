import { foreignCharacters, hasDotSegment, isEntityId } from '../../shared/entity-id.ts'
import { IntrayError } from '../../shared/error-codes.ts'
import { findingCatalogue } from '../../shared/finding-codes.ts'
import type { Finding } from '../../shared/finding-codes.ts'
import type { Fields } from '../../shared/readings.ts'
import type { Item } from '../../shared/records.ts'
import { asSentence, say, sayAll } from '../../shared/sentences/say.ts'
import type { Sentence } from '../../shared/sentences/told.ts'

/** What a person typed; an absent value is one that was not touched. */
export interface Correction {
  readonly entityId?: string | undefined
  readonly mediaType?: string | undefined
  /** All further values together: one that is not named here is removed. */
  readonly fields?: Fields | undefined
}

export interface CorrectedValues {
  readonly entityId: string | null
  readonly mediaType: string | null
  readonly fields: Fields
  /** True when the person changed something. */
  readonly byPerson: boolean
}

/** The values after a correction. Blanks around a typed value are a slip of the keyboard, never meant. */
export function correctValues(
  item: Pick<Item, 'entityId' | 'mediaType' | 'fields'>,
  correction: Correction,
): CorrectedValues {
  const entityId = typed(correction.entityId, item.entityId)
  const mediaType = typed(correction.mediaType, item.mediaType)
  const fields = correction.fields === undefined ? item.fields : typedFields(correction.fields)
  const byPerson = entityId !== item.entityId || mediaType !== item.mediaType || !isSame(fields, item.fields)
  return { entityId, mediaType, fields, byPerson }
}

function typed(text: string | undefined, present: string | null): string | null {
  const value = text === undefined ? present : clean(text)
  return value === '' ? null : value
}

/** A further value without a text is none. */
function typedFields(fields: Fields): Fields {
  const cleaned = Object.entries(fields).map(([name, text]) => [name, clean(text)] as const)
  return Object.fromEntries(cleaned.filter(([, text]) => text !== ''))
}

function clean(text: string): string {
  return text.normalize('NFC').trim()
}

function isSame(one: Fields, other: Fields): boolean {
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && one[name] === other[name])
  )
}

/**
 * Refuses an approval that would send something unknown or broken. Throws `item_blocked` with what is in the way.
 * `findings` are those that hold after the correction. A reason sets aside what the catalogue calls overridable:
 * what is wrong with the file itself cannot be argued away.
 */
export function refuseUnlessSendable(
  { entityId, mediaType }: Pick<CorrectedValues, 'entityId' | 'mediaType'>,
  findings: readonly Finding[],
  reason: string | undefined,
): void {
  if (entityId === null) throw new IntrayError('item_blocked', say('entity_lacks'))
  const fault = whyUnsendable(entityId)
  if (fault !== null) throw new IntrayError('item_blocked', say('entity_id_unsendable', { reason: fault }))
  if (mediaType === null) throw new IntrayError('item_blocked', say('media_type_lacks'))
  const blocking = findings.filter((finding) => finding.severity === 'block')
  const fixed = blocking.find(({ code }) => !findingCatalogue[code].overridable)
  if (fixed !== undefined) throw new IntrayError('item_blocked', evidenceOf(fixed))
  const [open] = reason === undefined || reason.trim() === '' ? blocking : []
  if (open !== undefined) {
    throw new IntrayError('item_blocked', sayAll([evidenceOf(open), say('reason_needed')]))
  }
}

function evidenceOf({ evidence, said }: Finding): Sentence {
  return asSentence({ words: evidence, said })
}

function whyUnsendable(entityId: string): Sentence | null {
  const foreign = foreignCharacters(entityId)
  if (foreign.length > 0) return say('holds_characters', { characters: foreign })
  if (!isEntityId(entityId)) return say('is_too_long')
  return hasDotSegment(entityId) ? say('has_part_of_dots') : null
}
