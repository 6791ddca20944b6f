import { previewLimitMs } from '../preview-source.ts'

type Draw = (signal: AbortSignal) => Promise<ImageBitmap>

/** Draws one small picture after the other, so that they never hold up the picture that is looked at. */
class ThumbnailQueue {
  #last: Promise<unknown> = Promise.resolve()

  /**
   * Draws when its turn comes, unless `signal` has aborted by then, within the time limit of a preview.
   * A picture that comes too late is closed.
   */
  add(draw: Draw, signal: AbortSignal): Promise<ImageBitmap> {
    const drawn = this.#last.then(() => {
      signal.throwIfAborted()
      return withinLimit(draw, AbortSignal.any([signal, AbortSignal.timeout(previewLimitMs)]))
    })
    this.#last = drawn.catch(() => undefined)
    return drawn
  }
}

export const thumbnailQueue = new ThumbnailQueue()

async function withinLimit(draw: Draw, signal: AbortSignal): Promise<ImageBitmap> {
  const { promise: aborted, resolve } = Promise.withResolvers<null>()
  const onAbort = (): void => resolve(null)
  signal.addEventListener('abort', onAbort, { once: true })
  const drawing = draw(signal)
  try {
    const bitmap = await Promise.race([drawing, aborted])
    if (bitmap !== null) return bitmap
    void drawing.then((late) => late.close()).catch(() => undefined)
    throw new DOMException('The small picture took too long, or is not wanted any more.', 'AbortError')
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
