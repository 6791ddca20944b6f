import { parentPath } from './relative-path.ts'

/**
 * `entry`: the name appeared, went, or was replaced. `content`: what it names was written to. A null name:
 * anything in the directory or below it may have changed.
 */
export interface DirectoryChange {
  readonly directory: string
  readonly name: string | null
  readonly kind: 'entry' | 'content'
}

export interface DirtyNames {
  readonly directory: string
  readonly names: readonly string[]
  /** Those of the names that may be new entries: a directory among them is read in full. */
  readonly appeared: ReadonlySet<string>
}

export interface DirtyMarks {
  /** True after so many events that the system may have dropped some: only a full comparison helps. */
  readonly overflowed: boolean
  readonly named: readonly DirtyNames[]
  /** Directories to be read in full, with all below them; none lies below another. */
  readonly subtrees: readonly string[]
}

export interface DirtyDirectories {
  mark(change: DirectoryChange): void
  /** Answers all marks since the last call and forgets them. */
  take(): DirtyMarks
}

/** Half of what Linux queues for a reader by default (fs.inotify.max_queued_events, 16,384). */
const overflowLimit = 8_192

/** Gathers changes until somebody has time for them. Bounded: past the limit single names are not kept. */
export function createDirtyDirectories(): DirtyDirectories {
  let named = new Map<string, Map<string, boolean>>()
  let subtrees = new Set<string>()
  let eventCount = 0

  const clear = () => {
    named = new Map()
    subtrees = new Set()
    eventCount = 0
  }

  return {
    mark({ directory, name, kind }) {
      eventCount += 1
      if (eventCount > overflowLimit) return
      if (name === null) {
        subtrees.add(directory)
        return
      }
      const names = named.get(directory) ?? new Map<string, boolean>()
      names.set(name, kind === 'entry' || names.get(name) === true)
      named.set(directory, names)
    },
    take() {
      const marks: DirtyMarks = {
        overflowed: eventCount > overflowLimit,
        subtrees: [...subtrees].filter((directory) => !hasAncestorIn(subtrees, directory)),
        named: [...named]
          .filter(([directory]) => !subtrees.has(directory) && !hasAncestorIn(subtrees, directory))
          .map(([directory, names]) => ({
            directory,
            names: [...names.keys()],
            appeared: new Set([...names].filter(([, isEntry]) => isEntry).map(([name]) => name)),
          })),
      }
      clear()
      return marks
    },
  }
}

function hasAncestorIn(directories: ReadonlySet<string>, directory: string): boolean {
  for (let current = directory; current !== '';) {
    current = parentPath(current)
    if (directories.has(current)) return true
  }
  return false
}
