import type { Item } from '../../../electron/shared/records.ts'
import { PreviewError } from '../preview-problem.ts'
import { fetchPreview, previewUrl } from '../preview-source.ts'

export interface OpenVideo {
  readonly element: HTMLVideoElement
  /** Ends the download and frees the decoder. */
  release(): void
}

/**
 * Opens a video for playing: muted, and not started by itself.
 * @throws PreviewError when there is none or Chromium cannot play it.
 */
export async function openVideo(item: Item, signal: AbortSignal): Promise<OpenVideo> {
  const element = document.createElement('video')
  element.muted = true
  element.disablePictureInPicture = true
  element.preload = 'metadata'
  const release = (): void => {
    signal.removeEventListener('abort', release)
    element.removeAttribute('src')
    element.load()
  }
  signal.addEventListener('abort', release, { once: true })
  try {
    await loadMetadata(element, previewUrl(item))
    signal.throwIfAborted()
    signal.removeEventListener('abort', release)
    return { element, release }
  } catch (thrown) {
    release()
    await throwIfRefused(item, signal)
    throw thrown
  }
}

function loadMetadata(element: HTMLVideoElement, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    element.onloadedmetadata = () => {
      // Sound without a picture: the container is known, the coding of the picture is not.
      if (element.videoWidth > 0) resolve()
      else reject(new PreviewError({ kind: 'not_playable' }))
    }
    element.onerror = () => reject(new PreviewError({ kind: 'not_playable' }))
    element.src = url
  })
}

/** A video element does not say what the server answered, so it is asked again for a single byte. */
async function throwIfRefused(item: Item, signal: AbortSignal): Promise<void> {
  const response = await fetchPreview(item, signal, {}, { Range: 'bytes=0-0' })
  await response.body?.cancel()
}
