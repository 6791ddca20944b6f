import { otherSideOf, sideOf } from '../../../shared/media-types.ts'
import type { Side } from '../../../shared/media-types.ts'

export interface SideInputs {
  readonly mediaType: string | null
  /** Of all other items of the entity that count. */
  readonly otherMediaTypesOfEntity: readonly string[]
  readonly seenAtMs: number
  readonly nowMs: number
  /** How long the two sides of a document wait for one another. 0: they do not. */
  readonly waitMs: number
  /** All media types that are in use; the documented ones unless told otherwise. */
  readonly knownMediaTypes?: ReadonlySet<string> | undefined
}

export type SideJudgement =
  /** Both sides are there, or there is only one, or nobody waits. */
  | { readonly kind: 'complete' }
  | { readonly kind: 'waits'; readonly untilMs: number }
  | { readonly kind: 'missing'; readonly missing: Side; readonly waitedMs: number }

/** Whether the other side of a document is there, may still come, or is missing. */
export function judgeSides(inputs: SideInputs): SideJudgement {
  const { mediaType, otherMediaTypesOfEntity, seenAtMs, nowMs, waitMs, knownMediaTypes } = inputs
  const other = mediaType === null || waitMs === 0 ? null : otherSideOf(mediaType, knownMediaTypes)
  const missing = other === null ? null : sideOf(other)
  if (other === null || missing === null || otherMediaTypesOfEntity.includes(other)) {
    return { kind: 'complete' }
  }
  const untilMs = seenAtMs + waitMs
  return nowMs < untilMs ? { kind: 'waits', untilMs } : { kind: 'missing', missing, waitedMs: waitMs }
}
