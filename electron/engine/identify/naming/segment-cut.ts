import type { ReadField } from '../../../shared/readings.ts'
import type { PatternToken } from './pattern-token.ts'
import type { FoundValue } from './rule-reading.ts'
import type { SegmentMatch, TokenEnd } from './segment-match.ts'

/** The values along one way to cut a name, the last one first. */
export interface Trail {
  readonly found: FoundValue
  readonly before: Trail | null
}

/** A place up to which tokens were fitted, and one way to it. */
interface Place {
  readonly at: number
  readonly trail: Trail | null
}

export interface CutOptions {
  /** Makes the entity id of its characters in the name. */
  readonly makeEntityId: (written: string) => string
  /** How many results are asked for; further ones are not looked for thoroughly. */
  readonly limit: number
}

/**
 * The different results of cutting a name as the tokens of a segment say, `options.limit` of them at the most. Ways
 * that differ in nothing but what is skipped, in the date or in the side's word go along together, so that each way
 * that is followed ends in a result of its own.
 */
export function cutSegment(match: SegmentMatch, options: CutOptions): readonly (Trail | null)[] {
  const cuts: (Trail | null)[] = []
  follow(match, options, 0, start, cuts)
  return cuts
}

const start: readonly Place[] = [{ at: 0, trail: null }]

function follow(
  match: SegmentMatch,
  options: CutOptions,
  index: number,
  places: readonly Place[],
  cuts: (Trail | null)[],
): void {
  const token = match.tokens[index]
  const [first] = places
  if (first === undefined || cuts.length >= options.limit) return
  if (token === undefined) {
    cuts.push(first.trail)
  } else if (token.kind === 'entity_id' || token.kind === 'field') {
    for (const group of groupFreeText(match, index, token, places, options))
      follow(match, options, index + 1, group, cuts)
  } else if (token.kind === 'media_type') {
    for (const group of groupMedia(match, index, places)) follow(match, options, index + 1, group, cuts)
  } else {
    const joined =
      token.kind === 'skip' ? joinSkipped(match, index, places) : joinEnds(match, index, token, places)
    follow(match, options, index + 1, joined, cuts)
  }
}

function joinSkipped(match: SegmentMatch, index: number, places: readonly Place[]): Place[] {
  // Where a text that begins further on can end, one that begins here can end too.
  const nearest = places.reduce((left, right) => (right.at < left.at ? right : left))
  return Array.from(match.freeEnds(index, nearest.at), (at) => ({ at, trail: nearest.trail }))
}

function joinEnds(
  match: SegmentMatch,
  index: number,
  token: PatternToken,
  places: readonly Place[],
): Place[] {
  const field = fieldOf(token)
  const joined: Place[] = []
  for (const place of places) {
    for (const reached of match.ends(index, place.at)) {
      if (!match.fits(index + 1, reached.end) || joined.some(({ at }) => at === reached.end)) continue
      joined.push(field === null ? { at: reached.end, trail: place.trail } : step(place, field, reached))
    }
  }
  return joined
}

function groupMedia(match: SegmentMatch, index: number, places: readonly Place[]): Iterable<Place[]> {
  const groups = new Map<string | null, Place[]>()
  for (const place of places) {
    for (const reached of match.ends(index, place.at)) {
      if (match.fits(index + 1, reached.end)) addTo(groups, step(place, 'media_type', reached))
    }
  }
  return groups.values()
}

function groupFreeText(
  match: SegmentMatch,
  index: number,
  token: Extract<PatternToken, { kind: 'entity_id' | 'field' }>,
  places: readonly Place[],
  { makeEntityId, limit }: CutOptions,
): Iterable<Place[]> {
  const groups = new Map<string | null, Place[]>()
  const field = token.kind === 'field' ? (`field:${token.name}` as const) : token.kind
  for (const place of places) {
    for (const end of match.freeEnds(index, place.at)) {
      const written = match.content.text.slice(place.at, end)
      const value = token.kind === 'field' ? written : makeEntityId(written)
      addTo(groups, step(place, field, { end, value, span: { start: place.at, end } }))
      if (groups.size > limit) return groups.values()
    }
  }
  return groups.values()
}

function step({ trail }: Place, field: ReadField, { end, value, span }: TokenEnd): Place & { trail: Trail } {
  return { at: end, trail: { found: { field, start: span.start, end: span.end, value }, before: trail } }
}

function addTo(groups: Map<string | null, Place[]>, place: Place & { trail: Trail }): void {
  const group = groups.get(place.trail.found.value)
  if (group === undefined) groups.set(place.trail.found.value, [place])
  else if (group.every(({ at }) => at !== place.at)) group.push(place)
}

function fieldOf(token: PatternToken): ReadField | null {
  if (token.kind === 'folder') return token.name
  return token.kind === 'side' || token.kind === 'date' ? token.kind : null
}
