import { mediaTypeBeside } from './media-meaning.ts'
import type { Side } from '../../../shared/media-types.ts'
import type { PatternToken } from './pattern-token.ts'
import { isIgnoredAt, isSeparatorAt } from './separator.ts'
import type { SegmentText, Span } from './segment-text.ts'

/** How a segment is to be read. */
export interface MatchAim {
  /** The side that {side} must say, or that is fixed; it decides what names of kinds mean. `any`: to explain. */
  readonly side: Side | 'any' | null
  /** Whether {media_type} takes runs of known names that are together no name, and nothing else. */
  readonly compounds: boolean
  /** Characters that do not count in an entity id; at least one other one must be there. */
  readonly ignoredInEntity: ReadonlySet<string>
  /** Whether an entity id, as it is written in the name, counts; null: every one does. */
  readonly acceptsEntity: ((written: string) => boolean) | null
}

/** A place to which a token can reach, and what its text means there. */
export interface TokenEnd {
  readonly end: number
  /** The media type of {media_type}, null for a compound; the date of {date}, the text of {folder}. */
  readonly value: string | null
  /** Where the meaning begins and ends, without separators around it. */
  readonly span: Span
}

/** So many separators around a name of a media type or a side can belong to it. Any two are two meanings. */
const maxEdge = 8

/**
 * Which tokens of a segment can fit which parts of a text. Nothing is tried twice: a field of any text fits wherever
 * the last place at which the rest can begin lies behind it, and that place is looked for once.
 */
export class SegmentMatch {
  readonly tokens: readonly PatternToken[]
  readonly content: SegmentText
  readonly #aim: MatchAim
  readonly #latest: (number | undefined)[] = []
  /** Whether an entity id that counts can begin at a place. */
  readonly #accepted: (boolean | undefined)[] = []

  constructor(tokens: readonly PatternToken[], content: SegmentText, aim: MatchAim) {
    this.tokens = tokens
    this.content = content
    this.#aim = aim
  }

  /** Whether the tokens from `index` on can fit the text from `start` on, to its end. */
  fits(index: number, start: number): boolean {
    const token = this.tokens[index]
    const { folded } = this.content
    if (token === undefined) return start === folded.length
    switch (token.kind) {
      case 'literal':
        return folded.startsWith(token.text, start) && this.fits(index + 1, start + token.text.length)
      case 'skip':
      case 'field':
        return start < this.#latestStart(index + 1)
      case 'entity_id':
        return this.#aim.acceptsEntity === null
          ? this.entityEnd(start) <= this.#latestStart(index + 1)
          : (this.#accepted[start] ??= this.freeEnds(index, start).next().done !== true)
      default:
        return this.ends(index, start).some(({ end }) => this.fits(index + 1, end))
    }
  }

  /** Where a field of any text that begins at `start` can end so that the rest fits, the nearest first. */
  *freeEnds(index: number, start: number): Generator<number> {
    const { folded, text } = this.content
    const [token, next] = [this.tokens[index], this.tokens[index + 1]]
    const accepts = token?.kind === 'entity_id' ? this.#aim.acceptsEntity : null
    const latest = this.#latestStart(index + 1)
    let end = token?.kind === 'entity_id' ? this.entityEnd(start) : start + 1
    while (end <= latest) {
      if (next?.kind === 'literal') {
        end = folded.indexOf(next.text, end)
        if (end === -1) return
      } else if (next === undefined) end = latest
      if (this.fits(index + 1, end) && (accepts === null || accepts(text.slice(start, end)))) yield end
      end += 1
    }
  }

  /** Where a token that is no free text and begins at `start` can end, whatever follows. */
  ends(index: number, start: number): readonly TokenEnd[] {
    const token = this.tokens[index]
    const { folded } = this.content
    switch (token?.kind) {
      case 'literal':
        return folded.startsWith(token.text, start) ? [plainEnd(start, start + token.text.length)] : nothing
      case 'folder':
        return start === 0 && folded.length > 0
          ? [{ ...plainEnd(0, folded.length), value: this.content.text }]
          : nothing
      case 'sep':
        return this.#separatorEnd(start)
      case 'date':
        return token.format
          .datesAt(folded, start)
          .map(({ end, date }) => ({ end, value: date, span: { start, end } }))
      case 'side':
        return this.#sideEnds(start)
      case 'media_type':
        return this.#mediaEnds(start)
      default:
        return nothing
    }
  }

  /** The last place at which the tokens from `index` on can begin; -1 where there is none. */
  #latestStart(index: number): number {
    return (this.#latest[index] ??= this.#findLatestStart(index))
  }

  #findLatestStart(index: number): number {
    const token = this.tokens[index]
    const { folded } = this.content
    if (token === undefined) return folded.length
    for (let start = folded.length - 1; start >= 0; start -= 1) {
      if (token.kind === 'literal') {
        start = folded.lastIndexOf(token.text, start)
        if (start === -1) return -1
      }
      if (this.fits(index, start)) return start
    }
    return -1
  }

