import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import type { ItemState } from '../../../shared/item-states.ts'
import type { Side } from '../../../shared/media-types.ts'

/** Other items with the same content, by their numbers. */
export interface Duplicates {
  readonly sameEntity: readonly number[]
  readonly otherEntity: readonly { readonly itemId: number; readonly entityId: string }[]
  readonly rejected: readonly { readonly itemId: number; readonly reason: string | null }[]
}

/** The last item that had the same path with other content. */
export interface EarlierAtPath {
  readonly itemId: number
  readonly entityId: string | null
  readonly state: ItemState
}

export interface OtherInputs {
  /** What is in force now. Null or empty: nobody gave it. */
  readonly values: { readonly entityId: string | null; readonly mediaType: string | null }
  readonly duplicates: Duplicates
  readonly earlierAtPath: EarlierAtPath | null
  /** The side of the document that did not come in time. */
  readonly otherSide: { readonly missing: Side; readonly waitedMs: number } | null
  /** So many files of one entity, too many, in so short a time. */
  readonly entityCount: { readonly count: number; readonly withinMs: number } | null
  /** The rejected item whose new scan this is. */
  readonly rescanOf: number | null
}

/** What other items, by their content, their name or their number, say about this one. */
export function judgeOthers(inputs: OtherInputs): Finding[] {
  return [
    ...judgeDuplicates(inputs.duplicates),
    ...judgeName(inputs),
    ...judgeOtherSide(inputs),
    ...judgeCount(inputs),
    ...judgeRescan(inputs),
  ]
}

function judgeDuplicates({ sameEntity, otherEntity, rejected }: Duplicates): Finding[] {
  return [
    ...sameContent(
      'duplicate_same_entity',
      sameEntity.map((itemId) => ({ itemId, named: say('item', { itemId }) })),
    ),
    ...sameContent(
      'duplicate_other_entity',
      otherEntity.map(({ itemId, entityId }) => ({
        itemId,
        named: say('item_of_entity', { itemId, entityId }),
      })),
    ),
    ...sameContent(
      'duplicate_rejected',
      rejected.map(({ itemId, reason }) => ({
        itemId,
        named: reason ? say('item_rejected', { itemId, reason }) : say('item', { itemId }),
      })),
    ),
  ]
}

function sameContent(
  code: 'duplicate_same_entity' | 'duplicate_other_entity' | 'duplicate_rejected',
  others: readonly { readonly itemId: number; readonly named: Sentence }[],
): Finding[] {
  if (others.length === 0) return []
  return [
    finding(
      code,
      say('same_content', { items: others.map(({ named }) => named) }),
      others.map(({ itemId }) => itemId),
    ),
  ]
}

/** A new scan that was asked for has the name of the rejected one, as it should; unless it is somebody else's. */
function judgeName({ earlierAtPath, rescanOf, values }: OtherInputs): Finding[] {
  if (earlierAtPath === null) return []
  const { itemId, entityId, state } = earlierAtPath
  const isSomebodyElses = entityId !== null && values.entityId !== null && entityId !== values.entityId
  if (itemId === rescanOf && !isSomebodyElses) return []
  const evidence =
    entityId === null
      ? say('name_was_of', { itemId, state })
      : say('name_was_of_entity', { itemId, entityId, state })
  return [finding('same_name_other_content', evidence, [itemId])]
}

function judgeOtherSide({ otherSide }: OtherInputs): Finding[] {
  if (otherSide === null) return []
  const { missing: side, waitedMs } = otherSide
  const evidence =
    waitedMs > 0 ? say('side_did_not_come', { side, waitedMs }) : say('side_not_there', { side })
  return [finding('other_side_missing', evidence)]
}

function judgeCount({ entityCount, values }: OtherInputs): Finding[] {
  if (entityCount === null || values.entityId === null) return []
  const { count, withinMs } = entityCount
  const { entityId } = values
  return [finding('too_many_for_entity', say('many_for_entity', { count, entityId, withinMs }))]
}

function judgeRescan({ rescanOf }: OtherInputs): Finding[] {
  if (rescanOf === null) return []
  return [finding('rescan_received', say('replaces_item', { itemId: rescanOf }), [rescanOf])]
}
