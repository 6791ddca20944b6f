import type { CallInput, CallOutput } from '../shared/contract.ts'
import type { KeyStore } from './key-store.ts'
import type { EngineCall } from './network-way.ts'

/**
 * As the window calls the engine: settings that were saved without a profile take its key along. Another profile
 * that gets its id some day must not send that key to its own address.
 */
export function withKeyCare(call: EngineCall, keys: KeyStore): EngineCall {
  async function forgetOthers({ settings }: CallInput<'settings.save'>): Promise<void> {
    const present = new Set([
      settings.profile?.id ?? 'main',
      ...(settings.otherProfiles ?? []).map(({ id }) => id ?? 'main'),
    ])
    const gone = Object.keys(await keys.readAll()).filter((id) => !present.has(id))
    if (gone.length === 0) return
    for (const id of gone) await keys.forget(id)
    await call('secrets.provide', { keys: { ...(await keys.readAll()) } })
  }

  return async (name, input) => {
    const answer = await call(name, input)
    // The relay has checked the input against the contract; the name decides the types of both.
    if (name === 'settings.save' && answer.ok) {
      const { problems } = answer.value as CallOutput<'settings.save'>
      if (problems.length === 0) await forgetOthers(input as CallInput<'settings.save'>)
    }
    return answer
  }
}
