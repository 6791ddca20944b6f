import { otherSideOf, sideOf } from '../../../shared/media-types.ts'
import type { Side } from '../../../shared/media-types.ts'
import type { Fields, RuleReading } from '../../../shared/readings.ts'
import type { IndexRow } from '../../../shared/records.ts'
import { combineSide } from '../naming/media-type-resolution.ts'

export type JudgedRow = Pick<
  IndexRow,
  'indexPath' | 'rowNumber' | 'entityId' | 'mediaType' | 'side' | 'fields' | 'problem'
>

/** A row with its media type found out. */
export interface UsableRow {
  readonly row: JudgedRow
  readonly entityId: string
  readonly mediaType: string | null
  readonly side: Side | null
  readonly saysSide: boolean
  readonly fields: Fields
}

/** What several rows say together; null where two of them contradict. What one leaves open, another may fill. */
export function joinRows(rows: readonly UsableRow[]): UsableRow | null {
  return rows.reduce<UsableRow | null>(
    (joined, row) => (joined === null ? null : joinTwo(joined, row)),
    rows[0] ?? null,
  )
}

function joinTwo(one: UsableRow, other: UsableRow): UsableRow | null {
  const mediaType = one.mediaType ?? other.mediaType
  const side = one.side ?? other.side
  const ownSide = mediaType === null ? null : sideOf(mediaType)
  const agree =
    one.entityId === other.entityId &&
    (other.mediaType ?? mediaType) === mediaType &&
    (other.side ?? side) === side &&
    (side ?? ownSide) === (ownSide ?? side) &&
    !contradict(one.fields, other.fields)
  if (!agree) return null
  const fields = { ...one.fields, ...other.fields }
  return { ...one, mediaType, side, saysSide: one.saysSide || other.saysSide, fields }
}

export interface AgreedValues {
  readonly entityId: string
  readonly mediaType: string | null
  readonly fields: Fields
}

/** What a row and a rule's reading say together; null where they contradict. */
export function joinRowWithReading(row: UsableRow, reading: RuleReading): AgreedValues | null {
  const mediaType = joinMediaTypes(row, reading)
  if (
    row.entityId !== reading.entityId ||
    mediaType === 'contradiction' ||
    contradict(row.fields, reading.fields)
  ) {
    return null
  }
  return { entityId: row.entityId, mediaType: mediaType.agreed, fields: { ...reading.fields, ...row.fields } }
}

function joinMediaTypes(
  row: UsableRow,
  reading: RuleReading,
): { readonly agreed: string | null } | 'contradiction' {
  if (reading.mediaType === null || row.mediaType === reading.mediaType) return { agreed: row.mediaType }
  if (row.mediaType === null) return addSide(reading, row.side)
  // A row that says only `licence` does not contradict a name that says its back.
  const isOtherSide = !row.saysSide && otherSideOf(row.mediaType) === reading.mediaType
  return isOtherSide ? { agreed: reading.mediaType } : 'contradiction'
}

function addSide({ mediaType, side: own }: RuleReading, side: Side | null) {
  if (side === null || mediaType === null) return { agreed: mediaType }
  const combined = own === null || own === side ? combineSide(mediaType, side) : null
  return combined === null ? 'contradiction' : { agreed: combined }
}

function contradict(one: Fields, other: Fields): boolean {
  return Object.entries(one).some(([name, value]) => other[name] !== undefined && other[name] !== value)
}
