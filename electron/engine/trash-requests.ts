import type { Events } from '../shared/contract.ts'
import { say, sayAsWritten } from '../shared/sentences/say.ts'
import type { Sentence } from '../shared/sentences/told.ts'

/** The system's trash, which only the desktop application can use. */
export interface Trash {
  /** Asks for one file to be put there. Null when it was, else why not. Never rejects. */
  put(itemId: number, path: string): Promise<Sentence | null>
}

export interface TrashRequests extends Trash {
  /** What the shell says became of a file: null, or the system’s words, which may be none. An answer that nobody waits for any more is left out of account. */
  answered(itemId: number, failure: string | null): void
  stop(): void
}

/** A question to a person that a system may ask before it deletes must have time. */
const limitMs = 120_000

/** Asks the shell, and waits for its answer. */
export function createTrashRequests(announce: (wanted: Events['files.trashWanted']) => void): TrashRequests {
  const waiting = new Map<number, (failure: Sentence | null) => void>()
  return {
    put: (itemId, path) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => {
          end(say('trash_answers_late'))
        }, limitMs)
        const end = (failure: Sentence | null): void => {
          clearTimeout(timer)
          waiting.delete(itemId)
          resolve(failure)
        }
        waiting.set(itemId, end)
        announce({ itemId, path })
      }),
    answered(itemId, failure) {
      const words = failure === '' ? say('trash_gives_no_reason') : sayAsWritten(failure ?? '')
      waiting.get(itemId)?.(failure === null ? null : words)
    },
    stop() {
      for (const end of waiting.values()) end(say('intray_is_closing'))
    },
  }
}
