import { aliasKey, otherSideOf, sideOf } from '../../../shared/media-types.ts'
import type { Side } from '../../../shared/media-types.ts'
import { meaningOfKind } from './media-meaning.ts'
import type { MediaMeaning } from './media-meaning.ts'
import type { RuleSet } from './rule-set.ts'

/** The media type that a person means by a text: one that has this name, or else the text itself. */
export function resolveMediaType({ aliases }: Pick<RuleSet, 'aliases'>, text: string): string {
  const [only, ...others] = aliases.typesByKey.get(aliasKey(text)) ?? []
  return only !== undefined && others.length === 0 ? only : text
}

/** What a text means as a media type, and what a side beside it makes of it. A text that is no name stands for itself. */
export function meaningOf({ aliases }: Pick<RuleSet, 'aliases'>, text: string): MediaMeaning {
  const [only, ...others] = aliases.nameByKey.get(aliasKey(text))?.meanings ?? []
  return only !== undefined && others.length === 0 ? only : meaningOfKind(text, aliases.mediaTypes)
}

/** Whether a media type has a name in the table: it is documented, ships with Intray, or somebody added it. */
export function isKnownMediaType({ aliases }: Pick<RuleSet, 'aliases'>, mediaType: string): boolean {
  return aliases.typesByKey.get(aliasKey(mediaType))?.includes(mediaType) ?? false
}

/**
 * The media type of the same document and this side; null where `known` has no such side. What has no sides is its own
 * front. Without `known`, the documented media types count.
 */
export function combineSide(
  mediaType: string,
  side: Side | null,
  known?: ReadonlySet<string>,
): string | null {
  const own = sideOf(mediaType)
  if (side === null || side === own) return mediaType
  if (own === null) return side === 'front' ? mediaType : null
  return otherSideOf(mediaType, known)
}
