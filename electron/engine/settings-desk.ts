import type { Handlers } from '../shared/contract.ts'
import { IntrayError } from '../shared/error-codes.ts'
import { asSentence, say } from '../shared/sentences/say.ts'
import type { Settings, SettingsProblem } from '../shared/settings/settings.ts'
import type { DataFolder } from './data-folder.ts'
import { tryPlace } from './place-trial.ts'
import { mayCarryKey, withProfile } from './profiles.ts'
import type { Session } from './session.ts'
import { keepReplaced, saveSettings } from './settings-file.ts'
import { findSettingsProblems } from './settings-problems.ts'
import { exportSettings, importSettings } from './settings-transfer.ts'

type SettingsCall = Extract<keyof Handlers<'engine'>, `settings.${string}` | 'connection.test'>

export interface SettingsDeskOptions {
  readonly data: DataFolder
  session(): Promise<Session>
  /** What is wrong with the settings file. */
  problems(): readonly SettingsProblem[]
  /** Whether somebody else wrote other settings into the file than those that run. */
  isReplaced(running: Settings): Promise<boolean>
  /** The file was written anew, without a mistake. */
  onMended(): void
  /** Ends what runs and starts it on these settings; on a failure what ran before runs again. */
  replaceSession(settings: Settings): Promise<void>
  /** The kept key of a profile. */
  keyOf(profileId: string): string | null
  /** Who changes them. */
  actor(): Promise<string>
  now(): number
}

/** Everything that a person does with settings and profiles. */
export function createSettingsDesk(options: SettingsDeskOptions): Pick<Handlers<'engine'>, SettingsCall> {
  const { data, problems } = options

  async function put(settings: Settings): Promise<{ keptAs: string | null }> {
    // Whoever takes their own PIN away is signed out by that.
    const actor = await options.actor()
    const { settings: running } = await options.session()
    const keptAs = (await options.isReplaced(running)) ? await keepReplaced(data.settingsFile) : null
    await saveSettings(data.settingsFile, settings, problems().length === 0)
    options.onMended()
    await options.replaceSession(settings)
    const { ledger } = await options.session()
    const changed = { mode: settings.mode, profile: settings.profile.id }
    await ledger.recordEvent('settings.changed', actor, changed, options.now())
    return { keptAs }
  }

  return {
    'settings.get': async () => {
      const { settings } = await options.session()
      return {
        settings,
        path: data.settingsFile,
        dataDir: data.root,
        practiceFolder: data.practiceScans,
        problems: problems(),
        changedOnDisk: await options.isReplaced(settings),
      }
    },
    'settings.save': async ({ settings }) => {
      const found = await findSettingsProblems(settings)
      if (found.length > 0) return { problems: found, keptAs: null }
      return { problems: [], ...(await put(settings)) }
    },
    'settings.export': async () => ({ text: exportSettings((await options.session()).settings) }),
    'settings.import': async ({ text }) => importSettings(text, (await options.session()).settings),
    'settings.useProfile': async ({ profileId }) => {
      // What runs then is not what the file says.
      refuseProblems(problems())
      const { settings: before } = await options.session()
      const settings = withProfile(before, profileId)
      if (settings === before) return null
      refuseProblems(await findSettingsProblems(settings))
      try {
        await put(settings)
      } catch (error) {
        // File and engine must name the same profile, also after the next start.
        const { settings: running } = await options.session()
        if (running.profile.id === before.profile.id) await saveSettings(data.settingsFile, before)
        throw error
      }
      return null
    },
    'settings.testPlace': ({ kind, path }) => tryPlace(kind, path.trim()),
    'connection.test': async ({ connection, key, profileId }) => {
      const session = await options.session()
      const id = profileId ?? session.settings.profile.id
      const kept = mayCarryKey(session.settings, id, connection.baseUrl) ? options.keyOf(id) : null
      return session.testConnection({ connection, key: key ?? kept ?? '' })
    },
  }
}

function refuseProblems(problems: readonly SettingsProblem[]): void {
  if (problems.length === 0) return
  const lines = problems.map(({ path, ...problem }) =>
    path === '' ? asSentence(problem) : say('setting_wrong', { path, problem: asSentence(problem) }),
  )
  throw new IntrayError('settings_invalid', say('settings_wrong', { problems: lines }))
}
