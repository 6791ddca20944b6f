import { expect, it } from 'vitest'
import { settingsSchema } from '../../../electron/shared/settings/settings.ts'
import { settingsDesk } from '../../../renderer/settings/settings-desk.svelte.ts'
import { bridgeWindow } from '../window/window-bridge.ts'

const saved = settingsSchema.parse({ operator: 'ada' })
const rules = [{ id: 'plain', name: 'Plain', pattern: '{entity_id}_{media_type}' }]
const other = settingsSchema.parse({ ...saved, rules })

it('takes rules out of a file too, which have no field', async () => {
  bridgeWindow({
    'settings.get': () => ({
      settings: saved,
      path: '/settings.json',
      dataDir: '/',
      practiceFolder: '/practice',
      problems: [],
      changedOnDisk: false,
    }),
  })
  await settingsDesk.load()
  expect(settingsDesk.isDirty).toBe(false)

  settingsDesk.take(other)
  expect(settingsDesk.isDirty).toBe(true)
  expect(settingsDesk.settings).toEqual(other)

  const takeBack = settingsDesk.discard()
  expect(settingsDesk.isDirty).toBe(false)
  expect(settingsDesk.settings).toEqual(saved)
  takeBack()
  expect(settingsDesk.settings).toEqual(other)
})
