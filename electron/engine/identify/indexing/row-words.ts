import { mediaTypeLabel } from '../../../shared/media-types.ts'
import type { Fields } from '../../../shared/readings.ts'
import type { IndexRow } from '../../../shared/records.ts'
import { quote } from '../evidence.ts'

/** Where a row stands. The rows of tables begin below their headings; the first line is that of a sidecar. */
export function placeInWords({ indexPath, rowNumber }: Pick<IndexRow, 'indexPath' | 'rowNumber'>): string {
  return rowNumber === 1 ? indexPath : `${indexPath}, line ${rowNumber}`
}

/** `“4711” with ID card front, branch “Berlin”`. */
export function valuesInWords(values: {
  readonly entityId: string | null
  readonly mediaType: string | null
  readonly fields: Fields
}): string {
  const fields = Object.entries(values.fields).map(([name, value]) => `, ${name} ${quote(value)}`)
  const type =
    values.mediaType === null ? ' without a media type' : ` with ${mediaTypeLabel(values.mediaType)}`
  return `${quote(values.entityId ?? '')}${type}${fields.slice(0, 5).join('')}`
}
