import { stemOf } from '../extension.ts'
import type { AliasTable } from './alias-table.ts'
import { findCopyMark } from './copy-mark.ts'
import { SegmentText } from './segment-text.ts'

/** Longer than any file system's; Windows goes furthest with paths, and names end at 255. */
const maxPathLength = 32_768
const maxNameLength = 512

export interface PathSegment {
  readonly content: SegmentText
  /** Where it begins in the path. */
  readonly offset: number
}

/** A path made ready for reading, or why no rule can read it. */
export type PathText =
  | { readonly kind: 'readable'; readonly segments: readonly PathSegment[] }
  | { readonly kind: 'unreadable'; readonly words: string }

/** Brings a path, relative to its watched folder, into NFC and takes it apart; the extension is left out. */
export function takeApart(relativePath: string, aliases: AliasTable): PathText {
  const parts = relativePath.length > maxPathLength ? [] : relativePath.split('/')
  // Checked before NFC: normalising a long run of accents takes quadratic time.
  if (parts.length === 0 || parts.some((part) => part.length > maxNameLength)) {
    return { kind: 'unreadable', words: 'The name is longer than any file system allows.' }
  }
  const names = parts.map((part) => part.normalize('NFC'))
  const stem = stemOf(names.pop() ?? '')
  const mark = findCopyMark(stem)
  if (mark !== null) {
    return {
      kind: 'unreadable',
      words: `“${mark.trim()}” at its end shows that it is a copy. Rename it or reject it.`,
    }
  }
  let offset = 0
  const segments = [...names, stem].map((text) => {
    const segment = { content: new SegmentText(text, aliases), offset }
    offset += text.length + 1
    return segment
  })
  return { kind: 'readable', segments }
}
