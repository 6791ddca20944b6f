import { sep } from 'node:path'
import type { Timers } from '../time/clock.ts'
import { createGate } from './concurrency.ts'
import { watchDirectory } from './directory-events.ts'
import type { ChangeKind, DirectoryEvents } from './directory-events.ts'
import type { DirectoryChange } from './dirty-directories.ts'
import { isGone, systemCode } from './folder-reader.ts'
import { absolutePath, childPath, isSameOrBelow, lastSegment, parentPath } from './relative-path.ts'
import { say } from '../../shared/sentences/say.ts'
import type { Sentence } from '../../shared/sentences/told.ts'

/** One watch for the whole tree where the system has it, else one for each directory. */
export type WatchLayout = 'whole_tree' | 'each_directory'

export interface FolderEventsOptions {
  /** The folder's real path. */
  readonly root: string
  readonly layout: WatchLayout
  readonly timers: Timers
  onChange(change: DirectoryChange): void
  /** The folder itself may have been deleted or moved away, and may be back already. */
  onRootGone(): void
  /** Called at most once, and never after `stop`: from then on no events come. */
  onFailure(why: Sentence): void
}

export interface FolderEvents {
  /**
   * Resolves when changes in this directory are seen from now on. Where that takes long it resolves earlier,
   * and the directory is reported as changed once it is watched. Idempotent; never rejects.
   */
  watch(directory: string): Promise<void>
  /** Stops watching a directory that is gone or was replaced, and all below it. */
  forget(directory: string): Promise<void>
  stop(): Promise<void>
}

interface WatchedDirectory {
  events: DirectoryEvents | null
  usable: Promise<void>
}

const openLimit = 8
const patienceMs = 2_000

/** Windows and macOS watch a tree by one handle; on Linux Node would imitate it with a watch for each file. */
export function layoutFor(recursive: boolean, platform: NodeJS.Platform = process.platform): WatchLayout {
  return recursive && (platform === 'win32' || platform === 'darwin') ? 'whole_tree' : 'each_directory'
}

/** Watches the directories of one folder as it is told of them. */
export function startFolderEvents(options: FolderEventsOptions): FolderEvents {
  const { root, layout, timers } = options
  const watched = new Map<string, WatchedDirectory>()
  const gate = createGate(openLimit)
  let isSlow = false
  let ended = false

  const close = async (directories: readonly string[]) => {
    const closing = directories.map(async (directory) => {
      const events = watched.get(directory)?.events
      watched.delete(directory)
      await events?.close()
    })
    // A handle that fails to close is out of use all the same.
    await Promise.allSettled(closing)
  }

  const fail = (thrown: unknown) => {
    if (ended || isGone(thrown)) return
    ended = true
    void close([...watched.keys()])
    options.onFailure(say('no_events', { code: systemCode(thrown) }))
  }

  const open = (directory: string, entry: WatchedDirectory) =>
    gate(async () => {
      if (watched.get(directory) !== entry) return
      entry.events = watchDirectory({
        path: absolutePath(root, directory),
        wholeTree: layout === 'whole_tree',
        onChange: (name, kind) => options.onChange(locate(directory, name, kind)),
        onGone: () =>
          directory === '' ? options.onRootGone() : options.onChange(locate('', directory, 'entry')),
        onError: fail,
      })
      await entry.events.ready
    })

  /** A slow share must not hold up the listing, which is the truth; it catches up when the watch is there. */
  const waitWithPatience = (directory: string, opened: Promise<void>) =>
    new Promise<void>((resolve) => {
      let isLate = isSlow
      if (isLate) resolve()
      const stopTimer = timers.after(patienceMs, () => {
        isSlow = true
        isLate = true
        resolve()
      })
      void opened.then(() => {
        stopTimer()
        if (isLate && watched.has(directory)) options.onChange({ directory, name: null, kind: 'entry' })
        resolve()
      })
    })

  return {
    async watch(wanted) {
      if (ended) return
      const directory = layout === 'whole_tree' ? '' : wanted
      const known = watched.get(directory)
      if (known !== undefined) return known.usable
      const entry: WatchedDirectory = { events: null, usable: Promise.resolve() }
      watched.set(directory, entry)
      entry.usable = waitWithPatience(directory, open(directory, entry))
      await entry.usable
    },
    async forget(directory) {
      // A directory is entered before those below it, so if it is not watched none below it is.
      if (!watched.has(directory)) return
      await close([...watched.keys()].filter((path) => isSameOrBelow(directory, path)))
    },
    async stop() {
      ended = true
      await close([...watched.keys()])
    },
  }
}

/** In the layout `whole_tree` the name is a path below the watched directory. */
function locate(directory: string, name: string | null, kind: ChangeKind): DirectoryChange {
  if (name === null) return { directory, name, kind }
  const path = childPath(directory, sep === '/' ? name : name.replaceAll(sep, '/'))
  return { directory: parentPath(path), name: lastSegment(path), kind }
}
