import type { Item } from '../../electron/shared/records.ts'
import { call } from '../bridge/client.ts'
import { messages } from '../messages/current.ts'
import { toasts } from '../state/toasts.svelte.ts'

/** Opens the file with the system's program for it. */
export function openFile(item: Item): void {
  call('shell.openItem', { itemId: item.id }).catch((thrown: unknown) =>
    toasts.showFailure(thrown, messages.item.notOpened),
  )
}

/** Shows the file in the system's file manager. */
export function showFile(item: Item): void {
  call('shell.showItem', { itemId: item.id }).catch((thrown: unknown) =>
    toasts.showFailure(thrown, messages.item.notShown),
  )
}

/** Shows a watched folder in the system's file manager. */
export function showFolder(folderId: string): void {
  call('shell.showFolder', { folderId }).catch((thrown: unknown) =>
    toasts.showFailure(thrown, messages.item.notShown),
  )
}
