import { overlap } from './media-place.ts'
import type { MediaWords } from './media-words.ts'
import type { OpenExample } from './open-example.ts'
import type { WordPlace } from './word-places.ts'

/** What the names of a folder say about the words at a place of the examples. */
export interface WordEvidence extends WordPlace {
  /** Characters, of all examples together. */
  readonly length: number
  readonly texts: ReadonlySet<string>
  /** What they would mean. */
  readonly documents: ReadonlySet<string>
  readonly hasSeveralWords: boolean
  /** How many names that are no examples hold one of its texts. */
  readonly recurrence: number
}

/** The share of names that may hold a word by chance that names another media type. */
const maxContradicted = 0.1

/** From so many names on, a word that stands in nearly all of them is taken for decoration. */
const telling = { names: 10, share: 0.9 }

/** Whether there are names enough to see what recurs. */
export function isTelling(names: number): boolean {
  return names >= telling.names
}

export function weighWords(
  place: WordPlace,
  examples: readonly OpenExample[],
  others: readonly string[],
): WordEvidence {
  const found = place.stretches.map(({ start, end }, index) =>
    (examples[index]?.path ?? '').slice(start, end),
  )
  const texts = new Set(found.map((text) => text.toLowerCase()))
  return {
    ...place,
    texts,
    documents: new Set(examples.map(({ document }) => document)),
    length: found.reduce((sum, text) => sum + text.length, 0),
    hasSeveralWords: found.some((text) => /[^\p{L}\p{M}]/u.test(text)),
    recurrence: countIn(texts, others),
  }
}

/** Whether a word stands in nearly all names. */
export function isEverywhere({ recurrence }: WordEvidence, names: number): boolean {
  return isTelling(names) && recurrence > telling.share * names
}

/** A name of a media type recurs; one of several words must be seen again to be taken for one. */
export function isCredible({ texts, hasSeveralWords, recurrence }: WordEvidence, others: number): boolean {
  if (!isTelling(others)) return !hasSeveralWords || recurrence > 0
  return recurrence >= (hasSeveralWords ? Math.max(2, texts.size) : 1)
}

/** Words that stand beside names of media types, known already and others than theirs, are no such names. */
export function isBesideOthers(
  { texts, documents }: WordEvidence,
  paths: readonly string[],
  words: MediaWords,
): boolean {
  const withText = paths.filter((path) => countIn(texts, [path]) > 0)
  const contradicted = withText.filter((path) =>
    (path.match(/[\p{L}\p{M}]+/gu) ?? []).some((word) =>
      words.typesOf(word).some((type) => !documents.has(type)),
    ),
  )
  return contradicted.length > maxContradicted * withText.length
}

export function overlaps(a: WordEvidence, b: WordEvidence): boolean {
  return a.stretches.some((stretch, index) => {
    const other = b.stretches[index]
    return other !== undefined && overlap(stretch, other)
  })
}

/** Names that hold one of the texts as whole words. */
function countIn(texts: ReadonlySet<string>, paths: readonly string[]): number {
  const isWord = (path: string, at: number, length: number): boolean =>
    at !== -1 && !/\p{L}/u.test(path[at - 1] ?? '') && !/\p{L}/u.test(path[at + length] ?? '')
  return paths.filter((path) => [...texts].some((text) => isWord(path, path.indexOf(text), text.length)))
    .length
}
