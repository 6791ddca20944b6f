import { findEntity } from './entity-place.ts'
import { findLeftoverMedia } from './leftover-words.ts'
import { settleSide } from './marked-side.ts'
import { findKnownMedia, freeStretchesOf } from './media-place.ts'
import { documentOf } from './new-aliases.ts'
import type { MediaWords } from './media-words.ts'
import { markSide } from './side-place.ts'
import { markOf, withMarks } from './taught-name.ts'
import type { Mark, TaughtName } from './taught-name.ts'

/** One way to say where the values of all examples stand. */
export interface Marking {
  readonly names: readonly TaughtName[]
  /** The media type of every example, where nothing in their names says it. */
  readonly fixedMediaType: string | undefined
}

/** More would only be chance. */
const maxMarkings = 4

/**
 * Finds the values that were given without marks: the entity id where it stands, the media type by a name known
 * already or by the words left over. None where a value is not to be found or its place is not sure.
 */
export function completeMarks(
  examples: readonly TaughtName[],
  words: MediaWords,
  paths: readonly string[],
): Marking[] {
  return placeEntities(examples.map((name) => settleSide(shedZeros(name), words))).flatMap(
    (names) => placeMediaTypes(names, words, paths) ?? [],
  )
}

/** An id marked with zeros that it leaves out: the zeros stand before it. */
function shedZeros(name: TaughtName): TaughtName {
  const marks = name.marks.map((mark): Mark => {
    const zeros = mark.text.length - mark.value.length
    const isShorter = mark.field === 'entity_id' && zeros > 0 && mark.text === '0'.repeat(zeros) + mark.value
    return isShorter ? { ...mark, start: mark.start + zeros, text: mark.value, zerosBefore: zeros } : mark
  })
  return { ...name, marks }
}

function placeEntities(examples: readonly TaughtName[]): (readonly TaughtName[])[] {
  const places = examples.map((name) => {
    if (markOf(name, 'entity_id') !== undefined) return [{ where: '', name }]
    const { entityId } = name.expected
    const found = entityId === undefined ? [] : findEntity(name, entityId)
    return found.map((mark) => ({ where: folderDepth(name, mark), name: withMarks(name, [mark]) }))
  })
  if (places.some(({ length }) => length === 0)) return []
  const wheres = new Set(places.flatMap((each) => each.map(({ where }) => where)))
  const choices = [...wheres].map((where) =>
    places.flatMap((each) => (each.find((place) => place.where === where) ?? each[0])?.name ?? []),
  )
  const distinct = new Map(choices.map((names) => [JSON.stringify(names.map(({ marks }) => marks)), names]))
  return [...distinct.values()].slice(0, maxMarkings)
}

/** How many folders below the marked one the file lies. */
function folderDepth({ segments }: TaughtName, { start }: Mark): string {
  return String(segments.filter((segment) => segment.start > start).length)
}

function placeMediaTypes(
  names: readonly TaughtName[],
  words: MediaWords,
  paths: readonly string[],
): Marking | null {
  const known = names.map((name) => placeWithSide(name, words))
  const open = known.flatMap((name) => {
    const { mediaType } = name.expected
    return mediaType === undefined || markOf(name, 'media_type') !== undefined
      ? []
      : [{ ...name, mediaType, document: documentOf(mediaType, markOf(name, 'side') !== undefined) }]
  })
  if (open.length === 0) return { names: agreeOnUnsaid(known, names), fixedMediaType: undefined }
  const leftover = findLeftoverMedia(open, known, words, paths)
  if (leftover !== null) {
    const found = new Map([...leftover].map(([example, mark]) => [keyOf(example), mark]))
    const marked = known.map((name) => {
      const mark = found.get(keyOf(name))
      return mark === undefined || markOf(name, 'media_type') !== undefined ? name : withMarks(name, [mark])
    })
    return { names: marked, fixedMediaType: undefined }
  }
  const [only, ...others] = new Set(open.map(({ mediaType }) => mediaType))
  const isFixed =
    only !== undefined && others.length === 0 && names.length > 1 && open.length === names.length
  // A word that is left over may be what says the media type, and another word another one.
  return isFixed && !open.some(hasFreeWord) ? { names, fixedMediaType: only } : null
}

function keyOf({ folderId, path }: TaughtName): string {
  return `${folderId}/${path}`
}

function hasFreeWord(name: TaughtName): boolean {
  return freeStretchesOf(name).some(({ start, end }) => /\p{L}/u.test(name.path.slice(start, end)))
}

/** A name that says its side itself comes before one of a kind beside a word for the side. */
function placeWithSide(name: TaughtName, words: MediaWords): TaughtName {
  const sided = markSide(placeKnown(name, words), words)
  return placeKnown(sided, words)
}

function placeKnown(name: TaughtName, words: MediaWords): TaughtName {
  if (markOf(name, 'media_type') !== undefined) return name
  const found = findKnownMedia(name, name.expected.mediaType, words)
  const [place, ...others] = found
  // Without a word from the person, a known name counts only where it is the only one.
  const isSure = name.expected.mediaType !== undefined || others.length === 0
  return place !== undefined && isSure ? withMarks(name, [place]) : name
}

/** What nobody said of one example holds for none: a rule reads media types from all of them or from none. */
function agreeOnUnsaid(known: readonly TaughtName[], given: readonly TaughtName[]): readonly TaughtName[] {
  return known.every((name) => markOf(name, 'media_type') !== undefined) ? known : given
}
