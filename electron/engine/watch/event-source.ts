import { IntrayError } from '../../shared/error-codes.ts'
import type { Timers } from '../time/clock.ts'
import type { DirectoryChange } from './dirty-directories.ts'
import { systemCode } from './folder-reader.ts'
import type { FolderReader } from './folder-reader.ts'
import { startFolderEvents } from './folder-events.ts'
import type { FolderEvents, WatchLayout } from './folder-events.ts'
import type { Sentence } from '../../shared/sentences/told.ts'

export interface EventSourceOptions {
  readonly path: string
  readonly layout: WatchLayout
  readonly timers: Timers
  readonly reader: Pick<FolderReader, 'readRealPath'>
  onChange(change: DirectoryChange): void
  /** The folder itself may have been deleted or moved away, and may be back already. */
  onRootGone(): void
  /** Events stopped by themselves. */
  onLost(): void
}

/** The events of one folder over time: begun, lost, begun anew when the folder was replaced. */
export interface EventSource {
  /**
   * Begins events for the folder that `rootKey` names, unless they are running for it. Events that the system
   * refused are tried again only when asked to, so that the refusal is told once. Answers whether they are new.
   */
  begin(rootKey: string, tryRefused: boolean): Promise<boolean>
  /** Resolves when changes in this directory are seen, or at once where there are no events. */
  watch(directory: string): Promise<void>
  forget(directory: string): Promise<void>
  /** `refusal`: why the system gives no events; else null. */
  state(): { readonly isRunning: boolean; readonly refusal: Sentence | null }
  end(): Promise<void>
}

export function createEventSource(options: EventSourceOptions): EventSource {
  let current: { readonly identity: string; readonly events: FolderEvents } | null = null
  let refusal: Sentence | null = null

  const end = async () => {
    const ending = current
    current = null
    refusal = null
    await ending?.events.stop()
  }

  return {
    async begin(rootKey, tryRefused) {
      if (refusal !== null && !tryRefused) return false
      const realPath = await options.reader.readRealPath(options.path).catch((thrown: unknown) => {
        throw new IntrayError('folder_unreachable', systemCode(thrown), { cause: thrown })
      })
      const identity = `${rootKey} ${realPath}`
      if (current?.identity === identity) return false
      await end()
      const events = startFolderEvents({
        root: realPath,
        layout: options.layout,
        timers: options.timers,
        onChange: (change) => options.onChange(change),
        onRootGone: () => options.onRootGone(),
        onFailure(why) {
          current = null
          refusal = why
          options.onLost()
        },
      })
      current = { identity, events }
      return true
    },
    async watch(directory) {
      await current?.events.watch(directory)
    },
    async forget(directory) {
      await current?.events.forget(directory)
    },
    state: () => ({ isRunning: current !== null, refusal }),
    end,
  }
}
