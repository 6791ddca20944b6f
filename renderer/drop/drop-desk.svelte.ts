import type { DropResult } from '../../electron/shared/records.ts'
import type { FolderStatus } from '../../electron/shared/status.ts'
import { call, dropFiles } from '../bridge/client.ts'
import { messages } from '../messages/current.ts'
import { inWords } from '../messages/in-words.ts'
import { liveStatus } from '../state/live-status.svelte.ts'
import { toasts } from '../state/toasts.svelte.ts'

const text = messages.drop
/** So many files that were not taken are named; of the others the number is told. */
const mostNamed = 3
/** So many files are handed to the shell in one go. */
const mostAtOnce = 500

/** Puts files into a watched folder, for the mouse and for the keyboard. */
class DropDesk {
  /** True while files are dragged over the window. */
  dragging = $state(false)
  /** The folder under the pointer. */
  overId = $state<string | null>(null)
  /** True while a person is asked into which folder. */
  choosing = $state(false)
  #waiting = $state(0)
  /** What was dropped while files are still being copied comes after them. */
  #lastCopy: Promise<void> = Promise.resolve()

  readonly busy = $derived(this.#waiting > 0)

  readonly folders = $derived<readonly FolderStatus[]>(liveStatus.current?.folders ?? [])

  /** Where a drop anywhere in the window goes; null while there are several folders, or none. */
  readonly onlyFolder = $derived(this.folders.length === 1 ? (this.folders[0] ?? null) : null)

  async drop(folderId: string, files: readonly File[]): Promise<void> {
    await this.#work(async () => {
      const copied: string[] = []
      const refused: DropResult['refused'][number][] = []
      try {
        for (let from = 0; from < files.length; from += mostAtOnce) {
          const part = await dropFiles(folderId, files.slice(from, from + mostAtOnce))
          copied.push(...part.copied)
          refused.push(...part.refused)
        }
      } finally {
        // Also what was copied before something went wrong.
        tell({ copied, refused })
      }
    })
  }

  /** Asks for the folder where there are several, and then for the files. */
  begin(): void {
    if (this.onlyFolder === null) this.choosing = true
    else void this.addTo(this.onlyFolder.id)
  }

  async addTo(folderId: string): Promise<void> {
    this.choosing = false
    await this.#work(async () => {
      const { result } = await call('shell.addFiles', { folderId })
      if (result !== null) tell(result)
    })
  }

  #work(copy: () => Promise<void>): Promise<void> {
    this.#waiting += 1
    this.#lastCopy = this.#lastCopy.then(copy).then(
      () => {
        this.#waiting -= 1
      },
      (thrown: unknown) => {
        this.#waiting -= 1
        toasts.showFailure(thrown, text.failed)
      },
    )
    return this.#lastCopy
  }
}

function tell({ copied, refused }: DropResult): void {
  if (copied.length > 0) toasts.show({ tone: 'success', title: text.copied(copied.length) })
  if (refused.length === 0) return
  const named = refused
    .slice(0, mostNamed)
    .map(({ name, words, said }) => ({ name, words: inWords(words, said) }))
  const words = text.refusedWords(named, refused.length - mostNamed)
  toasts.show({ tone: 'danger', title: text.refused(refused.length), words })
}

export const dropDesk = new DropDesk()
