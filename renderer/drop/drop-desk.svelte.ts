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

/** Puts files into a watched folder, for the mouse and for the keyboard. */
class DropDesk {
  /** True while files are dragged over the window. */
  dragging = $state(false)
  /** The folder under the pointer. */
  overId = $state<string | null>(null)
  /** True while a person is asked into which folder. */
  choosing = $state(false)
  busy = $state(false)

  readonly folders = $derived<readonly FolderStatus[]>(liveStatus.current?.folders ?? [])

  /** Where a drop anywhere in the window goes; null while there are several folders, or none. */
  readonly onlyFolder = $derived(this.folders.length === 1 ? (this.folders[0] ?? null) : null)

  async drop(folderId: string, files: readonly File[]): Promise<void> {
    await this.#work(() => dropFiles(folderId, files))
  }

  /** Asks for the folder where there are several, and then for the files. */
  begin(): void {
    if (this.onlyFolder === null) this.choosing = true
    else void this.addTo(this.onlyFolder.id)
  }

  async addTo(folderId: string): Promise<void> {
    this.choosing = false
    await this.#work(async () => (await call('shell.addFiles', { folderId })).result)
  }

  async #work(copy: () => Promise<DropResult | null>): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      const result = await copy()
      if (result !== null) tell(result)
    } catch (thrown) {
      toasts.showFailure(thrown, text.failed)
    } finally {
      this.busy = false
    }
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
