import type { CallOutput } from '../../electron/shared/contract.ts'
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

  ruleName(ruleId: string): string {
    return this.current?.settings.rules.find((rule) => rule.id === ruleId)?.name ?? ruleId
  }
}

export const settingsFacts = new SettingsFacts()
