import {
  aliasKey,
  documentedMediaTypes,
  fullMediaTypeNames,
  otherSideOf,
  shippedKindNames,
  shippedMediaTypeAliases,
} from '../../../shared/media-types.ts'
import type { Side } from '../../../shared/media-types.ts'
import { combineSide } from '../naming/media-type-resolution.ts'
import { quote } from '../evidence.ts'

/** The media type of a text, by its aliases; the text itself where it is no alias. */
export type ResolveMediaType = (text: string) => string

export interface RowMediaType {
  readonly mediaType: string | null
  /** Whether the row says which side it is. A kind without a side is taken for the front until a name says more. */
  readonly saysSide: boolean
  readonly problem: string | null
}

/** What a row's text and its side mean together. */
export function readMediaType(
  text: string | null,
  side: Side | null,
  resolveMediaType: ResolveMediaType,
): RowMediaType {
  if (text === null) return { mediaType: null, saysSide: side !== null, problem: null }
  const mediaType = resolveMediaType(text)
  const hasOwnSide = sidedNames.has(aliasKey(text))
  const combined = combineSide(mediaType, side)
  if (combined === null || (hasOwnSide && combined !== mediaType)) {
    const words = `${quote(text)} and the side “${String(side)}” do not fit together.`
    return { mediaType: null, saysSide: false, problem: words }
  }
  return { mediaType: combined, saysSide: side !== null || hasOwnSide, problem: null }
}

/** Names of documents with two sides that say themselves which one they mean. */
const sidedNames: ReadonlySet<string> = listSidedNames()

function listSidedNames(): Set<string> {
  const kinds = new Set(shippedKindNames.map(aliasKey))
  const names = [
    ...documentedMediaTypes.map((value) => [value, [value, value.replace(/^IMAGE_/, '')]] as const),
    ...Object.entries(shippedMediaTypeAliases),
    ...Object.entries(fullMediaTypeNames),
  ]
  const sided = names
    .filter(([mediaType]) => otherSideOf(mediaType) !== null)
    .flatMap(([, aliases]) => aliases)
  return new Set(sided.map(aliasKey).filter((key) => !kinds.has(key)))
}
