import { quote } from '../evidence.ts'
import type { FoundName } from './name-trie.ts'
import type { MediaName } from './alias-table.ts'
import { contradictionInWords } from './media-meaning.ts'
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
  if (first < 0) return { words: tooFlat(segments.length - 1, path.segments.length - 1), stoppedAt: null }
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
      const { words, stoppedAt } = explainSegment(match, rule.values.side)
      return { words, stoppedAt: segment.offset + (stoppedAt ?? 0) }
    }
    fitted.push({ match, segment })
  }
  if (extension !== null && extension !== path.extension) {
    const last = path.segments.at(-1)
    const stoppedAt = (last?.offset ?? 0) + (last?.content.text.length ?? 0)
    return { words: `It reads files that end in “.${extension}” alone.`, stoppedAt }
  }
  return explainSide(fitted) ?? { words: 'The name does not fit.', stoppedAt: null }
}

function tooFlat(needed: number, present: number): string {
  const folders = needed === 1 ? 'a folder' : `${String(needed)} folders`
  return `It needs ${folders} inside the watched folder, and the file lies in ${present === 0 ? 'none' : String(present)}.`
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
  const words = contradictionInWords(written, meaning, side.value)
  return {
    words: meaning.saysSide ? `${words} But ${quote(side.text)} says the ${side.value}.` : words,
    stoppedAt: Math.max(side.start, media.offset + media.start),
  }
}
