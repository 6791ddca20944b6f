import type { LaneStatus } from '../../electron/shared/status.ts'
import { call } from '../bridge/client.ts'
import { messages } from '../messages/current.ts'
import { toasts } from './toasts.svelte.ts'

/** True while pausing is what a person can do. A lane that waits for its hours can be paused beyond them. */
export function canPause(state: LaneStatus['state'] | undefined): boolean {
  return state === 'running' || state === 'scheduled'
}

/** Pausing and resuming all uploads. What the lane is doing stands in the status. */
class Lane {
  busy = $state(false)

  async pause(): Promise<void> {
    await this.#ask('uploads.pause', messages.windowFrame.notPaused)
  }

  async resume(): Promise<void> {
    await this.#ask('uploads.resume', messages.windowFrame.notResumed)
  }

  async #ask(name: 'uploads.pause' | 'uploads.resume', failedTitle: string): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      await call(name, {})
    } catch (thrown) {
      toasts.showFailure(thrown, failedTitle)
    } finally {
      this.busy = false
    }
  }
}

export const lane = new Lane()
