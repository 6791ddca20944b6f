import { describe, expect, it } from 'vitest'
import { settingsSchema } from '../../../electron/shared/settings/settings.ts'
import { settingsChanges } from '../../../renderer/settings/form/settings-changes.ts'

const present = settingsSchema.parse({
  connection: { baseUrl: 'https://sandbox1-api.unit21.com/v1' },
  folders: [{ id: 'counter', path: '/srv/counter' }],
  otherProfiles: [{ id: 'eu', name: 'Europe', folders: [{ id: 'mail', path: '/srv/mail' }] }],
})

describe('what other settings change', () => {
  it('is nothing where they say the same', () => {
    expect(settingsChanges(present, structuredClone(present))).toBeNull()
  })

  it('names the address, the profiles and the folders that come and go', () => {
    const other = settingsSchema.parse({
      profile: { id: 'bank' },
      connection: { baseUrl: 'https://api.unit21.com/v1' },
      folders: [{ id: 'post', path: '/srv/post' }],
    })
    expect(settingsChanges(present, other)).toEqual({
      parts: ['connection', 'folders'],
      address: { from: 'https://sandbox1-api.unit21.com/v1', to: 'https://api.unit21.com/v1' },
      profile: 'bank',
      profilesAdded: ['bank'],
      profilesRemoved: ['main', 'Europe'],
      foldersAdded: ['/srv/post'],
      foldersRemoved: ['/srv/counter', '/srv/mail'],
    })
  })

  it('names rules, which have no field', () => {
    const rules = [{ id: 'plain', name: 'Plain', pattern: '{entity_id}_{media_type}' }]
    const { parts } = settingsChanges(present, settingsSchema.parse({ ...present, rules })) ?? {}
    expect(parts).toEqual(['rules'])
  })
})
