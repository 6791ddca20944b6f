import { describe, expect, it } from 'vitest'
import { connectionSchema, environmentPresets } from '../../../electron/shared/settings/connection.ts'
import { settingsSchema } from '../../../electron/shared/settings/settings.ts'

describe('a base URL', () => {
  it.each(Object.values(environmentPresets).map(({ baseUrl }) => baseUrl))('may be %s', (baseUrl) => {
    expect(connectionSchema.safeParse({ baseUrl }).success).toBe(true)
  })
  it.each(['http://127.0.0.1:4000/v1', 'http://localhost/v1', 'http://[::1]:1/v1'])(
    'may be on this computer: %s',
    (baseUrl) => {
      expect(connectionSchema.safeParse({ baseUrl }).success).toBe(true)
    },
  )
  it.each([
    'http://api.unit21.com/v1',
    'http://127.0.0.1.evil.example/v1',
    'https://user:password@api.unit21.com/v1',
    'https://api.unit21.com/v1?x=1',
    'ftp://127.0.0.1/v1',
    'api.unit21.com',
    '',
  ])('may not be %s', (baseUrl) => {
    expect(connectionSchema.safeParse({ baseUrl }).success).toBe(false)
  })
})

describe('settings', () => {
  it('start in practice mode, with the shipped rules', () => {
    const settings = settingsSchema.parse({})
    expect(settings.mode).toBe('practice')
    expect(settings.rules.map(({ pattern }) => pattern)).toEqual([
      '{entity_id}_{media_type}',
      '{entity_id}/{media_type}',
    ])
  })
  it('refuse a name that they do not know: it is a slip of the keyboard', () => {
    expect(settingsSchema.safeParse({ folder: [] }).success).toBe(false)
    expect(settingsSchema.safeParse({ intake: { quietSeconds: 2 } }).success).toBe(false)
  })
  it('never hold a key', () => {
    expect(settingsSchema.safeParse({ connection: { key: 'secret' } }).success).toBe(false)
  })
})
