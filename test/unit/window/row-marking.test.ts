import { describe, expect, it } from 'vitest'
import { optionFrom } from '../../../renderer/components/row-marking.ts'
import { markingKeyOf } from '../../../renderer/keys/marking-keys.ts'
import { itemsBetween } from '../../../renderer/state/items-between.ts'

const pressed = (key: string, more: Partial<Parameters<typeof markingKeyOf>[0]> = {}) =>
  markingKeyOf({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    repeat: false,
    ...more,
  })

describe('keys of marks', () => {
  it.each([
    ['ArrowDown', { shiftKey: true }, { kind: 'range', places: 1 }],
    ['ArrowUp', { shiftKey: true, repeat: true }, { kind: 'range', places: -1 }],
    ['Home', { shiftKey: true }, { kind: 'range', places: -Infinity }],
    ['a', { ctrlKey: true }, { kind: 'all' }],
    ['Escape', {}, { kind: 'clear' }],
    [' ', {}, { kind: 'toggle' }],
  ])('%s with %o', (key, more, expected) => {
    expect(pressed(key, more)).toEqual(expected)
  })

  it.each([
    ['ArrowDown', {}],
    ['a', {}],
    ['a', { ctrlKey: true, shiftKey: true }],
    [' ', { repeat: true }],
    ['ArrowDown', { shiftKey: true, altKey: true }],
  ])('leaves %s with %o to others', (key, more) => {
    expect(pressed(key, more)).toBeUndefined()
  })
})

describe('rows that can be marked', () => {
  const rows = ['heading A', 'a', 'b', 'heading B', 'c']
  const isOption = (row: string): boolean => !row.startsWith('heading')

  it.each([
    [2, 1, 'c'],
    [4, -1, 'b'],
    [1, 10, 'c'],
    [4, -Infinity, 'a'],
    [-1, 1, 'a'],
  ])('from %i by %i is %s', (index, places, expected) => {
    expect(optionFrom(rows, index, places, isOption)).toBe(expected)
  })

  it('end where no option is left', () => {
    expect(optionFrom(rows, 1, -1, isOption)).toBeUndefined()
    expect(optionFrom<string>([], -1, 1)).toBeUndefined()
  })
})

describe('items between two', () => {
  const items = [7, 3, 9, 1].map((id) => ({ id }))
  const between = (from: number, to: number): number[] => itemsBetween(items, from, to).map(({ id }) => id)

  it('are those of the shown order, in either direction', () => {
    expect(between(3, 1)).toEqual([3, 9, 1])
    expect(between(9, 7)).toEqual([7, 3, 9])
  })

  it('are the last one alone where the first is gone, and none where the last is', () => {
    expect(between(100, 9)).toEqual([9])
    expect(between(9, 100)).toEqual([])
  })
})
