import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { extensionOf, stemOf } from '../extension.ts'
import { findCopyMark } from './copy-mark.ts'
import { SegmentText } from './segment-text.ts'
import type { Vocabulary } from './segment-text.ts'

/** Longer than any file system's; Windows goes furthest with paths, and names end at 255. */
const maxPathLength = 32_768
const maxNameLength = 512

export interface PathSegment {
  readonly content: SegmentText
  /** Where it begins in the path. */
  readonly offset: number
}

export interface ReadablePath {
  readonly kind: 'readable'
  /** In NFC. */
  readonly path: string
  /** The last one is the file's name without an extension that is in use somewhere. */
  readonly segments: readonly PathSegment[]
  /** The file's name, whole. */
  readonly name: string
  /** Of the last segment, as `characterMask` sums it up. */
  readonly nameMask: number
  /** In small letters; empty where there is none. */
  readonly extension: string
}

/** A path made ready for reading, or why no rule can read it; one that is too long stays as it is. */
export type PathText =
  ReadablePath | { readonly kind: 'unreadable'; readonly path: string; readonly why: Sentence }

/** Brings a path, relative to its watched folder, into NFC and takes it apart. */
export function takeApart(relativePath: string, vocabulary: Vocabulary): PathText {
  const parts = relativePath.length > maxPathLength ? [] : relativePath.split('/')
  // Checked before NFC: normalising a long run of accents takes quadratic time.
  if (parts.length === 0 || parts.some((part) => part.length > maxNameLength)) {
    return {
      kind: 'unreadable',
      path: relativePath,
      why: say('name_too_long'),
    }
  }
  const names = parts.map((part) => part.normalize('NFC'))
  const path = names.join('/')
  const name = names.pop() ?? ''
  const stem = stemOf(name)
  const mark = findCopyMark(stem)
  if (mark !== null) {
    return {
      kind: 'unreadable',
      path,
      why: say('name_of_copy', { mark: mark.trim() }),
    }
  }
  let offset = 0
  let nameMask = 0
  const segments = [...names, stem].map((text) => {
    const segment = { content: new SegmentText(text, vocabulary), offset }
    offset += text.length + 1
    nameMask = segment.content.mask
    return segment
  })
  return { kind: 'readable', path, segments, name, nameMask, extension: extensionOf(name) }
}
