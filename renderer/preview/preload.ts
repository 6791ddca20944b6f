import type { Item } from '../../electron/shared/records.ts'
import { decodeImage } from './image/decoded-image.ts'
import type { DecodedImage } from './image/decoded-image.ts'
import { previewKindOf } from './preview-kind.ts'
import { previewKey, previewLimitMs } from './preview-source.ts'

/** Decoded pictures are large; the next few are all that a reviewer can reach at once. */
const maxAhead = 3

interface Ahead {
  readonly image: Promise<DecodedImage>
  readonly stop: () => void
}

/** By preview key, oldest first. */
const ahead = new Map<string, Ahead>()

/** Decodes an item's picture before it is needed. Does nothing for what is not a picture. */
export function preloadPreview(item: Item): void {
  const key = previewKey(item)
  if (previewKindOf(item.family) !== 'image' || ahead.has(key)) return
  ahead.set(key, startAhead(item))
  for (const [oldest, entry] of ahead) {
    if (ahead.size <= maxAhead) break
    ahead.delete(oldest)
    entry.stop()
  }
}

/** Hands over a picture that was decoded ahead, or is being decoded; the caller releases it. */
export function takePreloaded(item: Item): Promise<DecodedImage> | undefined {
  const key = previewKey(item)
  const entry = ahead.get(key)
  ahead.delete(key)
  return entry?.image
}

function startAhead(item: Item): Ahead {
  const run = new AbortController()
  const image = decodeImage(item, AbortSignal.any([run.signal, AbortSignal.timeout(previewLimitMs)]))
  const stop = (): void => {
    run.abort()
    image.then((decoded) => decoded.release()).catch(() => undefined)
  }
  // A failure is met, and told, when the picture is asked for.
  image.catch(() => undefined)
  return { image, stop }
}
