import type { IndexFile } from '../../electron/shared/records.ts'
import { indexFiles } from '../rules/index/index-files.svelte.ts'
import { workbench } from '../rules/workbench.svelte.ts'
import { settingsDesk } from '../settings/settings-desk.svelte.ts'
import { navigation } from '../state/navigation.svelte.ts'

/** Shows the rule that read a name, where it can be changed. */
export function showRule(ruleId: string): void {
  workbench.openRule(ruleId)
  navigation.go('rules')
}

/** Shows the index files and how far their rows found their scans; one of them with its rows. */
export function showIndexFiles(file: IndexFile | null = null): void {
  workbench.tab = 'index'
  if (file !== null && indexFiles.open?.itemId !== file.itemId) indexFiles.toggle(file)
  navigation.go('rules')
}

/** Shows where encoding, delimiter and columns of a folder's index files are set. */
export function showFolderSettings(): void {
  settingsDesk.section = 'folders'
  navigation.go('settings')
}
