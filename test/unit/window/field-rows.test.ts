import { describe, expect, it } from 'vitest'
import { fieldsSchema } from '../../../electron/shared/rules.ts'
import {
  fieldNameOf,
  fieldsOf,
  rowErrors,
  rowsOf,
  sameFields,
  withNewRow,
} from '../../../renderer/item/field-rows.ts'

describe('further values in their rows', () => {
  it('come back as they were', () => {
    const fields = { branch: 'West', box_no: '12' }
    expect(fieldsOf(rowsOf(fields))).toEqual(fields)
  })

  it('leave out a row that nobody filled in', () => {
    const rows = withNewRow(rowsOf({ branch: 'West' }))
    expect(rows.map((row) => row.id)).toEqual([0, 1])
    expect(fieldsOf(rows)).toEqual({ branch: 'West' })
    expect(rowErrors(rows).size).toBe(0)
  })

  it('give a new row an id that no removed row frees for another', () => {
    const rows = withNewRow([{ id: 4, name: 'a', value: '' }])
    expect(rows.map((row) => row.id)).toEqual([4, 5])
    expect(withNewRow([]).map((row) => row.id)).toEqual([0])
  })

  it.each([
    ['Branch Office', 'branch_office'],
    ['  box-no.1 ', 'box_no_1'],
    ['branch', 'branch'],
  ])('take the name %j as %s', (typed, name) => {
    expect(fieldNameOf(typed)).toBe(name)
  })

  it.each([
    ['', 'West', 'name'],
    ['1st', 'West', 'name'],
    ['straße', 'West', 'name'],
    ['media_type', 'West', 'name'],
    ['branch', 'x'.repeat(1_001), 'value'],
  ] as const)('refuse %j: %j at the %s', (name, value, place) => {
    const errors = rowErrors([{ id: 7, name, value }])
    expect(Object.keys(errors.get(7) ?? {})).toEqual([place])
  })

  it('refuse the second row of one name', () => {
    const rows = [
      { id: 0, name: 'Branch', value: 'a' },
      { id: 1, name: 'branch', value: 'b' },
    ]
    expect([...rowErrors(rows).keys()]).toEqual([1])
  })

  it('are what the engine takes, when nothing is refused', () => {
    const rows = [{ id: 0, name: 'Branch Office', value: ' West ' }]
    expect(rowErrors(rows).size).toBe(0)
    expect(fieldsSchema.parse(fieldsOf(rows))).toEqual({ branch_office: 'West' })
  })

  it('are the same in any order', () => {
    expect(sameFields({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true)
    expect(sameFields({ a: '1' }, { a: '1', b: '2' })).toBe(false)
    expect(sameFields({ a: '1' }, { b: '1' })).toBe(false)
  })
})
