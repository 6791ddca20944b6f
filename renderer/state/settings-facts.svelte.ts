import type { CallOutput } from '../../electron/shared/contract.ts'
import type { Priority, RepairPolicy } from '../../electron/shared/settings/folder.ts'
import { call, listen } from '../bridge/client.ts'

/** What the views need of the settings: names of rules, further media types, folders. */
class SettingsFacts {
  current = $state.raw<CallOutput<'settings.get'> | null>(null)

  start(): () => void {
    void this.load()
    return listen('engine.changed', (engine) => {
      if (engine.state === 'running') void this.load()
    })
  }

  /** Call it after settings may have changed. */
  async load(): Promise<void> {
    try {
      this.current = await call('settings.get', {})
    } catch {
      // The engine's own state tells why there is no answer, and a reload follows when it runs again.
    }
  }

  /** Whose scans go out first; `normal` for a folder that is no longer in the settings. */
  folderPriority(folderId: string): Priority {
    const folder = this.current?.settings.folders.find((candidate) => candidate.id === folderId)
    return folder?.priority ?? 'normal'
  }

  /** Whether smaller forms of pictures are proposed; they are for a folder that is no longer in the settings. */
  repairPolicy(folderId: string): RepairPolicy {
    return this.current?.settings.folders.find(({ id }) => id === folderId)?.repair ?? 'ask'
  }

  /** The name as the settings have it. */
  ruleName(ruleId: string): string {
    return this.current?.settings.rules.find((rule) => rule.id === ruleId)?.name ?? ruleId
  }
}

export const settingsFacts = new SettingsFacts()
