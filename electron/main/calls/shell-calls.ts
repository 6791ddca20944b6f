import type { Handlers } from '../../shared/contract.ts'
import type { KeyStore } from '../key-store.ts'
import type { PreferencesStore } from '../preferences-store.ts'
import type { Presence } from '../presence/presence.ts'
import { createEvidenceCalls } from './evidence-calls.ts'
import { createFileCalls } from './file-calls.ts'
import { createScanCalls } from './scan-calls.ts'
import { valueOf } from './shell-call-options.ts'
import type { ShellCallOptions } from './shell-call-options.ts'

/** The calls that only Electron can answer. */
export function createShellCalls(
  options: ShellCallOptions & {
    readonly keys: KeyStore
    readonly preferences: PreferencesStore
    readonly presence: Pick<Presence, 'testNotice'>
  },
): Handlers<'main'> {
  const { engine, keys, preferences, presence } = options

  async function provideKeys(): Promise<void> {
    // An engine that is not running gets the keys when it starts.
    await engine.call('secrets.provide', { keys: { ...(await keys.readAll()) } })
  }

  return {
    ...createScanCalls(options),
    ...createFileCalls(options),
    ...createEvidenceCalls(options),
    'connection.setKey': async ({ key, profileId }) => {
      valueOf(await engine.call('secrets.announceChange', { profileId, change: 'stored' }))
      const kept = await keys.keep(profileId, key)
      await provideKeys()
      return { kept }
    },
    'connection.forgetKey': async ({ profileId }) => {
      valueOf(await engine.call('secrets.announceChange', { profileId, change: 'forgotten' }))
      await keys.forget(profileId)
      await provideKeys()
      return null
    },
    'preferences.get': async () => preferences.current(),
    'preferences.save': async (input) => preferences.save(input.preferences),
    'shell.testNotice': async () => ({ shown: await presence.testNotice() }),
    'shell.engineState': async () => engine.state(),
    'shell.startEngine': async () => {
      engine.startNow()
      return null
    },
  }
}
