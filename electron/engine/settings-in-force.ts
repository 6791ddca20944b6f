import { isDeepStrictEqual } from 'node:util'
import { IntrayError } from '../shared/error-codes.ts'
import { definitionOf } from '../shared/rules.ts'
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
  /**
   * Whether somebody else wrote other settings into the file since. Rules do not count: those of another process are in
   * force at once.
   */
  isReplaced(running: Settings): Promise<boolean>
  /**
   * Makes rules a part of the file, which keeps what else somebody wrote there. Throws `settings_unwritable` where it has
   * mistakes: a person mends it first.
   */
  keepRules(definition: RulesDefinition): Promise<void>
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
    async isReplaced(running) {
      if (fixed !== undefined || problems.length > 0) return false
      const present = await loadSettings(data.settingsFile)
      return (
        present.problems.length > 0 ||
        !isDeepStrictEqual(besidesRules(present.settings), besidesRules(running))
      )
    },
    async keepRules(definition) {
      if (fixed !== undefined) return
      const present = await loadSettings(data.settingsFile)
      if (problems.length > 0 || present.problems.length > 0) {
        throw new IntrayError('settings_unwritable', say('settings_file_wrong'))
      }
      await saveSettings(data.settingsFile, { ...present.settings, ...definition })
    },
  }
}

function besidesRules(settings: Settings): Partial<Settings> {
  const ofRules: ReadonlySet<string> = new Set([...Object.keys(definitionOf(settings)), '$schema'])
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !ofRules.has(name)))
}
