import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openPreferences } from '../../../electron/main/preferences-store.ts'
import { preferencesSchema } from '../../../electron/shared/preferences.ts'
import type { Preferences } from '../../../electron/shared/preferences.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const defaults = preferencesSchema.parse({})

function recorder() {
  const events: string[] = []
  return { events, write: (event: string) => void events.push(event) }
}

describe('the preferences', () => {
  it('are the defaults where there is no file, which is no mistake', async () => {
    const log = recorder()
    const store = await openPreferences(join(temporaryFolder(), 'preferences.json'), log, () => undefined)
    expect(store.current()).toEqual(defaults)
    expect(log.events).toEqual([])
  })

  it.each(['{ broken', '{"language": "xx"}', '{"unknown": 1}', '[]'])(
    'are the defaults where the file says %s, and the log says so',
    async (text) => {
      const file = join(temporaryFolder(), 'preferences.json')
      writeFileSync(file, text)
      const log = recorder()
      const store = await openPreferences(file, log, () => undefined)
      expect(store.current()).toEqual(defaults)
      expect(log.events).toEqual(['preferences_unreadable'])
    },
  )

  it('are kept, told of with what was before, and there again the next time', async () => {
    const file = join(temporaryFolder(), 'preferences.json')
    const changes: [Preferences, Preferences][] = []
    const store = await openPreferences(file, recorder(), (...change) => void changes.push(change))
    const german: Preferences = { ...defaults, language: 'de', staysInTray: true }
    expect(await store.save(german)).toEqual(german)
    expect(changes).toEqual([[german, defaults]])
    const again = await openPreferences(file, recorder(), () => undefined)
    expect(again.current()).toEqual(german)
  })

  it('end in the file as they end in memory, however close two changes are', async () => {
    const file = join(temporaryFolder(), 'preferences.json')
    const store = await openPreferences(file, recorder(), () => undefined)
    const looks = ['light', 'dark', 'system', 'dark'] as const
    await Promise.all(looks.map((appearance) => store.save({ ...defaults, appearance })))
    expect(store.current().appearance).toBe('dark')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ appearance: 'dark' })
  })

  it('stay as they were where they cannot be written', async () => {
    const file = join(temporaryFolder(), 'preferences.json')
    const store = await openPreferences(file, recorder(), () => undefined)
    mkdirSync(file)
    const saved = store.save({ ...defaults, language: 'de' })
    await expect(saved).rejects.toMatchObject({ code: 'settings_unwritable' })
    expect(store.current()).toEqual(defaults)
  })
})
