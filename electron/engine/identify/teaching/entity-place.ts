import type { Mark, TaughtName } from './taught-name.ts'

/** A shorter end of an entity id stands in too many names by chance. */
const minEndLength = 3
const maxPlaces = 4

/**
 * Where an entity id can stand in a path, the surest way to write it first: as it is; in other letters; with other
 * separators; with or without zeros in front; without its beginning. Only the places of the first way that has any.
 */
export function findEntity(name: TaughtName, entityId: string): Mark[] {
  const mark = (start: number, end: number, zerosBefore = 0): Mark => ({
    field: 'entity_id',
    start,
    end,
    text: name.path.slice(start, end),
    value: entityId,
    zerosBefore,
  })
  for (const way of [
    asWritten,
    inOtherLetters,
    withOtherSeparators,
    withoutZeros,
    withZeros,
    withoutBeginning,
  ]) {
    const places = way(name.path, entityId)
      .filter(({ start, end }) => liesInOneName(name, start, end) && isFree(name, start, end))
      .map(({ start, end, zerosBefore }) => mark(start, end, zerosBefore))
    if (places.length > 0) return places.slice(-maxPlaces)
  }
  return []
}

interface Place {
  readonly start: number
  readonly end: number
  readonly zerosBefore?: number
}

const asWritten = (path: string, entityId: string): Place[] => placesOf(path, entityId)

const inOtherLetters = (path: string, entityId: string): Place[] => {
  const [lower, wanted] = [path.toLowerCase(), entityId.toLowerCase()]
  // A letter whose small form is longer would shift the places.
  return lower.length === path.length ? placesOf(lower, wanted) : []
}

function withOtherSeparators(path: string, entityId: string): Place[] {
  const characters = [...entityId.matchAll(/[\p{L}\p{N}]/gu)].map(([character]) => character)
  if (characters.length < minEndLength) return []
  const spaced = new RegExp(characters.join('[\\s\\-_.]?'), 'giu')
  return [...path.matchAll(spaced)]
    .map(({ index, 0: text }) => ({ start: index, end: index + text.length }))
    .filter(({ start, end }) => isBounded(path, start, end))
}

/** `4711` in the name, `004711` meant. */
function withoutZeros(path: string, entityId: string): Place[] {
  const bare = entityId.replace(/^0+/, '')
  return bare === entityId || bare === '' ? [] : placesOf(path, bare)
}

/** `004711` in the name, `4711` meant. */
function withZeros(path: string, entityId: string): Place[] {
  if (!/^[1-9][0-9]*$/.test(entityId)) return []
  return [...path.matchAll(new RegExp(`(?<![0-9])(0+)${entityId}(?![0-9])`, 'g'))].map(
    ({ index, 0: text, 1: zeros = '' }) => ({
      start: index + zeros.length,
      end: index + text.length,
      zerosBefore: zeros.length,
    }),
  )
}

/** `4711` in the name, `K-4711` meant: the longest end of the entity id that stands in the name. */
function withoutBeginning(path: string, entityId: string): Place[] {
  for (let cut = 1; cut <= entityId.length - minEndLength; cut += 1) {
    const end = entityId.slice(cut)
    if (!/^[\p{L}\p{N}]/u.test(end) || !/\p{N}/u.test(end)) continue
    const places = placesOf(path, end)
    if (places.length > 0) return places
  }
  return []
}

function placesOf(path: string, text: string): Place[] {
  const places: Place[] = []
  for (let start = path.indexOf(text); start !== -1 && text !== ''; start = path.indexOf(text, start + 1)) {
    const end = start + text.length
    if (isBounded(path, start, end)) places.push({ start, end })
  }
  return places
}

/** A number does not begin or end inside a longer number, and a word not inside a longer word. */
function isBounded(path: string, start: number, end: number): boolean {
  return !goesOn(path[start - 1], path[start]) && !goesOn(path[end - 1], path[end])
}

function goesOn(left = '', right = ''): boolean {
  const both = left + right
  return both.length > 1 && (/^\p{N}+$/u.test(both) || /^\p{L}+$/u.test(both))
}

function liesInOneName({ segments }: TaughtName, start: number, end: number): boolean {
  return segments.some((segment) => start >= segment.start && end <= segment.start + segment.text.length)
}

function isFree({ marks }: TaughtName, start: number, end: number): boolean {
  return marks.every((mark) => mark.end <= start || mark.start >= end)
}
