import { describe, expect, it } from 'vitest'
import { commandOf, keyName } from '../../../renderer/keys/bindings.ts'
import { historyKeys } from '../../../renderer/keys/history-keys.ts'
import { problemKeyGroups, problemKeys } from '../../../renderer/keys/problem-keys.ts'
import { reviewKeyGroups, reviewKeys } from '../../../renderer/keys/review-keys.ts'
import { uploadKeyGroups, uploadKeys } from '../../../renderer/keys/upload-keys.ts'

const pressed = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...more,
})

type KeyPress = Parameters<typeof commandOf>[0]

describe('keys of the review view', () => {
  it.each([
    ['a', 'approve'],
    ['A', 'approve'],
    ['Enter', 'approve'],
    ['r', 'reject'],
    ['s', 'next'],
    ['ArrowDown', 'next'],
    ['k', 'previous'],
    ['n', 'requestRescan'],
    ['l', 'lookUpEntity'],
    ['v', 'editValues'],
    ['e', 'editEntity'],
    ['m', 'editMediaType'],
    ['?', 'help'],
  ])('takes %s for %s', (key, command) => {
    expect(commandOf(pressed(key), reviewKeys)).toBe(command)
  })

  it('leaves keys with a modifier to the window and the system', () => {
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey']) {
      expect(commandOf(pressed('a', { [modifier]: true }), reviewKeys)).toBeUndefined()
    }
  })

  it('repeats a movement while its key is held, and never a decision', () => {
    expect(commandOf(pressed('j', { repeat: true }), reviewKeys)).toBe('next')
    for (const key of ['a', 'Enter', 'r', 'n', 'u']) {
      expect(commandOf(pressed(key, { repeat: true }), reviewKeys)).toBeUndefined()
    }
  })
})

it.each([
  ['review', reviewKeys, reviewKeyGroups],
  ['problems', problemKeys, problemKeyGroups],
  ['uploads', uploadKeys, uploadKeyGroups],
])('tells every key of the %s view on its sheet', (_view, bindings, groups) => {
  const told = groups.flatMap((group): readonly string[] => group.commands)
  expect([...told, 'help'].toSorted()).toEqual(bindings.map(({ command }) => command).toSorted())
})

it.each([
  ['review', reviewKeys],
  ['problems', problemKeys],
  ['history', historyKeys],
  ['uploads', uploadKeys],
])('gives no key of the %s view to two commands', (_view, bindings) => {
  const keys = bindings.flatMap((binding) => [...binding.keys])
  expect(new Set(keys).size).toBe(keys.length)
})

it('names keys as they are printed', () => {
  expect(['a', 'ArrowDown', 'Enter', 'PageUp'].map(keyName)).toEqual(['A', '↓', 'Enter', 'PgUp'])
})
