import { say, sayAll } from '../../../shared/sentences/say.ts'
import type { FoundName } from './name-trie.ts'
import type { MediaName } from './alias-table.ts'
import { explainContradiction } from './media-meaning.ts'
import type { Mismatch } from './mismatch.ts'
import { canFit } from './path-cut.ts'
import type { PathSegment, ReadablePath } from './path-text.ts'
import type { PatternVariant } from './pattern.ts'
import type { CompiledRule } from './rule.ts'
import { explainSegment } from './segment-mismatch.ts'
import { cutSegment } from './segment-cut.ts'
import { SegmentMatch } from './segment-match.ts'
import type { SegmentText } from './segment-text.ts'

interface FittedName {
  readonly match: SegmentMatch
  readonly segment: PathSegment
}

/** Says where a pattern, some of its optional parts taken in, stopped fitting a path. */
export function explainVariant(rule: CompiledRule, variant: PatternVariant, path: ReadablePath): Mismatch {
  const { segments, extension, readsSide } = variant
  const first = path.segments.length - segments.length
  if (first < 0)
    return {
      ...say('too_few_folders', { needed: segments.length - 1, present: path.segments.length - 1 }),
      stoppedAt: null,
    }
  const fitted: FittedName[] = []
  // The file's name first: that is where people look.
  for (let index = segments.length - 1; index >= 0; index -= 1) {
    const [pattern, segment] = [segments[index], path.segments[first + index]]
    if (pattern === undefined || segment === undefined) break
    // Whether the side fits the media type is only known when both are found.
    const match = new SegmentMatch(pattern.tokens, segment.content, {
      side: readsSide ? 'any' : rule.values.side,
      compounds: false,
      ignoredInEntity: rule.values.entityIds.ignored,
      acceptsEntity: null,
    })
    if (!canFit(pattern, segment) || !match.fits(0, 0)) {
      const mismatch = explainSegment(match, rule.values.side)
      return { ...mismatch, stoppedAt: segment.offset + (mismatch.stoppedAt ?? 0) }
    }
    fitted.push({ match, segment })
  }
  if (extension !== null && extension !== path.extension) {
    const last = path.segments.at(-1)
    const stoppedAt = (last?.offset ?? 0) + (last?.content.text.length ?? 0)
    return { ...say('other_extension', { extension }), stoppedAt }
  }
  return explainSide(fitted) ?? { ...say('name_does_not_fit'), stoppedAt: null }
}

/** Everything stands where it should, but the side contradicts the media type. */
function explainSide(fitted: readonly FittedName[]): Mismatch | null {
  let media: (FoundName<MediaName> & { readonly offset: number; readonly content: SegmentText }) | undefined
  let side:
    | {
        readonly start: number
        readonly end: number
        readonly text: string
        readonly value: 'front' | 'back'
      }
    | undefined
  for (const { match, segment } of fitted) {
    const [cut] = cutSegment(match, { makeEntityId: (written) => written, limit: 1 })
    for (let step = cut ?? null; step !== null; step = step.before) {
      const { field, start, end } = step.found
      const { content, offset } = segment
      const text = content.text.slice(start, end)
      const name = content.mediaAt(start).find((each) => each.end === end)
      const word = content.sidesAt(start).find((each) => each.end === end)
      if (field === 'media_type' && name !== undefined) media = { ...name, offset, content }
      if (field === 'side' && word !== undefined)
        side = { start: offset + start, end: offset + end, text, value: word.value }
    }
  }
  const [meaning] = media?.value.meanings ?? []
  if (media === undefined || side === undefined || meaning === undefined) return null
  const written = media.content.text.slice(media.start, media.end)
  const contradiction = explainContradiction(written, meaning, side.value)
  const other = say('but_says_side', { text: side.text, side: side.value })
  return {
    ...(meaning.saysSide ? sayAll([contradiction, other]) : contradiction),
    stoppedAt: Math.max(side.start, media.offset + media.start),
  }
}
