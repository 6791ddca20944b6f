import { aliasKey } from '../../../shared/media-types.ts'
import type { AliasTable } from './alias-table.ts'

/** A part of a text: from `start`, up to but not including `end`, in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

const separator = /[\s\-_.]/u
const words = /[^\s\-_.]+/gu

const none: readonly string[] = []

/** The only letter whose small form depends on the letters around it. */
const capitalSigma = '\u03a3'

/** The key of a whole text, and for each place in the text how much of the key lies before it. */
interface FoldedText {
  readonly key: string
  readonly before: Uint16Array
}

/** One folder or file name of a path, with what its parts mean as media types. */
export class SegmentText {
  /** In NFC. */
  readonly text: string
  readonly #aliases: AliasTable
  #folded: FoldedText | null | undefined
  #fullNames: readonly Span[] | undefined

  constructor(text: string, aliases: AliasTable) {
    this.text = text
    this.#aliases = aliases
  }

  /** The spans from one of `starts` to one of `ends` (both ascending) that name a media type. */
  mediaSpans(starts: readonly number[], ends: readonly number[]): Span[] {
    const spans: Span[] = []
    for (const start of starts) {
      for (const end of ends) {
        if (end <= start) continue
        const length = this.#keyLength(start, end)
        if (length > this.#aliases.maxKeyLength) break
        if (length > 0 && this.mediaTypesAt({ start, end }).length > 0) spans.push({ start, end })
      }
    }
    return spans
  }

  /** The media types that a part names; none for most parts. */
  mediaTypesAt({ start, end }: Span): readonly string[] {
    return this.#aliases.typesByKey.get(this.#keyOf(start, end)) ?? none
  }

  /** True when a part is only a piece of a full name, which belongs together. */
  cutsFullName({ start, end }: Span): boolean {
    this.#fullNames ??= this.#findFullNames()
    return this.#fullNames.some(
      (name) => name.start <= start && name.end >= end && name.end - name.start > end - start,
    )
  }

  /** Full names are made of whole words, so only spans between words are tried, and none longer than any name. */
  #findFullNames(): Span[] {
    const places = [...this.text.matchAll(words)].map(({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
    }))
    const found: Span[] = []
    for (const [first, { start }] of places.entries()) {
      for (const { end } of places.slice(first)) {
        if (this.#keyLength(start, end) > this.#aliases.maxKeyLength) break
        if (this.#aliases.fullNameKeys.has(this.#keyOf(start, end))) found.push({ start, end })
      }
    }
    return found
  }

  /** Equals `aliasKey` of the part. */
  #keyOf(start: number, end: number): string {
    const folded = this.#fold()
    if (folded === null) return aliasKey(this.text.slice(start, end))
    return folded.key.slice(folded.before[start], folded.before[end])
  }

  #keyLength(start: number, end: number): number {
    const folded = this.#fold()
    if (folded === null) return this.#keyOf(start, end).length
    return (folded.before[end] ?? 0) - (folded.before[start] ?? 0)
  }

  /** A text is folded once, for all its parts; null where a part may fold differently from the whole. */
  #fold(): FoldedText | null {
    if (this.#folded === undefined) this.#folded = this.text.includes(capitalSigma) ? null : fold(this.text)
    return this.#folded
  }
}

function fold(text: string): FoldedText {
  const before = new Uint16Array(text.length + 1)
  let key = ''
  let at = 0
  for (const character of text) {
    if (!separator.test(character)) key += character.toLowerCase()
    at += character.length
    before[at] = key.length
  }
  return { key, before }
}
