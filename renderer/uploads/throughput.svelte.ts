import { listen } from '../bridge/client.ts'
import { secondClock } from '../state/clock.svelte.ts'
import { rateAt, withSample } from './sending-rate.ts'
import type { SentSample } from './sending-rate.ts'

/** How much is sent of late. Runs as long as the window, so that the figure is there when somebody looks. */
class Throughput {
  #samples = $state.raw<readonly SentSample[]>([])
  /** Bytes of each upload in flight that were counted already. */
  readonly #countedBytes = new Map<number, number>()
  #uploaded: number | null = null

  /** Files and bytes of the last minute. */
  readonly rate = $derived(rateAt(this.#samples, secondClock.nowMs))

  start(): () => void {
    const stops = [
      listen('upload.progressed', ({ itemId, sentBytes, totalBytes }) => {
        const counted = this.#countedBytes.get(itemId) ?? 0
        // A further attempt starts from nothing.
        this.#note(0, sentBytes >= counted ? sentBytes - counted : sentBytes)
        if (sentBytes >= totalBytes) this.#countedBytes.delete(itemId)
        else this.#countedBytes.set(itemId, sentBytes)
      }),
      listen('status.changed', ({ counts }) => {
        const files = this.#uploaded === null ? 0 : counts.uploaded - this.#uploaded
        this.#uploaded = counts.uploaded
        if (files > 0) this.#note(files, 0)
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }

  #note(files: number, bytes: number): void {
    this.#samples = withSample(this.#samples, { atMs: Date.now(), files, bytes })
  }
}

export const throughput = new Throughput()
