import { sideOf } from '../../../shared/media-types.ts'
import { freeStretchesOf } from './media-place.ts'
import type { MediaWords } from './media-words.ts'
import { markOf, withMarks } from './taught-name.ts'
import type { Mark, TaughtName } from './taught-name.ts'

/**
 * Marks the word for the side of an example whose media type has one, unless the name of its media type says it:
 * without it a rule would take the other side for this one.
 */
export function markSide(name: TaughtName, words: MediaWords): TaughtName {
  const side = name.expected.mediaType === undefined ? null : sideOf(name.expected.mediaType)
  const media = markOf(name, 'media_type')
  const saysItself = media !== undefined && words.typesOf(media.text).length > 0 && !words.isKind(media.text)
  if (side === null || saysItself || markOf(name, 'side') !== undefined) return name
  const found = freeStretchesOf(name)
    .flatMap(({ start, end }) =>
      [...name.path.slice(start, end).matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ index, 0: text }): Mark => {
        const at = start + index
        return { field: 'side', start: at, end: at + text.length, text, value: side, zerosBefore: 0 }
      }),
    )
    .filter(({ text }) => words.sideOf(text) === side)
  // A single letter may be anything; a whole word, and the one nearest behind the media type, comes first.
  const [best] = found.sort(
    (a, b) => b.text.length - a.text.length || distance(a, media) - distance(b, media),
  )
  return best === undefined ? name : withMarks(name, [best])
}

function distance({ start }: Mark, media: Mark | undefined): number {
  return media === undefined ? -start : Math.abs(start - media.end)
}
