import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { otherSideOf, sideOf } from '../../../shared/media-types.ts'
import type { Side } from '../../../shared/media-types.ts'

/** One media type that a name can stand for, and what a side beside it makes of it. */
export interface MediaMeaning {
  /** Where no side stands beside it. */
  readonly mediaType: string
  /** With each side; null where the name and the side contradict each other. */
  readonly front: string | null
  readonly back: string | null
  /** Whether the name says the side itself, as `dlf` does, and not only the kind. */
  readonly saysSide: boolean
}

/** The meaning of a name that says only the kind of a document: a side decides which of its media types it is. */
export function meaningOfKind(mediaType: string, known: ReadonlySet<string>): MediaMeaning {
  const own = sideOf(mediaType)
  const other = otherSideOf(mediaType, known)
  // The front of what has no sides is the thing itself; it has no back.
  if (own === null || other === null) return { ...meaningWithSide(mediaType), saysSide: false }
  const [front, back] = own === 'front' ? [mediaType, other] : [other, mediaType]
  return { mediaType, front, back, saysSide: false }
}

/** The meaning of a name that says its side itself, such as `dlf`: a contradicting side does not fit. */
export function meaningWithSide(mediaType: string): MediaMeaning {
  const own = sideOf(mediaType)
  return {
    mediaType,
    front: own === 'back' ? null : mediaType,
    back: own === 'back' ? mediaType : null,
    saysSide: true,
  }
}

/** Why a name of a media type does not go together with a side. */
export function explainContradiction(text: string, meaning: MediaMeaning, side: Side): Sentence {
  const own = sideOf(meaning.mediaType)
  return meaning.saysSide && own !== null
    ? say('means_other_side', { text, own, side })
    : say('has_no_side', { text, side })
}

/** The media type of a meaning beside a side, or beside none; null where they contradict each other. */
export function mediaTypeBeside(meaning: MediaMeaning, side: Side | null): string | null {
  return side === null ? meaning.mediaType : meaning[side]
}
