import type { Fields } from '../../../shared/readings.ts'
import type { IndexRow } from '../../../shared/records.ts'
import type { RowPlace } from '../../../shared/sentences/index-sentences.ts'
import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'

/** Of many further values a person reads the first ones. */
const maxFields = 5

/** Where a row stands. The rows of tables begin below their headings; the first line is that of a sidecar. */
export function placeOf({ indexPath, rowNumber }: Pick<IndexRow, 'indexPath' | 'rowNumber'>): RowPlace {
  return { indexPath, line: rowNumber === 1 ? null : rowNumber }
}

/** `“4711” with ID card front, branch “Berlin”`. */
export function sayValues({
  entityId,
  mediaType,
  fields,
}: {
  readonly entityId: string | null
  readonly mediaType: string | null
  readonly fields: Fields
}): Sentence {
  const pairs = Object.entries(fields).slice(0, maxFields)
  return say('values', { entityId: entityId ?? '', mediaType, fields: pairs })
}
