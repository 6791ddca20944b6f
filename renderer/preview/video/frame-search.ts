/** Shows the video at a time and says where the frame begins that is then seen; null where none came. */
export type ShowAt = (timeS: number) => Promise<number | null>

export interface FrameSearch {
  /** Where the frame begins that is shown now. */
  readonly shownAtS: number
  readonly direction: 1 | -1
  /** The shortest time between two frames of this video that was seen; null before any was. */
  readonly intervalS: number | null
  /** Infinite where it is not known. */
  readonly durationS: number
  readonly showAt: ShowAt
}

/** Shorter than the frames of any camera that films people or papers. */
const unknownIntervalS = 1 / 120
/** Less than a frame, and more than what containers round their times by. */
const shareOfInterval = 0.9
/** Before the beginning of a frame is the one before it. */
const justBeforeS = 0.000_5
/** A picture that stands longer is passed by. */
const longestStillS = 1

/**
 * Shows the frame beside the one that is shown. No container tells where its frames are, and many phones film at no
 * steady rate, so the way on is felt for until another frame is seen: none is ever left out.
 * Returns where the frame begins that is shown in the end, which is the same one at both ends of the video.
 */
export async function showNeighbour(search: FrameSearch): Promise<number> {
  const { shownAtS, showAt, durationS } = search
  if (search.direction === -1) return (await showAt(Math.max(0, shownAtS - justBeforeS))) ?? shownAtS
  const feelS = (search.intervalS ?? unknownIntervalS) * shareOfInterval
  for (let aheadS = feelS; aheadS <= longestStillS; aheadS += feelS) {
    // The last frame may stand shorter than the others.
    const isEnd = shownAtS + aheadS >= durationS
    const seenAtS = await showAt(isEnd ? durationS - justBeforeS : shownAtS + aheadS)
    if (isEnd || seenAtS === null || seenAtS > shownAtS) return Math.max(seenAtS ?? shownAtS, shownAtS)
  }
  return (await showAt(shownAtS + longestStillS)) ?? shownAtS
}
