import { randomUUID } from 'node:crypto'
import { rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Timers } from '../time/clock.ts'
import { withPatience } from './concurrency.ts'
import { systemCode } from './folder-reader.ts'

const prefix = '.intray-probe-'
const text =
  'Intray tests whether the system reports changes in this folder, and removes this file at once.\n'

/** How long the event of a probe file is waited for. */
export const probePatienceMs = 5_000

/** True for the name of a probe file, also of another computer's: intake never takes it nor lists it. */
export function isProbeName(name: string): boolean {
  return name.startsWith(prefix)
}

/** What a probe does with the file system. Tests give one that fails on purpose. */
export interface ProbeFiles {
  /** Fails when the file is there already. */
  write(path: string): Promise<void>
  /** No failure when the file is not there. */
  remove(path: string): Promise<void>
  /** The number by which the system tells kinds of file systems apart. */
  readFileSystemType(path: string): Promise<number>
}

export const systemProbeFiles: ProbeFiles = {
  write: (path) => writeFile(path, text, { flag: 'wx', mode: 0o600 }),
  // On Windows a scanner for viruses may hold a new file for a moment.
  remove: (path) => rm(path, { force: true, maxRetries: 5, retryDelay: 200 }),
  readFileSystemType: async (path) => (await statfs(path)).type,
}

/** `refused`: the probe file could not be written or not be removed, with the system's code. */
export type ProbeOutcome =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'refused'; readonly code: string }

export interface EventProbe {
  /** Writes a probe file into the folder, removes it, and waits for its event. Never rejects. */
  run(root: string): Promise<ProbeOutcome>
  /** Told of each event that names a probe file. */
  heard(name: string): void
  /** Ends a running probe early. */
  cancel(): void
}

export function createEventProbe(timers: Timers, files: ProbeFiles): EventProbe {
  let awaited: { readonly name: string; readonly settle: (outcome: ProbeOutcome) => void } | null = null

  return {
    async run(root) {
      const name = `${prefix}${randomUUID()}`
      const path = join(root, name)
      let outcome: ProbeOutcome = { kind: 'silent' }
      const answered = new Promise<void>((resolve) => {
        awaited = {
          name,
          settle(settled) {
            outcome = settled
            resolve()
          },
        }
      })
      const writing = files
        .write(path)
        .then(() => files.remove(path))
        .catch((thrown: unknown) => awaited?.settle({ kind: 'refused', code: systemCode(thrown) }))
      await withPatience(timers, probePatienceMs, Promise.all([answered, writing]))
      awaited = null
      return outcome
    },
    heard(name) {
      if (awaited?.name === name) awaited.settle({ kind: 'delivered' })
    },
    cancel() {
      awaited?.settle({ kind: 'silent' })
    },
  }
}

export interface ProbeLeftovers {
  /** Told of a probe file that a comparison found. */
  found(name: string): void
  /** Called after each comparison: removes what this one and the one before it found. */
  sweep(root: string): Promise<void>
}

/** Removes probe files that a crash left behind. One that two comparisons found is nobody's any more. */
export function createProbeLeftovers(files: Pick<ProbeFiles, 'remove'>): ProbeLeftovers {
  let before = new Set<string>()
  let present = new Set<string>()
  return {
    found: (name) => void present.add(name),
    async sweep(root) {
      const left = [...present].filter((name) => before.has(name))
      before = present
      present = new Set()
      // One that cannot be removed now is found again by the next comparison.
      await Promise.allSettled(left.map((name) => files.remove(join(root, name))))
    },
  }
}
