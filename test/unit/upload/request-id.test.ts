import { describe, expect, it } from 'vitest'
import { readRequestId } from '../../../electron/engine/upload/request-id.ts'

describe('the id of a request', () => {
  it.each([
    ['the usual header', { 'x-request-id': ' a-1 ' }, 'a-1'],
    ['the first of several', { 'cf-ray': 'ray', 'x-request-id': 'a-1' }, 'a-1'],
    ['none', { 'content-type': 'text/html' }, null],
    ['an empty one, and another', { 'x-request-id': '', 'cf-ray': 'ray' }, 'ray'],
    ['one that is no id', { 'x-request-id': 'two words' }, null],
    ['one that is too long', { 'x-request-id': 'x'.repeat(201) }, null],
    ['one that repeats the key', { 'x-request-id': 'id-of-secret' }, 'id-of-[key]'],
  ])('is read from %s', (_what, headers, id) => {
    expect(readRequestId(headers, 'secret')).toBe(id)
  })
})
