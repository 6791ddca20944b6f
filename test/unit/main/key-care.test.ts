import { describe, expect, it } from 'vitest'
import type { EngineLink } from '../../../electron/main/engine-link.ts'
import { withKeyCare } from '../../../electron/main/key-care.ts'
import type { KeyStore } from '../../../electron/main/key-store.ts'
import { settingsSchema } from '../../../electron/shared/settings/settings.ts'

function desk(problems: readonly unknown[] = []) {
  let kept: Record<string, string> = { main: 'key of main', second: 'key of second' }
  const provided: unknown[] = []
  const keys: KeyStore = {
    readAll: () => Promise.resolve(kept),
    keep: () => Promise.reject(new Error('nothing is kept here')),
    forget: (profileId) => {
      kept = Object.fromEntries(Object.entries(kept).filter(([id]) => id !== profileId))
      return Promise.resolve()
    },
  }
  const call = ((name: string, input: { keys?: unknown }) => {
    if (name === 'secrets.provide') provided.push(input.keys)
    return Promise.resolve({ ok: true, value: name === 'settings.save' ? { problems } : null })
  }) as EngineLink['call']
  return { call: withKeyCare(call, keys), provided, kept: () => Object.keys(kept) }
}

const alone = settingsSchema.parse({})
const both = settingsSchema.parse({ otherProfiles: [{ id: 'second' }] })

describe('the key of a profile', () => {
  it('is forgotten with the profile, by the engine too', async () => {
    const { call, provided, kept } = desk()
    await call('settings.save', { settings: alone })
    expect(kept()).toEqual(['main'])
    expect(provided).toEqual([{ main: 'key of main' }])
  })

  it('stays while the profile is there, in use or not', async () => {
    const { call, provided, kept } = desk()
    await call('settings.save', { settings: both })
    const swapped = { ...both, profile: { ...both.profile, id: 'second' } }
    await call('settings.save', {
      settings: { ...swapped, otherProfiles: both.otherProfiles.map((other) => ({ ...other, id: 'main' })) },
    })
    expect(kept()).toEqual(['main', 'second'])
    expect(provided).toEqual([])
  })

  it('stays where the settings were not saved, and at every other call', async () => {
    const { call, kept } = desk([{ path: '', words: '' }])
    await call('settings.save', { settings: alone })
    await call('uploads.pause', {})
    expect(kept()).toEqual(['main', 'second'])
  })
})
