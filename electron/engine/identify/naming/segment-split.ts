import { endsOfRun, placesOf, startsOfRun } from './literal-run.ts'
import type { PatternSegment } from './pattern.ts'
import type { SegmentText, Span } from './segment-text.ts'

/** One way in which a pattern's segment fits a name. */
export interface SegmentSplit {
  readonly entity: Span | null
  readonly media: (Span & { readonly mediaType: string }) | null
}

/**
 * Every way in which a segment of a pattern fits a name, without backtracking: the places of the media type come
 * from the aliases, and for each of them the entity id takes what the literal text leaves. Two ways never give
 * the same two spans.
 */
export function* findSplits(segment: PatternSegment, text: SegmentText): Generator<SegmentSplit> {
  const [first, second] = segment.values
  if (first === undefined) {
    const whole = endsOfRun(segment.runs[0] ?? [], text.text, 0).includes(text.text.length)
    if (whole) yield { entity: null, media: null }
  } else if (first === 'entity_id' && second === undefined) {
    for (const entity of spansBetween(startsOf(segment, text), endsOf(segment, text)))
      yield { entity, media: null }
  } else {
    yield* findSplitsAtMedia(segment, text)
  }
}

/** False for most names, and cheaper than looking for the ways: every literal of the pattern must be there. */
export function canFit({ literals, runs }: PatternSegment, text: string): boolean {
  if (!text.startsWith(runs[0]?.[0] ?? '') || !text.endsWith(runs.at(-1)?.at(-1) ?? '')) return false
  for (const literal of literals) {
    if (!text.includes(literal)) return false
  }
  return true
}

/** The places where a media type can stand, in a segment that holds one. */
export function findMediaSpans({ values, runs }: PatternSegment, text: SegmentText): Span[] {
  const { length } = text.text
  const between = runs[1] ?? []
  const isFirst = values[0] === 'media_type'
  const isLast = values.at(-1) === 'media_type'
  const before = between.at(-1) ?? ''
  const starts = isFirst
    ? endsOfRun(runs[0] ?? [], text.text, 0)
    : placesOf(before, text.text, 1, length).map((place) => place + before.length)
  const ends = isLast
    ? startsOfRun(runs.at(-1) ?? [], text.text, length)
    : placesOf(between[0] ?? '', text.text, 1, length)
  return text.mediaSpans(starts, ends)
}

function* findSplitsAtMedia(segment: PatternSegment, text: SegmentText): Generator<SegmentSplit> {
  const between = segment.runs[1] ?? []
  for (const span of findMediaSpans(segment, text)) {
    if (text.cutsFullName(span)) continue
    for (const mediaType of text.mediaTypesAt(span)) {
      const media = { ...span, mediaType }
      if (segment.values.length === 1) {
        yield { entity: null, media }
        continue
      }
      const entities =
        segment.values[0] === 'entity_id'
          ? spansBetween(startsOf(segment, text), startsOfRun(between, text.text, span.start))
          : spansBetween(endsOfRun(between, text.text, span.end), endsOf(segment, text))
      for (const entity of entities) yield { entity, media }
    }
  }
}

function startsOf({ runs }: PatternSegment, text: SegmentText): number[] {
  return endsOfRun(runs[0] ?? [], text.text, 0)
}

function endsOf({ runs }: PatternSegment, text: SegmentText): number[] {
  return startsOfRun(runs.at(-1) ?? [], text.text, text.text.length)
}

/** Every span of at least one character from one of `starts` to one of `ends`. */
function* spansBetween(starts: readonly number[], ends: readonly number[]): Generator<Span> {
  for (const start of starts) {
    for (const end of ends) {
      if (end > start) yield { start, end }
    }
  }
}
