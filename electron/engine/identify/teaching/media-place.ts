import { otherSideOf } from '../../../shared/media-types.ts'
import type { MediaWords } from './media-words.ts'
import { plainCellsOf } from './name-cells.ts'
import { markOf } from './taught-name.ts'
import type { Mark, TaughtName } from './taught-name.ts'

/** A stretch of a path. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Longer names of media types are not looked for. */
const maxCells = 9

/**
 * The places in a name that name the media type by a name known already, the longest first; without a media type,
 * those that name any. Beside a word for the side, the name of the kind of document is one of both sides. None
 * inside another and none across a mark.
 */
export function findKnownMedia(name: TaughtName, mediaType: string | undefined, words: MediaWords): Mark[] {
  const hasSide = markOf(name, 'side') !== undefined
  const isMeant = (type: string, text: string): boolean =>
    mediaType === undefined ||
    type === mediaType ||
    (hasSide && words.isKind(text) && otherSideOf(type) === mediaType)
  const found = freeStretchesOf(name)
    .flatMap((free) => wordsIn(name.path, free))
    .flatMap(({ start, end }): Mark[] => {
      const text = name.path.slice(start, end)
      const [type, ...others] = words.typesOf(text)
      if (type === undefined || others.length > 0 || !isMeant(type, text)) return []
      return [{ field: 'media_type', start, end, text, value: mediaType ?? type, zerosBefore: 0 }]
    })
    .sort((a, b) => b.end - b.start - (a.end - a.start))
  return found.filter((mark, index) => !found.slice(0, index).some((longer) => overlap(longer, mark)))
}

/** A stretch without marks: in which folder, counted from the file's name, and behind how many of its marks. */
export interface FreeStretch extends Stretch {
  readonly place: string
}

/** What no mark covers, in each folder's and the file's name. */
export function freeStretchesOf({ segments, marks }: TaughtName): FreeStretch[] {
  return segments.flatMap(({ start, text }, index) => {
    const inside = marks.filter((mark) => mark.start >= start && mark.end <= start + text.length)
    const edges = [...inside.map((mark) => mark.start), start + text.length]
    return edges
      .map((end, behind) => ({
        start: inside[behind - 1]?.end ?? start,
        end,
        place: `${String(segments.length - index)} ${String(behind)}`,
      }))
      .filter((free) => free.end > free.start)
  })
}

export function overlap(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end
}

/** Every run of whole cells that begins and ends with a letter or a digit. */
function wordsIn(path: string, { start, end }: Stretch): Stretch[] {
  let at = start
  const cells = plainCellsOf(path.slice(start, end)).map(({ kind, text }) => {
    at += text.length
    return { kind, start: at - text.length, end: at }
  })
  return cells.flatMap((first, index) =>
    cells
      .slice(index, index + maxCells)
      .filter((last) => first.kind !== 'between' && last.kind !== 'between')
      .map((last) => ({ start: first.start, end: last.end })),
  )
}