  /** The nearest place at which an entity id that begins at `start` can end, whatever follows. */
  entityEnd(start: number): number {
    const { ignoredInEntity } = this.#aim
    if (ignoredInEntity.size === 0) return start + 1
    const { text } = this.content
    let at = start
    while (at < text.length && ignoredInEntity.has(text.charAt(at))) at += 1
    return at + 1
  }

  #separatorEnd(start: number): readonly TokenEnd[] {
    const { text } = this.content
    if (!isSeparatorAt(text, start) || isSeparatorAt(text, start - 1)) return nothing
    let end = start + 1
    while (isSeparatorAt(text, end)) end += 1
    return [plainEnd(start, end)]
  }

  /** A name can begin behind separators, too. */
  #nameStart(start: number): number {
    const { folded } = this.content
    let at = start
    while (at - start < maxEdge && isIgnoredAt(folded, at)) at += 1
    return at
  }

  #sideEnds(start: number): readonly TokenEnd[] {
    const names = this.content.sidesAt(this.#nameStart(start))
    if (names.length === 0) return nothing
    const ends: TokenEnd[] = []
    for (const name of names) {
      if (this.#isAimedSide(name.value)) this.#addEnds(ends, name, name.value)
    }
    return ends
  }

  #mediaEnds(start: number): readonly TokenEnd[] {
    const { content } = this
    const { side, compounds } = this.#aim
    const at = this.#nameStart(start)
    const ends: TokenEnd[] = []
    if (compounds) {
      for (const end of content.compoundEndsAt(at)) this.#addEnds(ends, { start: at, end }, null)
      return ends
    }
    const names = content.mediaAt(at)
    if (names.length === 0) return nothing
    for (const name of names) {
      if (content.fullNamesAround(name).some((around) => !this.#isTheSideOf(around, name))) continue
      for (const meaning of name.value.meanings) {
        const mediaType = side === 'any' ? meaning.mediaType : mediaTypeBeside(meaning, side)
        if (mediaType !== null) this.#addEnds(ends, name, mediaType)
      }
    }
    return ends
  }

  /** The end of a name, and each end that separators behind it allow. */
  #addEnds(ends: TokenEnd[], { start, end }: Span, value: string | null): void {
    const span = { start, end }
    ends.push({ end, value, span })
    for (let at = end; at - end < maxEdge && isIgnoredAt(this.content.folded, at); at += 1)
      ends.push({ end: at + 1, value, span })
  }

  /** Whether all that a full name has beyond a part of it is the side that stands beside the part. */
  #isTheSideOf(whole: Span, part: Span): boolean {
    if (whole.start !== part.start) return whole.end === part.end && this.#saysSide(whole.start, part.start)
    return this.#saysSide(this.#nameStart(part.end), whole.end)
  }

  #saysSide(start: number, limit: number): boolean {
    return this.content
      .sidesAt(start)
      .some(({ value, end }) => this.#isAimedSide(value) && (end === limit || this.#nameStart(end) === limit))
  }

  #isAimedSide(side: Side): boolean {
    return this.#aim.side === 'any' || this.#aim.side === side
  }
}

const nothing: readonly never[] = []

function plainEnd(start: number, end: number): TokenEnd {
  return { end, value: null, span: { start, end } }
}
