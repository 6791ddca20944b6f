import { otherSideOf, sideOf } from '../../../shared/media-types.ts'
import type { Side } from '../../../shared/media-types.ts'
import type { MediaWords } from './media-words.ts'
import { markOf } from './taught-name.ts'
import type { Mark, TaughtName } from './taught-name.ts'

/**
 * Makes a marked side count: the media type is that of the side, and a word that no rule knows as a side becomes a
 * part of the media type's name beside it.
 */
export function settleSide(name: TaughtName, words: MediaWords): TaughtName {
  const [media, mark] = [markOf(name, 'media_type'), markOf(name, 'side')]
  if (media === undefined || mark === undefined) return name
  const known = words.sideOf(mark.text)
  const side = isSide(mark.value) ? mark.value : known
  if (side === undefined) return name
  const { mediaType, isOfMark } = name.expected
  const meant = isOfMark && mediaType !== undefined ? ofSide(mediaType, side) : mediaType
  const settled = {
    ...name,
    expected: { ...name.expected, mediaType: meant },
    marks: name.marks.map((each) => {
      if (each === mark) return { ...each, value: side }
      return each === media ? { ...each, value: meant ?? each.value } : each
    }),
  }
  return known === side ? settled : joinSide(settled)
}

function isSide(text: string): text is Side {
  return text === 'front' || text === 'back'
}

function ofSide(mediaType: string, side: Side): string {
  const own = sideOf(mediaType)
  return own === null || own === side ? mediaType : (otherSideOf(mediaType) ?? mediaType)
}

/** One mark for both, where nothing but separators stands between them. */
function joinSide(name: TaughtName): TaughtName {
  const both = name.marks.filter(({ field }) => field === 'media_type' || field === 'side')
  const [first, last] = [both[0], both.at(-1)]
  const media = markOf(name, 'media_type')
  if (first === undefined || last === undefined || media === undefined) return name
  if (/[^\s\-_.+,]/u.test(name.path.slice(first.end, last.start))) return name
  const joined: Mark = {
    ...media,
    start: first.start,
    end: last.end,
    text: name.path.slice(first.start, last.end),
  }
  const others = name.marks.filter((mark) => !both.includes(mark))
  return { ...name, marks: [...others, joined].sort((a, b) => a.start - b.start) }
}
