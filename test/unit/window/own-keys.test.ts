import { describe, expect, it } from 'vitest'
import { keyBook, placesOf } from '../../../renderer/keys/key-book.ts'
import { conflictsOf, isSettable, keysInForce, withKeys } from '../../../renderer/keys/keys-in-force.ts'
import { keyPlaces } from '../../../renderer/keys/own-keys.ts'

const shipped = [
  { command: 'approve', keys: ['a', 'Enter'], repeats: false },
  { command: 'next', keys: ['j'], repeats: true },
]

describe('own keys', () => {
  it('take the place of the shipped ones, command by command', () => {
    expect(keysInForce(shipped, { approve: ['f'] })).toEqual([
      { command: 'approve', keys: ['f'], repeats: false },
      { command: 'next', keys: ['j'], repeats: true },
    ])
    expect(keysInForce(shipped, undefined)).toBe(shipped)
  })

  it('can be none at all', () => {
    expect(keysInForce(shipped, { next: [] })[1]?.keys).toEqual([])
  })

  it('leave nothing behind when they are the shipped ones again', () => {
    const changed = withKeys({}, shipped, 'approve', ['f'])
    expect(changed).toEqual({ approve: ['f'] })
    expect(withKeys(changed, shipped, 'next', ['k'])).toEqual({ approve: ['f'], next: ['k'] })
    expect(withKeys(changed, shipped, 'approve', ['a', 'Enter'])).toEqual({})
  })

  it('name the commands that share a key', () => {
    expect(conflictsOf(keysInForce(shipped, { next: ['j', 'a'] }))).toEqual([
      { key: 'a', commands: ['approve', 'next'] },
    ])
    expect(conflictsOf(shipped)).toEqual([])
  })

  it.each(['Tab', 'Escape', 'Shift', ' ', '?', 'Dead'])('cannot be %s', (key) => {
    expect(isSettable(key)).toBe(false)
  })

  it.each(['a', 'F9', 'ä', '#', 'Enter', 'Delete'])('can be %s', (key) => {
    expect(isSettable(key)).toBe(true)
  })
})

describe('the book of keys', () => {
  it.each(keyPlaces)('tells every command of %s with its name', (place) => {
    const { bindings, groups, labels } = keyBook[place]
    const told = groups.flatMap(({ commands }) => commands)
    const settable = bindings.map(({ command }) => command).filter((command) => command !== 'help')
    expect(told.toSorted()).toEqual(settable.toSorted())
    expect(told.filter((command) => typeof labels[command] !== 'string')).toEqual([])
  })

  it.each(Object.entries(placesOf).filter(([, places]) => places.length > 0))(
    'ships no key of %s twice',
    (_view, places) => {
      expect(conflictsOf(places.flatMap((place) => keyBook[place].bindings))).toEqual([])
    },
  )
})
