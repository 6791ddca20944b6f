import { describe, expect, it } from 'vitest'
import { createProfileKeys } from '../../../electron/engine/profile-keys.ts'

describe('the keys of profiles', () => {
  it('are at first that of the profile in use alone', () => {
    const keys = createProfileKeys({ profileId: 'main', key: 'k-1' })
    expect(keys.of('main')).toBe('k-1')
    expect(keys.of('other')).toBeNull()
  })

  it('are what the shell keeps, and nothing else, once it said so', () => {
    const keys = createProfileKeys({ profileId: 'main', key: 'k-1' })
    keys.provide({ other: 'k-2' })
    expect(keys.of('main')).toBeNull()
    expect(keys.of('other')).toBe('k-2')
  })
})
