import { execFileSync } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

export interface SmallDisk {
  readonly root: string
  setReadOnly(readOnly: boolean): void
}

/**
 * A real file system in memory with room for `sizeBytes`. Only an administrator of a Linux computer can make one;
 * null elsewhere, with the reason on standard error.
 */
export function smallDisk(sizeBytes: number): SmallDisk | null {
  const root = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(sizeBytes)}`, 'tmpfs', root], {
      stdio: 'pipe',
    })
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    console.warn(`NOT TESTED on a small disk, because none can be made here: ${words}`)
    return null
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', root])
  })
  return {
    root,
    setReadOnly(readOnly) {
      execFileSync('mount', ['-o', `remount,${readOnly ? 'ro' : 'rw'}`, root])
    },
  }
}
