import type { Sentence } from '../../../shared/sentences/told.ts'
import { say } from '../../../shared/sentences/say.ts'
import type { Side } from '../../../shared/media-types.ts'
import { explainContradiction } from './media-meaning.ts'
import type { Mismatch } from './mismatch.ts'
import { isFreeText } from './pattern-token.ts'
import type { PatternToken } from './pattern-token.ts'
import type { SegmentMatch } from './segment-match.ts'

/** Where the tokens of a segment stopped fitting: at which of them, and where that one could have begun. */
interface Stop {
  readonly index: number
  readonly places: readonly number[]
}

/** Says where a name stopped fitting a segment; `stoppedAt` counts from its beginning. */
export function explainSegment(match: SegmentMatch, fixedSide: Side | null): Mismatch {
  const stop = findStop(match)
  const token = match.tokens[stop.index]
  const at = stop.places.at(-1) ?? 0
  if (token === undefined) return { ...say('text_does_not_fit', { text: match.content.text }), stoppedAt: at }
  if (token.kind === 'literal') return explainLiteral(match, stop, token)
  if (isFreeText(token) || token.kind === 'folder') return { ...nothingFor(match, token), stoppedAt: at }
  if (token.kind === 'sep')
    return { ...say('not_separated', { text: match.content.text.slice(0, at) }), stoppedAt: at }
  const part = partFor(match, stop.index, at)
  if (part.trim() === '') return { ...nothingFor(match, token), stoppedAt: at }
  if (token.kind === 'media_type') return explainMedia(match, stop, part, fixedSide)
  const mismatch =
    token.kind === 'date'
      ? say('no_such_date', { text: part, form: token.format.text })
      : say('no_word_for_side', { text: part })
  return { ...mismatch, stoppedAt: at }
}

/** Follows the tokens from the left until one of them fits nowhere. */
function findStop(match: SegmentMatch): Stop {
  const { length } = match.content.folded
  let places: readonly number[] = [0]
  for (const [index, token] of match.tokens.entries()) {
    const reached = new Set<number>()
    if (isFreeText(token)) {
      const nearest = places[0] ?? 0
      const end = token.kind === 'entity_id' ? match.entityEnd(nearest) : nearest + 1
      for (let at = end; at <= length; at += 1) reached.add(at)
    } else {
      for (const place of places) for (const { end } of match.ends(index, place)) reached.add(end)
    }
    const isLast = index === match.tokens.length - 1
    if (reached.size === 0 || (isLast && !reached.has(length))) return { index, places }
    places = [...reached].sort((left, right) => left - right)
  }
  return { index: match.tokens.length, places }
}

function explainLiteral(
  match: SegmentMatch,
  { index, places }: Stop,
  { text: literal, shown }: Extract<PatternToken, { kind: 'literal' }>,
): Mismatch {
  const { text, folded } = match.content
  const fault = { text, literal: shown }
  const [before, isLast] = [match.tokens[index - 1], index === match.tokens.length - 1]
  if (before === undefined) {
    let same = 0
    while (same < literal.length && folded[same] === literal[same]) same += 1
    const mismatch = isLast ? say('not_the_text', fault) : say('does_not_begin', fault)
    return { ...mismatch, stoppedAt: same }
  }
  if (isLast && !folded.endsWith(literal)) return { ...say('does_not_end', fault), stoppedAt: text.length }
  if (!isFreeText(before)) {
    const at = places.at(-1) ?? 0
    return { ...say('not_behind', { text: text.slice(0, at), literal: shown }), stoppedAt: at }
  }
  if (!folded.includes(literal)) return { ...say('not_within', fault), stoppedAt: text.length }
  return {
    ...say('nothing_in_front', { ...fault, field: fieldOf(before) }),
    stoppedAt: folded.indexOf(literal),
  }
}

function explainMedia(match: SegmentMatch, { places }: Stop, part: string, fixedSide: Side | null): Mismatch {
  const { content } = match
  const at = places.at(-1) ?? 0
  for (const place of [...places].reverse()) {
    for (const name of [...content.mediaAt(place)].reverse()) {
      const written = content.text.slice(name.start, name.end)
      const [whole] = content.fullNamesAround(name)
      if (whole !== undefined) {
        const text = content.text.slice(whole.start, whole.end)
        return { ...say('name_not_cut', { text }), stoppedAt: whole.start }
      }
      const [meaning] = name.value.meanings
      if (fixedSide !== null && meaning?.[fixedSide] === null)
        return { ...explainContradiction(written, meaning, fixedSide), stoppedAt: place }
    }
  }
  return { ...say('no_name_of_media_type', { text: part }), stoppedAt: at }
}

/** What a person would take for the value of a token that begins at `start`: up to the text that should follow. */
function partFor({ tokens, content }: SegmentMatch, index: number, start: number): string {
  const { text, folded } = content
  const next = tokens[index + 1]
  const end = next?.kind === 'literal' ? folded.indexOf(next.text, start) : -1
  return text.slice(start, end === -1 ? text.length : end)
}

function nothingFor({ content }: SegmentMatch, token: PatternToken): Sentence {
  return say('nothing_for', { text: content.text, field: fieldOf(token) })
}

/** What a token is called in a sentence. */
function fieldOf(token: PatternToken): string {
  return token.kind === 'field' ? `field:${token.name}` : token.kind
}
