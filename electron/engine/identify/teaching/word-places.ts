import { freeStretchesOf } from './media-place.ts'
import type { Stretch } from './media-place.ts'
import type { TaughtName } from './taught-name.ts'

/** Longer names of media types are not looked for. */
const maxWords = 5

/** A place that all examples have, with what stands there in each. */
export interface WordPlace {
  readonly stretches: readonly Stretch[]
  /** Ways to say where it is, such as “the last word behind the first mark”. */
  readonly keys: readonly string[]
}

/** Runs of words without digits, by where they stand in all examples. */
export function sharedPlaces(examples: readonly TaughtName[]): WordPlace[] {
  const tables = examples.map(wordPlacesOf)
  const [first = new Map<string, Stretch>()] = tables
  const places = new Map<string, { stretches: Stretch[]; keys: string[] }>()
  for (const key of first.keys()) {
    const stretches = tables.flatMap((table) => table.get(key) ?? [])
    if (stretches.length < examples.length) continue
    const id = JSON.stringify(stretches)
    const place = places.get(id) ?? { stretches, keys: [] }
    places.set(id, { ...place, keys: [...place.keys, key] })
  }
  return [...places.values()]
}

/** Every run of words in what no mark covers, by the ways to say where it is. */
export function wordPlacesOf(name: TaughtName): Map<string, Stretch> {
  const places = new Map<string, Stretch>()
  for (const free of freeStretchesOf(name)) {
    const runs = wordRunsIn(name.path, free)
    for (const [index, run] of runs.entries()) {
      const [fromStart, fromEnd] = [
        `${free.place} ${String(index)}`,
        `${free.place} ${String(index - runs.length)}`,
      ]
      for (const { first, last, start, end } of partsOf(run)) {
        const length = String(last - first)
        places.set(`${fromStart} ${String(first)} to ${String(last - run.length)}`, { start, end })
        places.set(`${fromStart} ${String(first)} +${length}`, { start, end })
        places.set(`${fromEnd} ${String(last - run.length)} -${length}`, { start, end })
      }
    }
  }
  return places
}

/** Every part of a run that is made of whole words. */
function partsOf(run: readonly Stretch[]): { first: number; last: number; start: number; end: number }[] {
  return run.flatMap(({ start }, first) =>
    run
      .slice(first, first + maxWords)
      .map(({ end }, length) => ({ first, last: first + length, start, end })),
  )
}

/** Words that follow one another with nothing but separators, and no digits, between them. */
function wordRunsIn(path: string, { start, end }: Stretch): Stretch[][] {
  const runs: Stretch[][] = [[]]
  for (const { index, 0: word } of path.slice(start, end).matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (/\p{N}/u.test(word)) runs.push([])
    else runs.at(-1)?.push({ start: start + index, end: start + index + word.length })
  }
  return runs.filter(({ length }) => length > 0)
}
