import { describe, expect, it } from 'vitest'
import { complete, completionAt, filterNamesFor } from '../../../renderer/history/query/query-completion.ts'

/** The text with `|` where the caret is. */
function at(marked: string) {
  const caret = marked.indexOf('|')
  const text = marked.replace('|', '')
  return { text, caret, completion: completionAt(text, caret) }
}

function take(marked: string, value: string): string | null {
  const { text, completion } = at(marked)
  if (completion === null) return null
  const done = complete(text, completion, value)
  return `${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`
}

describe('what is being typed', () => {
  it('is the beginning of a filter or of its value', () => {
    expect(at('passport st|').completion).toMatchObject({ filter: null, prefix: 'st' })
    expect(at('state:fa|').completion).toMatchObject({ filter: 'state', prefix: 'fa' })
    expect(at('STATE:|').completion).toMatchObject({ filter: 'state', prefix: '' })
    expect(at('state:failed,mi| passport').completion).toMatchObject({ filter: 'state', prefix: 'mi' })
    expect(at('entity:"a b|').completion).toMatchObject({ filter: 'entity', prefix: 'a b' })
  })

  it('is nothing between two parts, after a value, or of a filter that does not exist', () => {
    expect(at('state:failed |').completion).toBeNull()
    expect(at('|').completion).toBeNull()
    expect(at('colour:re|').completion).toBeNull()
    expect(at('4711|').completion).toBeNull()
  })

  it('names the filters that begin so', () => {
    expect(filterNamesFor('s')).toEqual(['state', 'seen', 'sent'])
    expect(filterNamesFor('SE')).toEqual(['seen', 'sent'])
  })
})

describe('taking a suggestion', () => {
  it('goes on with the value after a filter, and with the next part after a value', () => {
    expect(take('st|', 'state')).toBe('state:|')
    expect(take('state:fa|', 'failed')).toBe('state:failed |')
    expect(take('x entity:4|', 'a b')).toBe('x entity:"a b" |')
  })

  it('replaces the whole value and keeps what follows', () => {
    expect(take('state:fa|iled passport', 'missing')).toBe('state:missing| passport')
    expect(take('state:failed,mi|', 'missing')).toBe('state:failed,missing |')
    expect(take('state:fa|,missing', 'failed')).toBe('state:failed|,missing')
    expect(take('entity:"a |b"', 'a c')).toBe('entity:"a c" |')
  })
})
