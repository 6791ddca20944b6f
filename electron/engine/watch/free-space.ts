import { statfs } from 'node:fs/promises'
import type { Clock } from '../time/clock.ts'

const believedMs = 30_000

export interface FreeSpace {
  /** Bytes that are free to Intray on the folder's disk, as last read; null where the system does not say. */
  read(): number | null
}

async function readFreeBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path)
  return bavail * bsize
}

/**
 * Answers at once and reads behind the scenes, at most each 30 s and never twice at the same time, since a
 * share may take long to answer. `onFirst` is told when there is something to show for the first time.
 */
export function createFreeSpace(
  path: string,
  clock: Pick<Clock, 'monotonicMs'>,
  onFirst: () => void,
  readBytes: (path: string) => Promise<number> = readFreeBytes,
): FreeSpace {
  let freeBytes: number | null = null
  let readAtMs = -Infinity
  let isReading = false

  const refresh = async () => {
    isReading = true
    const before = freeBytes
    // A folder that is away, or a system without an answer, has no free space that could be told.
    freeBytes = await readBytes(path).catch(() => null)
    readAtMs = clock.monotonicMs()
    isReading = false
    if (before === null && freeBytes !== null) onFirst()
  }

  return {
    read() {
      if (!isReading && clock.monotonicMs() - readAtMs >= believedMs) void refresh()
      return freeBytes
    },
  }
}
