import { expect, it } from 'vitest'
import { environmentPresets } from '../../../electron/shared/settings/connection.ts'
import { environmentOf } from '../../../renderer/frame/environment.ts'

const kindOf = (baseUrl: string) => environmentOf({ baseUrl, organisation: 'acme', hasKey: true }).kind

it.each(Object.entries(environmentPresets))('knows %s', (id, preset) => {
  expect(kindOf(preset.baseUrl)).toBe(id.startsWith('production') ? 'production' : 'sandbox')
})

it('never calls an unknown address a sandbox', () => {
  expect(kindOf('https://sandbox.example.com/v1')).toBe('other')
  expect(kindOf('not an address')).toBe('other')
})
