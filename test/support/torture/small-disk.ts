import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A real file system of a few megabytes. */
export interface SmallDisk {
  readonly root: string
  /** Leaves no byte free. */
  fill(): void
  empty(): void
  setReadOnly(readOnly: boolean): void
  remove(): void
}

/** Mounts one, or tells in words why that is not possible here: only root may, and only on Linux. */
export function mountSmallDisk(sizeMegabytes: number): SmallDisk | string {
  const root = mkdtempSync(join(tmpdir(), 'intray-disk-'))
  try {
    run('mount', '-t', 'tmpfs', '-o', `size=${String(sizeMegabytes)}m`, 'tmpfs', root)
  } catch (error) {
    rmSync(root, { recursive: true })
    return `a file system cannot be mounted here: ${error instanceof Error ? error.message.trim() : ''}`
  }
  const ballast = join(root, 'ballast')
  return {
    root,
    fill() {
      const { bavail, bsize } = statfsSync(root)
      writeFileSync(ballast, Buffer.alloc(bavail * bsize))
    },
    empty() {
      rmSync(ballast, { force: true })
    },
    setReadOnly(readOnly) {
      run('mount', '-o', `remount,${readOnly ? 'ro' : 'rw'}`, root)
    },
    remove() {
      // Lazily: a process that was killed a moment ago may still hold it.
      run('umount', '-l', root)
      rmSync(root, { recursive: true, force: true })
    },
  }
}

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
}
