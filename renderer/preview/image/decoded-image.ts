import type { DrawnPage } from '../pages/shown-page.ts'
import { PreviewError } from '../preview-problem.ts'
import { reducedWidth } from './reduced-width.ts'

/** Four bytes each: more would cost the window over 480 MB. A3 at 600 dpi has 70 million. */
const maxPixels = 120_000_000

/**
 * Decodes a picture, so that it appears without a wait: at the size of the window, outside of the window's own thread.
 * All of its pixels are decoded when somebody looks closer.
 * @throws PreviewError when it is broken or too big to be decoded.
 */
export async function decodeImage(blob: Blob, signal: AbortSignal): Promise<DrawnPage> {
  const url = URL.createObjectURL(blob)
  const image = new Image()
  let reduced: ImageBitmap | null = null
  const release = (): void => {
    image.removeAttribute('src')
    URL.revokeObjectURL(url)
    reduced?.close()
  }
  try {
    await loadHeader(image, url)
    const { naturalWidth: widthPx, naturalHeight: heightPx } = image
    if (widthPx * heightPx > maxPixels) throw new PreviewError({ kind: 'too_big', widthPx, heightPx })
    const pane = { width: innerWidth * devicePixelRatio, height: innerHeight * devicePixelRatio }
    reduced = await reducedCopy(blob, reducedWidth({ width: widthPx, height: heightPx }, pane))
    // What cannot be copied, such as a picture that is cut off, may still be shown as far as it goes.
    if (reduced === null) await image.decode()
    signal.throwIfAborted()
    const source = reduced ?? blob
    return {
      widthPx,
      heightPx,
      ownSize: { width: widthPx, height: heightPx },
      measure: 'pixels',
      source: { kind: 'image', url, reduced },
      copy: (wantedPx) => createImageBitmap(source, copyOptions(Math.min(wantedPx, widthPx))),
      release,
    }
  } catch (thrown) {
    release()
    throw thrown
  }
}

/** A small copy of a picture. Chromium decodes it outside of the window's own thread. */
export function copyOf(blob: Blob, widthPx: number): Promise<ImageBitmap> {
  return createImageBitmap(blob, copyOptions(widthPx))
}

function copyOptions(widthPx: number): ImageBitmapOptions {
  return { resizeWidth: Math.max(1, Math.round(widthPx)), resizeQuality: 'medium' }
}

/**
 * Null for pictures that move, and for those that cannot be copied. The quality "medium" takes the mean of the pixels
 * where it halves; "high" leaves most of them out, and makes the fine print of a large scan jagged.
 */
async function reducedCopy(blob: Blob, widthPx: number): Promise<ImageBitmap | null> {
  if (blob.type === 'image/gif') return null
  try {
    return await createImageBitmap(blob, { resizeWidth: widthPx, resizeQuality: 'medium' })
  } catch {
    return null
  }
}

/** Reads the picture's size. Chromium decodes the pixels later, when asked. */
function loadHeader(image: HTMLImageElement, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    image.onload = () => resolve()
    image.onerror = () => reject(new PreviewError({ kind: 'broken' }))
    image.src = url
  })
}
