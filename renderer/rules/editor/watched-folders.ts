import { folderName } from '../../settings/form/new-id.ts'
import { liveStatus } from '../../state/live-status.svelte.ts'
import { settingsFacts } from '../../state/settings-facts.svelte.ts'

/** A folder that a rule may be for. */
export interface WatchedFolder {
  readonly id: string
  readonly label: string
}

/** The folders of the settings, and those that are watched now: in practice mode these are others. */
export function watchedFolders(): readonly WatchedFolder[] {
  const labels = new Map<string, string>()
  const found = [...(settingsFacts.current?.settings.folders ?? []), ...(liveStatus.current?.folders ?? [])]
  for (const { id, path } of found) labels.set(id, folderName(path) || id)
  return [...labels].map(([id, label]) => ({ id, label }))
}

/** How a folder is called; its id where it is not watched any more. */
export function folderLabel(id: string): string {
  return watchedFolders().find((folder) => folder.id === id)?.label ?? id
}
