import { basename, resolve } from 'node:path'
import { FSWatcher } from 'chokidar'

/** What the system says of one entry. `entry`: it appeared, went, or was replaced; `content`: it was written to. */
export type ChangeKind = 'entry' | 'content'

export interface DirectoryEventsOptions {
  /** The directory's real path: a symbolic link would be watched as a link. */
  readonly path: string
  /** Whether one watch covers all directories below, where the system has such a watch. */
  readonly wholeTree: boolean
  /** `name` is relative to the directory, in the system's spelling; null: anything may have changed. */
  onChange(name: string | null, kind: ChangeKind): void
  /** The directory may have been deleted or moved away, and may be back already. */
  onGone(): void
  onError(thrown: unknown): void
}

export interface DirectoryEvents {
  /** Resolves when changes are seen from now on, or when it is closed before. */
  readonly ready: Promise<void>
  /** Closes at once; resolves when the last handle is released. */
  close(): Promise<void>
}

/**
 * Tells which names in a directory may have changed. Events are hints: they can be lost, doubled or late.
 *
 * chokidar is told to ignore every entry and its `raw` events are read, so it keeps nothing for a file. With
 * its entries tracked it keeps about 4 KB for each. With one instance that ignores files by their kind, it
 * reads a whole directory for each file deleted from it: 70 s of processor time for 500 deletions among
 * 20,000 files.
 */
export function watchDirectory(options: DirectoryEventsOptions): DirectoryEvents {
  const path = resolve(options.path)
  const watcher = new FSWatcher({
    // Given as `cwd`, since chokidar turns the backslashes of any other path into slashes.
    cwd: path,
    backend: options.wholeTree ? 'native-recursive' : 'native',
    ignored: (candidate) => bare(candidate) !== bare(path),
    ignoreInitial: true,
    ignorePermissionErrors: true,
    followSymlinks: false,
    atomic: false,
  })
  watcher.on('raw', (event, name, details: unknown) => {
    if (!isAbout(path, details)) return
    options.onChange(name, event === 'rename' ? 'entry' : 'content')
    // Linux tells of a directory's own end by its own name; it may have been made anew since.
    if (event === 'rename' && name === basename(path)) options.onGone()
  })
  watcher.on('unlinkDir', () => options.onGone())
  watcher.on('error', (thrown) => options.onError(thrown))
  let release: () => void = () => undefined
  const ready = new Promise<void>((done) => {
    release = done
    watcher.once('ready', done)
  })
  watcher.add('.')
  return {
    ready,
    close() {
      release()
      return watcher.close()
    },
  }
}

/** Without the slashes that chokidar's normalising adds or takes away at either end. */
function bare(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/+|\/+$/g, '')
}

/** While chokidar waits for a directory that is gone, it also tells of the directory's parent. */
function isAbout(path: string, details: unknown): boolean {
  return (
    typeof details === 'object' &&
    details !== null &&
    'watchedPath' in details &&
    details.watchedPath === path
  )
}
