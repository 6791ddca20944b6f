import { describe, expect, it } from 'vitest'
import { pinProblems } from '../../../renderer/settings/review/pin-problems.ts'

const good = { name: 'Anna', pin: '4711', repeated: '4711', taken: ['Bert'] }

describe('pinProblems', () => {
  it('finds nothing wrong with a name and a PIN that was typed twice', () => {
    expect(pinProblems(good)).toEqual({})
  })

  it.each([
    ['name', { name: '  ' }],
    ['name', { name: 'bERT ' }],
    ['pin', { pin: '471', repeated: '471' }],
    ['repeated', { repeated: '4712' }],
  ] as const)('names the field %s for %j', (field, change) => {
    expect(Object.keys(pinProblems({ ...good, ...change }))).toEqual([field])
  })
})
