import type { Mark } from './marks.ts'
import { withMark } from './marks.ts'

interface MarkedName {
  readonly path: string
  readonly marks: readonly Mark[]
}

/**
 * The marks of one name, put on another one of the same habit: each stands behind as many of the separators before
 * it, and reaches as far as the separator behind it. A guess for a person to look at; values are left out where the
 * text differs.
 */
export function marksLike({ path, marks }: MarkedName, name: string): readonly Mark[] {
  let found: readonly Mark[] = []
  for (const mark of marks) {
    const start = startLike(path, mark, name)
    if (start === null) continue
    const end = endLike(path, mark, name, start)
    if (end <= start) continue
    const isSameText = name.slice(start, end) === path.slice(mark.start, mark.end)
    const { value, ...rest } = mark
    found = withMark(found, { ...rest, start, end, ...(isSameText && value !== undefined && { value }) })
  }
  return found
}

function startLike(path: string, mark: Mark, name: string): number | null {
  const before = path.charAt(mark.start - 1)
  if (before === '') return 0
  const place = placeOf(before, name, 0, countOf(before, path.slice(0, mark.start)))
  return place === -1 ? null : place + before.length
}

function endLike(path: string, mark: Mark, name: string, start: number): number {
  const after = path.charAt(mark.end)
  if (after === '') return name.length
  return placeOf(after, name, start, countOf(after, path.slice(mark.start, mark.end)) + 1)
}

function countOf(character: string, text: string): number {
  return text.split(character).length - 1
}

/** The place of a character for the nth time, counted from a place on; -1 where it is not there so often. */
function placeOf(character: string, text: string, from: number, nth: number): number {
  let place = from - 1
  for (let count = 0; count < nth; count += 1) {
    place = text.indexOf(character, place + 1)
    if (place === -1) return -1
  }
  return place
}
