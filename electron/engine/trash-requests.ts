import type { Events } from '../shared/contract.ts'

/** The system's trash, which only the desktop application can use. */
export interface Trash {
  /** Asks for one file to be put there. Null when it was, else why not, in words. Never rejects. */
  put(itemId: number, path: string): Promise<string | null>
}

export interface TrashRequests extends Trash {
  /** What the shell says became of a file. An answer that nobody waits for any more is left out of account. */
  answered(itemId: number, failure: string | null): void
  stop(): void
}

/** A question to a person that a system may ask before it deletes must have time. */
const limitMs = 120_000

/** Asks the shell, and waits for its answer. */
export function createTrashRequests(announce: (wanted: Events['files.trashWanted']) => void): TrashRequests {
  const waiting = new Map<number, (failure: string | null) => void>()
  return {
    put: (itemId, path) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => {
          end('The desktop application did not answer in time.')
        }, limitMs)
        const end = (failure: string | null): void => {
          clearTimeout(timer)
          waiting.delete(itemId)
          resolve(failure)
        }
        waiting.set(itemId, end)
        announce({ itemId, path })
      }),
    answered(itemId, failure) {
      waiting.get(itemId)?.(failure)
    },
    stop() {
      for (const end of waiting.values()) end('Intray was closed.')
    },
  }
}
