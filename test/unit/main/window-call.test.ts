import { describe, expect, it } from 'vitest'
import { parseWindowCall } from '../../../electron/main/window-call.ts'
import { calls } from '../../../electron/shared/contract.ts'

describe('a call of the window', () => {
  it('is passed on with its input parsed', () => {
    expect(parseWindowCall('items.list', {})).toEqual({
      name: 'items.list',
      owner: 'engine',
      input: { states: [], text: '', order: 'newest_first', limit: 100 },
    })
    expect(parseWindowCall('shell.openItem', { itemId: 7 })).toMatchObject({
      owner: 'main',
      input: { itemId: 7 },
    })
  })

  const privateNames = Object.entries(calls).flatMap(([name, { owner }]) =>
    owner === 'engine_private' ? [name] : [],
  )

  it.each([
    ...privateNames,
    'no.such',
    'constructor',
    '__proto__',
    'toString',
    '',
    7,
    null,
    undefined,
    ['status.get'],
  ])('is refused when it is called %s', (name) => {
    expect(() => parseWindowCall(name, { itemId: 1, key: 'x' })).toThrow('There is no such call.')
  })

  it.each([
    ['items.get', { itemId: '1' }],
    ['items.get', { itemId: -1 }],
    ['items.get', { itemId: 1, more: true }],
    ['items.get', undefined],
    ['status.get', null],
    ['items.list', { limit: 10_000 }],
  ])('is refused with an input that %s does not take: %j', (name, input) => {
    expect(() => parseWindowCall(name, input)).toThrow(expect.objectContaining({ code: 'input_invalid' }))
  })

  it('is refused in words that do not hold the value', () => {
    const key = { secret: 'sk-live-123' }
    const profileId = 'main'
    expect(() => parseWindowCall('connection.setKey', { key, profileId })).toThrow(/connection\.setKey: key$/)
    expect(() => parseWindowCall('connection.setKey', { key: 'k'.repeat(5_000), profileId })).not.toThrow(
      /kkkk/,
    )
  })
})
