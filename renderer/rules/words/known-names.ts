import {
  aliasKey,
  documentedMediaTypes,
  shippedMediaTypeAliases,
} from '../../../electron/shared/media-types.ts'
import type { MediaTypeAliases } from '../../../electron/shared/rules.ts'
import { mediaTypeName } from '../../item/media-type-name.ts'

/** A media type with its names: those that Intray brings along, and those of the house. */
export interface NamedType {
  readonly mediaType: string
  readonly label: string
  readonly known: readonly string[]
  /** Null where the house has said nothing of it. */
  readonly own: readonly string[] | null
}

/** Every media type that has a name: those of the house first, then the documented ones, then the others. */
export function namedTypes(own: MediaTypeAliases): readonly NamedType[] {
  const types = new Set([
    ...Object.keys(own),
    ...documentedMediaTypes,
    ...Object.keys(shippedMediaTypeAliases),
  ])
  return [...types].map((mediaType) => ({
    mediaType,
    label: mediaTypeName(mediaType),
    known: shippedMediaTypeAliases[mediaType] ?? [],
    own: own[mediaType] ?? null,
  }))
}

/** Those whose value, label or one of whose names holds the text, however it is written. */
export function typesWith(types: readonly NamedType[], text: string): readonly NamedType[] {
  const key = aliasKey(text)
  return types.filter(({ mediaType, label, known, own }) =>
    [mediaType, label, ...known, ...(own ?? [])].some((name) => aliasKey(name).includes(key)),
  )
}

/** `a, b` -> `['a', 'b']`; empty and repeated names are left out. */
export function namesOf(text: string): string[] {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return [...new Set(names)]
}
