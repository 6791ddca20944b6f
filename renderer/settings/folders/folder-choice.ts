import { folderSchema } from '../../../electron/shared/settings/folder.ts'
import { call } from '../../bridge/client.ts'
import { messages } from '../../messages/current.ts'
import { toasts } from '../../state/toasts.svelte.ts'
import { folderFormOf } from '../form/folder-form.ts'
import type { FolderForm } from '../form/folder-form.ts'
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
export function newFolder(path: string, present: readonly FolderForm[]): FolderForm {
  const taken = present.map((folder) => folder.id)
  return folderFormOf(folderSchema.parse({ id: newId(folderName(path), taken), path }))
}
