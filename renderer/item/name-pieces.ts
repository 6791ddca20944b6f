import type { ReadField, ValueSpan } from '../../electron/shared/readings.ts'

/** A part of a name that is drawn in one way. */
export interface NamePiece {
  readonly start: number
  readonly text: string
  /** What it gives; null for what means nothing. */
  readonly field: ReadField | null
  /** It lies behind the place where a rule stopped fitting. */
  readonly isBeyond: boolean
}

/**
 * Cuts a path at the ends of its spans and where a rule stopped. Spans outside of the path, and those that
 * begin inside an earlier one, are left out: a broken record must not hide the name.
 */
export function namePieces(
  path: string,
  spans: readonly ValueSpan[],
  stoppedAt: number | null = null,
): readonly NamePiece[] {
  const pieces: NamePiece[] = []
  const add = (start: number, end: number, field: ReadField | null): void => {
    const cut = stoppedAt !== null && stoppedAt > start && stoppedAt < end ? stoppedAt : end
    for (const [from, to] of [
      [start, cut],
      [cut, end],
    ] as const) {
      if (from >= to) continue
      const isBeyond = stoppedAt !== null && from >= stoppedAt
      pieces.push({ start: from, text: path.slice(from, to), field, isBeyond })
    }
  }
  let at = 0
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.start < at || span.end > path.length || span.end <= span.start) continue
    add(at, span.start, null)
    add(span.start, span.end, span.field)
    at = span.end
  }
  add(at, path.length, null)
  return pieces
}
