import type { Size } from '../pan-zoom/geometry.ts'

/** A copy that is this little larger on the screen than its pixels is still sharp. */
const sharpTimes = 1.05

/** How wide the copy of a picture is that fills the pane, both in pixels of the screen: never wider than the picture. */
export function reducedWidth(picture: Size, pane: Size): number {
  const share = Math.min(pane.width / picture.width, pane.height / picture.height, 1)
  return Math.max(1, Math.ceil(picture.width * share))
}

/** Whether more than the copy is needed, at so many pixels of the screen for the picture's width. */
export function needsEveryPixel(copyWidth: number | null, pictureWidth: number, shownWidth: number): boolean {
  if (copyWidth === null) return true
  return copyWidth < pictureWidth && shownWidth > copyWidth * sharpTimes
}
