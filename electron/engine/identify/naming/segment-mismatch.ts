import type { Side } from '../../../shared/media-types.ts'
import { quote } from '../evidence.ts'
import { contradictionInWords } from './media-meaning.ts'
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
  if (token === undefined) return { words: `${quote(match.content.text)} does not fit.`, stoppedAt: at }
  if (token.kind === 'literal') return explainLiteral(match, stop, token)
  if (isFreeText(token) || token.kind === 'folder')
    return { words: nothingFor(match, nameOf(token)), stoppedAt: at }
  if (token.kind === 'sep') {
    const words = `Behind ${quote(match.content.text.slice(0, at))} nothing separates it from what follows.`
    return { words, stoppedAt: at }
  }
  const part = partFor(match, stop.index, at)
  if (part.trim() === '') return { words: nothingFor(match, nameOf(token)), stoppedAt: at }
  if (token.kind === 'media_type') return explainMedia(match, stop, part, fixedSide)
  const words =
    token.kind === 'date'
      ? `${quote(part)} is no date of the form ${token.format.text}.`
      : `${quote(part)} is no word for the front or the back.`
  return { words, stoppedAt: at }
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
  const [before, isLast] = [match.tokens[index - 1], index === match.tokens.length - 1]
  if (before === undefined) {
    let same = 0
    while (same < literal.length && folded[same] === literal[same]) same += 1
    const words = isLast
      ? `${quote(text)} is not ${quote(shown)}.`
      : `${quote(text)} does not begin with ${quote(shown)}.`
    return { words, stoppedAt: same }
  }
  if (isLast && !folded.endsWith(literal))
    return { words: `${quote(text)} does not end in ${quote(shown)}.`, stoppedAt: text.length }
  if (!isFreeText(before)) {
    const at = places.at(-1) ?? 0
    const words = `Behind ${quote(text.slice(0, at))} there is no ${quote(shown)}.`
    return { words, stoppedAt: at }
  }
  if (!folded.includes(literal))
    return { words: `There is no ${quote(shown)} in ${quote(text)}.`, stoppedAt: text.length }
  return {
    words: `In ${quote(text)} nothing stands in front of ${quote(shown)} that could be ${nameOf(before)}.`,
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
        const words = `${quote(content.text.slice(whole.start, whole.end))} is one name of a media type and is not cut in two.`
        return { words, stoppedAt: whole.start }
      }
      const [meaning] = name.value.meanings
      if (fixedSide !== null && meaning?.[fixedSide] === null)
        return { words: contradictionInWords(written, meaning, fixedSide), stoppedAt: place }
    }
  }
  return { words: `${quote(part)} is no name of a media type that Intray knows.`, stoppedAt: at }
}

/** What a person would take for the value of a token that begins at `start`: up to the text that should follow. */
function partFor({ tokens, content }: SegmentMatch, index: number, start: number): string {
  const { text, folded } = content
  const next = tokens[index + 1]
  const end = next?.kind === 'literal' ? folded.indexOf(next.text, start) : -1
  return text.slice(start, end === -1 ? text.length : end)
}

function nothingFor({ content }: SegmentMatch, name: string): string {
  return `Nothing in ${quote(content.text)} stands where ${name} belongs.`
}

function nameOf(token: PatternToken): string {
  switch (token.kind) {
    case 'entity_id':
      return 'the entity id'
    case 'media_type':
      return 'the media type'
    case 'field':
      return `the value “${token.name}”`
    case 'skip':
      return 'the text to be skipped'
    default:
      return `the ${token.kind}`
  }
}
