import type { ShownPage } from '../pages/shown-page.ts'
import { autoPoints, histogramOf } from './levels.ts'
import type { TonePoints } from './levels.ts'

/** Wide enough for strokes of ink to be seen, small enough to be counted at once. */
const copyWidthPx = 320

/** The points for one page, by a small copy of it. Null where they change nothing or the copy cannot be made. */
export async function pointsOf(page: ShownPage): Promise<TonePoints | null> {
  const copy = await page.copy(copyWidthPx).catch(() => null)
  if (copy === null) return null
  try {
    const canvas = new OffscreenCanvas(copy.width, copy.height)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (context === null) return null
    // Paper below what is transparent, as the picture is shown.
    context.fillStyle = 'white'
    context.fillRect(0, 0, copy.width, copy.height)
    context.drawImage(copy, 0, 0)
    return autoPoints(histogramOf(context.getImageData(0, 0, copy.width, copy.height).data))
  } finally {
    copy.close()
  }
}
