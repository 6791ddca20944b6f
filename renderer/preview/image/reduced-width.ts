import type { Size } from '../pan-zoom/geometry.ts'

/** A copy that is this little larger on the screen than its pixels is still sharp. */
const sharpTimes = 1.05

/**
 * How wide the copy of a picture is that fills the pane, both in pixels of the screen: the picture halved as often as
 * that leaves enough. Chromium takes the mean of the pixels where it halves, and leaves pixels out where it does not.
 */
export function reducedWidth(picture: Size, pane: Size): number {
  const share = Math.min(pane.width / picture.width, pane.height / picture.height, 1)
  const halvings = Math.floor(Math.log2(1 / share))
  return Math.ceil(picture.width / 2 ** halvings)
}

/** Whether more than the copy is needed, at so many pixels of the screen for the picture's width. */
export function needsEveryPixel(copyWidth: number | null, pictureWidth: number, shownWidth: number): boolean {
  if (copyWidth === null) return true
  return copyWidth < pictureWidth && shownWidth > copyWidth * sharpTimes
}
