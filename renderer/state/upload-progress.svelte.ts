import { SvelteMap } from 'svelte/reactivity'
import { listen } from '../bridge/client.ts'

interface Progress {
  readonly sentBytes: number
  readonly totalBytes: number
}

/** How far each upload in flight is, by item. */
class UploadProgress {
  readonly #byItem = new SvelteMap<number, Progress>()

  start(): () => void {
    const stops = [
      listen('upload.progressed', ({ itemId, sentBytes, totalBytes }) => {
        this.#byItem.set(itemId, { sentBytes, totalBytes })
      }),
      // A new attempt starts from nothing; a finished one has no use for its last figure.
      listen('items.changed', ({ itemIds }) => {
        for (const itemId of itemIds ?? this.#byItem.keys()) this.#byItem.delete(itemId)
      }),
    ]
    return () => {
      for (const stop of stops) stop()
      this.#byItem.clear()
    }
  }

  of(itemId: number): Progress | undefined {
    return this.#byItem.get(itemId)
  }
}

export const uploadProgress = new UploadProgress()
