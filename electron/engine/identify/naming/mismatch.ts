import { quote } from '../evidence.ts'
import { endsOfRun, placesOf, startsOfRun } from './literal-run.ts'
import type { PathSegment } from './path-text.ts'
import type { LiteralRun, PatternSegment } from './pattern.ts'
import type { CompiledRule } from './rule-set.ts'
import { findMediaSpans, findSplits } from './segment-split.ts'
import type { SegmentText, Span } from './segment-text.ts'

/** Says in plain words where a rule that reads nothing from a path stopped fitting it. */
export function explainMismatch(rule: CompiledRule, path: readonly PathSegment[]): string {
  const first = path.length - rule.segments.length
  if (first < 0) {
    const needed = rule.segments.length - 1
    const folders = needed === 1 ? 'a folder' : `${String(needed)} folders`
    return `It needs ${folders} inside the watched folder, and the file lies in ${countOf(path.length - 1)}.`
  }
  // The file's name first: that is where people look.
  for (let index = rule.segments.length - 1; index >= 0; index -= 1) {
    const [pattern, segment] = [rule.segments[index], path[first + index]]
    if (pattern === undefined || segment === undefined) break
    const hasSplit = findSplits(pattern, segment.content).next().done !== true
    if (!hasSplit) return explainSegment(pattern, segment.content)
  }
  return 'The name does not fit.'
}

function countOf(folders: number): string {
  return folders === 0 ? 'none' : String(folders)
}

function explainSegment(pattern: PatternSegment, content: SegmentText): string {
  const { text } = content
  const [before, after] = [pattern.runs[0] ?? [], pattern.runs.at(-1) ?? []]
  if (pattern.values.length === 0) return `${quote(text)} is not ${quote(before.join('…'))}.`
  if (endsOfRun(before, text, 0).length === 0)
    return `${quote(text)} does not begin with ${quoteRun(before)}.`
  if (startsOfRun(after, text, text.length).length === 0)
    return `${quote(text)} does not end in ${quoteRun(after)}.`
  const between = pattern.values.length === 2 ? (pattern.runs[1] ?? []) : []
  const missing = between.find((literal) => placesOf(literal, text, 0, text.length).length === 0)
  if (missing !== undefined) return `There is no ${quote(missing)} in ${quote(text)}.`
  if (!pattern.values.includes('media_type'))
    return `Nothing in ${quote(text)} stands where the entity id belongs.`
  return explainMedia(pattern, content)
}

function explainMedia(pattern: PatternSegment, content: SegmentText): string {
  const { text } = content
  const tried = mediaPart(pattern, text)
  const isKnown = tried.start < tried.end && content.mediaTypesAt(tried).length > 0
  if (isKnown || findMediaSpans(pattern, content).length > 0) {
    return `${quote(text)} names a media type, and nothing beside it that could be the entity id.`
  }
  const words = text.slice(tried.start, tried.end)
  if (words.trim() === '') return `Nothing in ${quote(text)} stands where the media type belongs.`
  return `${quote(words)} is no name of a media type that Intray knows.`
}

/** The shortest part of a name that stands where the media type belongs: what a person would take for it. */
function mediaPart({ values, runs }: PatternSegment, text: string): Span {
  const start = endsOfRun(runs[0] ?? [], text, 0)[0] ?? 0
  const end = startsOfRun(runs.at(-1) ?? [], text, text.length).at(-1) ?? text.length
  if (values.length === 1) return { start, end }
  const between = runs[1] ?? []
  if (values[0] === 'media_type') {
    return { start, end: placesOf(between[0] ?? '', text, start, end)[0] ?? end }
  }
  const separator = between.at(-1) ?? ''
  const place = placesOf(separator, text, start, end).at(-1)
  return { start: place === undefined ? start : place + separator.length, end }
}

function quoteRun(run: LiteralRun): string {
  return quote(run.join('…'))
}
