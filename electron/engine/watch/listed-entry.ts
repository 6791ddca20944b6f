import type { Sentence } from '../../shared/sentences/told.ts'
/** A regular file as one look found it. */
export interface ListedFile {
  /** Relative to the watched folder, with `/` between segments. */
  readonly path: string
  readonly sizeBytes: number
  /** Epoch milliseconds, whole. */
  readonly modifiedAtMs: number
  /** `device:inode`: another file at the same path has another key. */
  readonly fileKey: string
}

export type OtherKind = 'symbolic_link' | 'fifo' | 'socket' | 'device' | 'unreadable'

/** Something in a watched folder that cannot be taken, and why, in plain words. */
export interface ListedOther {
  readonly path: string
  readonly kind: OtherKind
  readonly why: Sentence
}

/** What one look found in one directory. A large directory comes in several batches. */
export interface ListedBatch {
  readonly directory: string
  readonly files: readonly ListedFile[]
  readonly others: readonly ListedOther[]
  /** Paths an event named that are no longer there, with all below them. Empty in a full comparison. */
  readonly gone: readonly string[]
}

/** True when two looks saw the same file, unchanged. */
export function isUnchanged(before: ListedFile, after: ListedFile): boolean {
  return (
    before.sizeBytes === after.sizeBytes &&
    before.modifiedAtMs === after.modifiedAtMs &&
    before.fileKey === after.fileKey
  )
}
