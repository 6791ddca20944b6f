import type { LiteralRun } from './pattern.ts'

/**
 * Places up to which a run of literals, a `{skip}` of at least one character between each two, can reach when it
 * begins at `start`. Taking each literal but the last at its first place loses nothing, so nothing is tried twice.
 */
export function endsOfRun(run: LiteralRun, text: string, start: number): number[] {
  const first = run[0] ?? ''
  if (!text.startsWith(first, start)) return []
  let at = start + first.length
  const last = run.at(-1) ?? ''
  if (run.length <= 1) return [at]
  for (const literal of run.slice(1, -1)) {
    const found = text.indexOf(literal, at + 1)
    if (found === -1) return []
    at = found + literal.length
  }
  return placesOf(last, text, at + 1, text.length).map((place) => place + last.length)
}

/** The same from the other side: places from which a run can begin so that it ends at `end`. */
export function startsOfRun(run: LiteralRun, text: string, end: number): number[] {
  const last = run.at(-1) ?? ''
  let at = end - last.length
  if (at < 0 || !text.startsWith(last, at)) return []
  const first = run[0] ?? ''
  if (run.length <= 1) return [at]
  for (const literal of run.slice(1, -1).reverse()) {
    const latest = at - 1 - literal.length
    const found = latest < 0 ? -1 : text.lastIndexOf(literal, latest)
    if (found === -1) return []
    at = found
  }
  return placesOf(first, text, 0, at - 1)
}

/** Every place of a literal between two offsets, overlapping ones too. An empty literal is everywhere. */
export function placesOf(literal: string, text: string, from: number, to: number): number[] {
  const places: number[] = []
  const latest = to - literal.length
  let at = text.indexOf(literal, from)
  while (at !== -1 && at <= latest) {
    places.push(at)
    // Past the end, `indexOf` finds an empty literal at the end again.
    at = at + 1 > text.length ? -1 : text.indexOf(literal, at + 1)
  }
  return places
}
