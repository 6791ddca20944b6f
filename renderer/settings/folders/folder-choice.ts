import type { FolderSettings } from '../../../electron/shared/settings.ts'
import { call } from '../../bridge/client.ts'
import { messages } from '../../messages/current.ts'
import { toasts } from '../../state/toasts.svelte.ts'
import { folderName, newId } from '../form/new-id.ts'

/** Lets the person choose a folder with the system's dialog; null when none was chosen. */
export async function pickFolder(): Promise<string | null> {
  try {
    return (await call('shell.pickFolder', {})).path
  } catch (thrown) {
    toasts.showFailure(thrown, messages.settings.folders.pickFailed)
    return null
  }
}

/** A new watched folder with the safest policy. */
export function newFolder(path: string, present: readonly FolderSettings[]): FolderSettings {
  const taken = present.map((folder) => folder.id)
  return { id: newId(folderName(path), taken), path, recursive: true, policy: 'review_everything' }
}
