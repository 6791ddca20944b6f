import { describe, expect, it } from 'vitest'
import { parseItemQuery } from '../../../electron/shared/item-query-text.ts'
import {
  filterValues,
  withFilterValues,
  withToggledValue,
} from '../../../renderer/history/query/query-edit.ts'

describe('a filter that is chosen by its chip', () => {
  it('is read from the text, wherever it stands and however often', () => {
    expect(filterValues('id front state:failed,missing STATE:uploaded', 'state')).toEqual([
      'failed',
      'missing',
      'uploaded',
    ])
    expect(filterValues('"state:failed"', 'state')).toEqual([])
  })

  it('is put in its own place and leaves the rest as it was typed', () => {
    expect(withFilterValues('seen:last7 state:failed passport', 'state', ['uploaded'])).toBe(
      'seen:last7 state:uploaded passport',
    )
    expect(withFilterValues('state:failed x state:missing', 'state', ['seen'])).toBe('state:seen x')
  })

  it('is added at the end and taken out without a trace', () => {
    expect(withFilterValues('passport', 'entity', ['a b'])).toBe('passport entity:"a b"')
    expect(withFilterValues('passport entity:"a b" x', 'entity', [])).toBe('passport x')
    expect(withFilterValues('entity:4711', 'entity', [])).toBe('')
  })

  it('gains and loses single values', () => {
    const one = withToggledValue('', 'folder', 'in-box')
    const two = withToggledValue(one, 'folder', 'a, "b"')
    expect(parseItemQuery(two, '2026-11-23')).toMatchObject({
      query: { folders: ['in-box', 'a, "b"'] },
      problems: [],
    })
    expect(withToggledValue(two, 'folder', 'in-box')).toBe('folder:"a, ""b"""')
    expect(withToggledValue(withToggledValue(two, 'folder', 'in-box'), 'folder', 'a, "b"')).toBe('')
  })
})
