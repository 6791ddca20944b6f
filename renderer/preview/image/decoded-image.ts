import type { Item } from '../../../electron/shared/records.ts'
import { PreviewError } from '../preview-problem.ts'
import { fetchPreview } from '../preview-source.ts'

/** A picture that Chromium has decoded already: shown under `url`, it appears without a wait. */
export interface DecodedImage {
  readonly url: string
  readonly widthPx: number
  readonly heightPx: number
  /** Frees the bytes and the decoded picture. */
  release(): void
}

/** Four bytes each: more would cost the window over 480 MB. A3 at 600 dpi has 70 million. */
const maxPixels = 120_000_000

/**
 * Fetches and decodes an item's picture.
 * @throws PreviewError when there is none, when it is broken, or when it is too big to be decoded.
 */
export async function decodeImage(item: Item, signal: AbortSignal): Promise<DecodedImage> {
  const response = await fetchPreview(item, signal)
  const url = URL.createObjectURL(await response.blob())
  const image = new Image()
  const release = (): void => {
    image.removeAttribute('src')
    URL.revokeObjectURL(url)
  }
  try {
    await loadHeader(image, url)
    const { naturalWidth: widthPx, naturalHeight: heightPx } = image
    if (widthPx * heightPx > maxPixels) throw new PreviewError({ kind: 'too_big', widthPx, heightPx })
    await image.decode()
    signal.throwIfAborted()
    return { url, widthPx, heightPx, release }
  } catch (thrown) {
    release()
    throw thrown
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
