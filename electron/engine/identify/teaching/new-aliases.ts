import { aliasKey, otherSideOf, sideOf } from '../../../shared/media-types.ts'
import type { MediaTypeAliases } from '../../../shared/rules.ts'
import type { MediaWords } from './media-words.ts'
import { markOf } from './taught-name.ts'
import type { TaughtName } from './taught-name.ts'

/**
 * The names of media types that the examples use and the table does not know, by media type. Null where an example
 * says that a text names a media type and neither says nor is known for which.
 */
export function findNewAliases(names: readonly TaughtName[], words: MediaWords): MediaTypeAliases | null {
  const found = new Map<string, Map<string, string>>()
  for (const name of names) {
    const mark = markOf(name, 'media_type')
    if (mark === undefined) continue
    const key = aliasKey(mark.text)
    const types = words.typesOf(mark.text)
    const isMeaningless = name.expected.mediaType === undefined && types.length === 0
    if (key === '' || isMeaningless) return null
    const mediaType = documentOf(mark.value, markOf(name, 'side') !== undefined)
    const isKnown =
      name.expected.mediaType === undefined || types.some((type) => type === mark.value || type === mediaType)
    if (isKnown) continue
    const aliases = found.get(mediaType) ?? new Map<string, string>()
    found.set(mediaType, aliases.set(key, aliases.get(key) ?? mark.text.toLowerCase()))
  }
  return Object.fromEntries([...found].map(([mediaType, aliases]) => [mediaType, [...aliases.values()]]))
}

/** Where the side stands in another part of the name, both sides share one name: that of the front. */
export function documentOf(mediaType: string, hasSide: boolean): string {
  return hasSide && sideOf(mediaType) === 'back' ? (otherSideOf(mediaType) ?? mediaType) : mediaType
}

/** Aliases of both, each once. */
export function joinAliases(
  first: Readonly<Record<string, readonly string[]>>,
  second: Readonly<Record<string, readonly string[]>>,
): MediaTypeAliases {
  const mediaTypes = [...new Set([...Object.keys(first), ...Object.keys(second)])]
  return Object.fromEntries(
    mediaTypes.map((mediaType) => [
      mediaType,
      [...new Set([...(first[mediaType] ?? []), ...(second[mediaType] ?? [])])],
    ]),
  )
}
