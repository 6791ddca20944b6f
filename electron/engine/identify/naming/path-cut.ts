import type { PathSegment, ReadablePath } from './path-text.ts'
import type { PatternVariant } from './pattern.ts'
import type { PatternSegment } from './pattern-segment.ts'
import type { FoundValue } from './rule-reading.ts'
import { cutSegment } from './segment-cut.ts'
import type { CutOptions, Trail } from './segment-cut.ts'
import { SegmentMatch } from './segment-match.ts'
import type { MatchAim } from './segment-match.ts'

/** False for most names, and cheaper than matching: the folders, the extension and what is literal must be there. */
export function mayFit({ segments, extension }: PatternVariant, path: ReadablePath): boolean {
  const outer = path.segments.length - segments.length
  if (outer < 0 || (extension !== null && extension !== path.extension)) return false
  // The file's name first: it fails most often.
  for (let index = segments.length - 1; index >= 0; index -= 1) {
    const [pattern, segment] = [segments[index], path.segments[outer + index]]
    if (pattern === undefined || segment === undefined || !canFit(pattern, segment)) return false
  }
  return true
}

/**
 * The different results of reading a path that may fit as a pattern says, `options.limit` of them at the most: each
 * segment gives its values independently of the others.
 */
export function cutPath(
  variant: PatternVariant,
  path: ReadablePath,
  aim: MatchAim,
  options: CutOptions,
): readonly (readonly FoundValue[])[] {
  const { segments } = variant
  const outer = path.segments.length - segments.length
  const matches: { readonly match: SegmentMatch; readonly offset: number }[] = []
  for (let index = segments.length - 1; index >= 0; index -= 1) {
    const [pattern, segment] = [segments[index], path.segments[outer + index]]
    if (pattern === undefined || segment === undefined) return []
    const match = new SegmentMatch(pattern.tokens, segment.content, aim)
    if (!match.fits(0, 0)) return []
    matches.unshift({ match, offset: segment.offset })
  }
  let cuts: (readonly FoundValue[])[] = [[]]
  for (const { match, offset } of matches) {
    const inner = cutSegment(match, options).map((trail) => followBack(trail, offset))
    cuts = cuts.flatMap((outer) => inner.map((values) => [...outer, ...values])).slice(0, options.limit)
  }
  return cuts
}

/** The values of a way, in their order, with their places in the path. */
function followBack(trail: Trail | null, offset: number): FoundValue[] {
  const values: FoundValue[] = []
  for (let step = trail; step !== null; step = step.before) {
    const { field, start, end, value } = step.found
    values.push({ field, start: offset + start, end: offset + end, value })
  }
  return values.reverse()
}

/** False for most names, and cheaper than matching: what is literal in the pattern must be there. */
export function canFit(
  { prefix, suffix, minLength, mask }: PatternSegment,
  { content }: PathSegment,
): boolean {
  const { folded } = content
  return (
    (mask & content.mask) === mask &&
    folded.length >= minLength &&
    folded.startsWith(prefix) &&
    folded.endsWith(suffix)
  )
}
