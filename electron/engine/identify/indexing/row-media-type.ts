import type { Sentence } from '../../../shared/sentences/told.ts'
import type { Side } from '../../../shared/media-types.ts'
import { explainContradiction, mediaTypeBeside } from '../naming/media-meaning.ts'
import type { MediaMeaning } from '../naming/media-meaning.ts'

/** What a text means as a media type, by its aliases. */
export type MeaningOf = (text: string) => MediaMeaning

export interface RowMediaType {
  readonly mediaType: string | null
  /** Whether the row says which side it is. A kind without a side is taken for the front until a name says more. */
  readonly saysSide: boolean
  readonly problem: Sentence | null
}

/** What a row's text and its side mean together. */
export function readMediaType(text: string | null, side: Side | null, meaningOf: MeaningOf): RowMediaType {
  if (text === null) return { mediaType: null, saysSide: side !== null, problem: null }
  const meaning = meaningOf(text)
  const mediaType = mediaTypeBeside(meaning, side)
  if (mediaType === null && side !== null) {
    return { mediaType: null, saysSide: false, problem: explainContradiction(text, meaning, side) }
  }
  return { mediaType, saysSide: side !== null || meaning.saysSide, problem: null }
}
