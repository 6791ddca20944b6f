import { aliasKey } from '../../../shared/media-types.ts'
import { freeStretchesOf } from './media-place.ts'
import type { Stretch } from './media-place.ts'
import type { MediaWords } from './media-words.ts'
import type { OpenExample } from './open-example.ts'
import { markOf } from './taught-name.ts'
import type { Mark, TaughtName } from './taught-name.ts'
import { isBesideOthers, isCredible, isEverywhere, isTelling, overlaps, weighWords } from './word-evidence.ts'
import type { WordEvidence } from './word-evidence.ts'
import { sharedPlaces, wordPlacesOf } from './word-places.ts'
import type { WordPlace } from './word-places.ts'

/** How much oftener than those of any other place the texts of a place must recur to be taken for media types. */
const clearLead = 3

/**
 * The words of each example that must be the name of its media type, because nothing else can be; null when that is
 * not sure. Where the media types of other examples (`found`) stand, they stand too; else names of media types recur in
 * a folder, and a person's name or a remark does not. `paths` in small letters.
 */
export function findLeftoverMedia(
  examples: readonly OpenExample[],
  found: readonly TaughtName[],
  words: MediaWords,
  paths: readonly string[],
): ReadonlyMap<OpenExample, Mark> | null {
  const marks = new Map<OpenExample, Mark>()
  const layouts = new Set(examples.map(layoutOf))
  for (const layout of layouts) {
    const alike = examples.filter((example) => layoutOf(example) === layout)
    const place = findPlace(
      alike,
      found.filter((name) => layoutOf(withoutMedia(name)) === layout),
      words,
      paths,
    )
    if (place === null) return null
    for (const [index, example] of alike.entries())
      marks.set(example, markOfPlace(example, place.stretches[index]))
  }
  return marks
}

/** Which of the stretches around the marks hold words: in names of another habit, other words stand there. */
function layoutOf(name: TaughtName): string {
  return freeStretchesOf(name)
    .filter(({ start, end }) => /\p{L}/u.test(name.path.slice(start, end)))
    .map(({ place }) => place)
    .join(', ')
}

function withoutMedia(name: TaughtName): TaughtName {
  return { ...name, marks: name.marks.filter(({ field }) => field !== 'media_type') }
}

function markOfPlace({ path, mediaType }: OpenExample, { start, end }: Stretch = { start: 0, end: 0 }): Mark {
  return { field: 'media_type', start, end, text: path.slice(start, end), value: mediaType, zerosBefore: 0 }
}

function findPlace(
  examples: readonly OpenExample[],
  found: readonly TaughtName[],
  words: MediaWords,
  paths: readonly string[],
): WordPlace | null {
  const possible = sharedPlaces(examples).filter(({ stretches }) => namesTypes(stretches, examples, words))
  const agreed = keysOfMedia(found)
  const agreeing = possible.filter(({ keys }) => keys.some((key) => agreed.has(key)))
  return longestOf(agreeing) ?? findSure(possible, examples, words, paths)
}

function findSure(
  possible: readonly WordPlace[],
  examples: readonly OpenExample[],
  words: MediaWords,
  paths: readonly string[],
): WordPlace | null {
  const taught = new Set(examples.map(({ path }) => path.toLowerCase()))
  const others = paths.filter((path) => !taught.has(path))
  const columns = possible
    .map((place) => weighWords(place, examples, others))
    .filter((column) => !isBesideOthers(column, others, words))
    .sort((a, b) => b.length - a.length)
  const isOneType = examples.every(({ document }) => document === examples[0]?.document)
  return isOneType ? onlyConstant(columns, others.length) : mostRecurring(columns, others.length)
}

/** Examples of one media type: the only words that all of them have, and that not nearly every name has. */
function onlyConstant(columns: readonly WordEvidence[], names: number): WordPlace | null {
  const constant = columns.filter((column) => column.texts.size === 1 && !isEverywhere(column, names))
  const [longest] = constant
  if (longest === undefined || !isCredible(longest, names)) return null
  return constant.every((column) => overlaps(longest, column)) ? longest : null
}

/** Examples of several media types: the widest place whose words recur, and no other place's nearly as much. */
function mostRecurring(columns: readonly WordEvidence[], names: number): WordPlace | null {
  const [best, second] = columns
    .filter((column) => isCredible(column, names))
    .filter((column, index, all) => !all.slice(0, index).some((wider) => overlaps(wider, column)))
    .sort((a, b) => b.recurrence - a.recurrence)
  if (best === undefined || second === undefined) return best ?? null
  // Few names show too little of what recurs.
  const isSure = isTelling(names) && best.recurrence >= clearLead * Math.max(second.recurrence, 1)
  return isSure ? best : null
}

function longestOf(places: readonly WordPlace[]): WordPlace | undefined {
  const lengthOf = ({ stretches }: WordPlace): number =>
    stretches.reduce((sum, { start, end }) => sum + end - start, 0)
  return [...places].sort((a, b) => lengthOf(b) - lengthOf(a))[0]
}

/** Where the other examples have their media types: the n-th word from one side of the entity id, and the like. */
function keysOfMedia(found: readonly TaughtName[]): ReadonlySet<string> {
  const keys = found.flatMap((name) => {
    const media = markOf(name, 'media_type')
    if (media === undefined) return []
    const table = wordPlacesOf(withoutMedia(name))
    return [...table]
      .filter(([, { start, end }]) => start === media.start && end === media.end)
      .map(([key]) => key)
  })
  const others = found.filter((name) => markOf(name, 'media_type') !== undefined).length
  return new Set(keys.filter((key) => keys.filter((each) => each === key).length === others))
}

/**
 * One text never means two media types, and none that another one has already; and one media type has not as many
 * names as examples.
 */
function namesTypes(
  stretches: readonly Stretch[],
  examples: readonly OpenExample[],
  words: MediaWords,
): boolean {
  const meant = new Map<string, string>()
  const isPossible = examples.every(({ path, document }, index) => {
    const { start = 0, end = 0 } = stretches[index] ?? {}
    const text = path.slice(start, end)
    const key = aliasKey(text)
    const known = words.typesOf(text)
    const before = meant.get(key) ?? document
    meant.set(key, document)
    return key !== '' && before === document && (known.length === 0 || known.includes(document))
  })
  return (
    isPossible && [...new Set(meant.values())].every((document) => hasFewNames(document, meant, examples))
  )
}

function hasFewNames(
  document: string,
  meant: ReadonlyMap<string, string>,
  examples: readonly OpenExample[],
): boolean {
  const names = [...meant.values()].filter((each) => each === document).length
  return names === 1 || names * 2 <= examples.filter((example) => example.document === document).length
}
