import { IntrayError } from '../../shared/error-codes.ts'
import { foreignCharacters, isEntityId } from '../../shared/entity-id.ts'
import { fileFindingCodes } from '../../shared/finding-codes.ts'
import type { Finding, FindingCode } from '../../shared/finding-codes.ts'
import type { Item } from '../../shared/records.ts'

/** What a person typed; an absent value is one that was not touched. */
export interface Correction {
  readonly entityId?: string | undefined
  readonly mediaType?: string | undefined
}

export interface CorrectedValues {
  readonly entityId: string | null
  readonly mediaType: string | null
  /** True when the person changed something. */
  readonly byPerson: boolean
}

/** The values after a correction. Blanks around a typed value are a slip of the keyboard, never meant. */
export function correctValues(item: Item, correction: Correction): CorrectedValues {
  const entityId =
    correction.entityId === undefined ? item.entityId : correction.entityId.normalize('NFC').trim()
  const mediaType =
    correction.mediaType === undefined ? item.mediaType : correction.mediaType.normalize('NFC').trim()
  const values = {
    entityId: entityId === '' ? null : entityId,
    mediaType: mediaType === '' ? null : mediaType,
  }
  const byPerson = values.entityId !== item.entityId || values.mediaType !== item.mediaType
  return { ...values, byPerson }
}

/** Findings that a reason given by a person sets aside. Those of the file itself cannot be argued away. */
const overridableFindings: ReadonlySet<FindingCode> = new Set(['duplicate_other_entity'])

/**
 * Refuses an approval that would send something unknown or broken. Throws `item_blocked` with what is in the way.
 * `findings` are those that hold after the correction.
 */
export function refuseUnlessSendable(
  values: CorrectedValues,
  findings: readonly Finding[],
  reason: string | undefined,
): void {
  if (values.entityId === null) throw new IntrayError('item_blocked', 'The entity is missing.')
  if (!isEntityId(values.entityId)) {
    const foreign = foreignCharacters(values.entityId)
    const words =
      foreign.length === 0 ? 'it is too long' : `it holds ${foreign.map((one) => `“${one}”`).join(', ')}`
    throw new IntrayError('item_blocked', `The entity id cannot be sent: ${words}.`)
  }
  if (values.mediaType === null) throw new IntrayError('item_blocked', 'The media type is missing.')
  const blocking = findings.filter((finding) => finding.severity === 'block')
  const fixed = blocking.find((finding) => fileFindingCodes.has(finding.code))
  if (fixed !== undefined) throw new IntrayError('item_blocked', fixed.evidence)
  const argued = reason !== undefined && reason !== ''
  const open = blocking.find((finding) => !(argued && overridableFindings.has(finding.code)))
  if (open !== undefined) throw new IntrayError('item_blocked', open.evidence)
}
