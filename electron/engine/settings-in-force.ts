import { IntrayError } from '../shared/error-codes.ts'
import type { RulesDefinition } from '../shared/rules.ts'
import { say } from '../shared/sentences/say.ts'
import type { Settings, SettingsProblem } from '../shared/settings/settings.ts'
import type { DataFolder } from './data-folder.ts'
import { defaultSettings, loadSettings, saveSettings } from './settings-file.ts'
import { findSettingsProblems } from './settings-problems.ts'

export interface SettingsInForceOptions {
  readonly data: Pick<DataFolder, 'settingsFile'>
  /** Settings in place of the file's, for a single run. */
  readonly fixed: Settings | undefined
}

/** The settings that the engine runs on: those of the file, unless it has mistakes. */
export interface SettingsInForce {
  /** Reads them anew. Nothing is sent on settings that are half right: then it is practice, until somebody mends them. */
  load(): Promise<Settings>
  /** What is wrong with the file, as it was last read. */
  problems(): readonly SettingsProblem[]
  /** The file was written anew, without a mistake. */
  mended(): void
  /** Makes rules a part of the file. Throws `settings_unwritable` where it has mistakes: a person mends it first. */
  keepRules(running: Settings, definition: RulesDefinition): Promise<void>
}

export function createSettingsInForce({ data, fixed }: SettingsInForceOptions): SettingsInForce {
  let problems: readonly SettingsProblem[] = []

  return {
    async load() {
      if (fixed !== undefined) return fixed
      const loaded = await loadSettings(data.settingsFile)
      problems = loaded.problems.length > 0 ? loaded.problems : await findSettingsProblems(loaded.settings)
      return problems.length === 0 ? loaded.settings : defaultSettings()
    },
    problems: () => problems,
    mended() {
      problems = []
    },
    async keepRules(running, definition) {
      if (fixed !== undefined) return
      if (problems.length > 0) throw new IntrayError('settings_unwritable', say('settings_file_wrong'))
      await saveSettings(data.settingsFile, { ...running, ...definition })
    },
  }
}
