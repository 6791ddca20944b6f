import { foldCase } from '../../../shared/media-types.ts'
import type { Side } from '../../../shared/media-types.ts'
import type { AliasTable, MediaName } from './alias-table.ts'
import type { FoundName, NameTrie } from './name-trie.ts'
import { characterMask } from './pattern-segment.ts'
import { isIgnoredAt } from './separator.ts'
import type { SideTable } from './side-names.ts'

/** A part of a text: from `start`, up to but not including `end`, in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What texts name: media types and sides. */
export interface Vocabulary {
  readonly aliases: Pick<AliasTable, 'names'>
  readonly sides: Pick<SideTable, 'names'>
}

const nothing: readonly never[] = []

/** One folder or file name of a path, with what its parts mean. Every rule reads the same one, so it is worked out once. */
export class SegmentText {
  /** In NFC. */
  readonly text: string
  /** In the form of `foldCase`, as long as the text. */
  readonly folded: string
  readonly mask: number
  readonly #vocabulary: Vocabulary
  readonly #media: (readonly FoundName<MediaName>[] | undefined)[] = []
  readonly #sides: (readonly FoundName<Side>[] | undefined)[] = []
  #wholeNames: readonly FoundName<MediaName>[] | undefined
  #fullNames: readonly FoundName<MediaName>[] | undefined
  #compounds: ReadonlyMap<number, readonly number[]> | undefined

  constructor(text: string, vocabulary: Vocabulary) {
    this.text = text
    this.folded = foldCase(text)
    this.mask = characterMask(this.folded)
    this.#vocabulary = vocabulary
  }

  /** The names of media types that begin with the character at `start`. */
  mediaAt(start: number): readonly FoundName<MediaName>[] {
    return (this.#media[start] ??= this.#namesAt(this.#vocabulary.aliases.names, start))
  }

  /** The words for a side that begin with the character at `start`. */
  sidesAt(start: number): readonly FoundName<Side>[] {
    return (this.#sides[start] ??= this.#namesAt(this.#vocabulary.sides.names, start))
  }

  /** Names of media types, written out in full and in whole words, that hold a part and more. */
  fullNamesAround({ start, end }: Span): readonly Span[] {
    this.#fullNames ??= this.#wholeWordNames().filter(({ value }) => value.isFullName)
    if (this.#fullNames.length === 0) return nothing
    return this.#fullNames.filter(
      (name) => name.start <= start && name.end >= end && name.end - name.start > end - start,
    )
  }

  /**
   * Where runs of names of media types that begin at `start` end, such as `passport_photo`: in whole words, one beside
   * the other, and together no name that is known.
   */
  compoundEndsAt(start: number): readonly number[] {
    return this.#allCompounds().get(start) ?? nothing
  }

  /** Whether names of media types stand side by side anywhere. */
  hasCompounds(): boolean {
    return this.#allCompounds().size > 0
  }

  #allCompounds(): ReadonlyMap<number, readonly number[]> {
    return (this.#compounds ??= findCompounds(this.#wholeWordNames(), this.folded))
  }

  #wholeWordNames(): readonly FoundName<MediaName>[] {
    return (this.#wholeNames ??= this.#findWholeWordNames())
  }

  #findWholeWordNames(): FoundName<MediaName>[] {
    const found: FoundName<MediaName>[] = []
    for (let at = 0; at < this.folded.length; at += 1) {
      if (isIgnoredAt(this.folded, at) || (at > 0 && !isIgnoredAt(this.folded, at - 1))) continue
      for (const name of this.mediaAt(at)) {
        if (name.end === this.folded.length || isIgnoredAt(this.folded, name.end)) found.push(name)
      }
    }
    return found
  }

  #namesAt<Value>(names: NameTrie<Value>, start: number): readonly FoundName<Value>[] {
    return isIgnoredAt(this.folded, start) ? nothing : names.namesAt(this.folded, start)
  }
}

/** The longest run of words that a person may mean as one name. */
const maxCompoundNames = 4

function findCompounds(
  names: readonly FoundName<MediaName>[],
  folded: string,
): ReadonlyMap<number, readonly number[]> {
  const compounds = new Map<number, readonly number[]>()
  if (names.length < 2) return compounds
  const endsByStart = new Map<number, Set<number>>()
  for (const { start, end } of names) {
    const ends = endsByStart.get(start)
    if (ends === undefined) endsByStart.set(start, new Set([end]))
    else ends.add(end)
  }
  for (const [start, known] of endsByStart) {
    const reached = new Set<number>()
    let last = [...known]
    for (let count = 1; count < maxCompoundNames && last.length > 0; count += 1) {
      last = last.flatMap((end) => [...(endsByStart.get(nextWord(folded, end)) ?? [])])
      for (const end of last) if (!known.has(end)) reached.add(end)
    }
    if (reached.size > 0)
      compounds.set(
        start,
        [...reached].sort((left, right) => left - right),
      )
  }
  return compounds
}

function nextWord(folded: string, end: number): number {
  let at = end
  while (isIgnoredAt(folded, at)) at += 1
  return at
}
