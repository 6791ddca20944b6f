import { describe, expect, it } from 'vitest'
import { anythingBut, classOf } from '../../../../electron/engine/identify/teaching/character-class.ts'
import {
  isUnambiguous,
  writeElement,
} from '../../../../electron/engine/identify/teaching/expression-elements.ts'
import type { Element } from '../../../../electron/engine/identify/teaching/expression-elements.ts'

const text = (of: string): Element => ({ kind: 'text', text: of })
const run = (example: string): Element => ({ kind: 'run', characters: classOf([example]) })
const any: Element = { kind: 'run', characters: anythingBut('') }
const optional = (...elements: Element[]): Element => ({ kind: 'optional', elements })
const group = (...elements: Element[]): Element => ({ kind: 'group', name: 'entity_id', elements })

describe('isUnambiguous', () => {
  it.each<[string, Element[], boolean]>([
    ['digits, then letters', [run('1'), run('a')], true],
    ['digits, then digits', [run('1'), run('2')], false],
    ['anything, a space, digits', [any, text(' '), run('1')], true],
    ['anything, then digits', [any, run('1')], false],
    ['digits, then anything', [run('1'), any], false],
    ['anything twice', [any, text(' '), any], false],
    ['digits between two of anything', [any, text(' '), run('1'), text(' '), any], false],
    [
      'an optional part with its own beginning',
      [run('1'), optional(text('('), run('1'), text(')')), text(' '), any],
      true,
    ],
    [
      'an optional part that begins like the rest',
      [run('1'), optional(text('_'), run('1')), text('_'), run('1')],
      false,
    ],
    ['a group with a dash in it', [group(run('A'), text('-'), run('1')), text('_'), any], true],
  ])('%s', (_, elements, isClear) => {
    expect(isUnambiguous(elements)).toBe(isClear)
  })
})

describe('writeElement', () => {
  it('escapes what has a meaning in expressions', () => {
    const elements = [
      text('a.(b)'),
      group(run('A-1]')),
      optional(any),
      { kind: 'run', characters: anythingBut('/^') } as const,
    ]
    expect(elements.map(writeElement).join('')).toBe(
      'a\\.\\(b\\)(?P<entity_id>[0-9\\p{L}\\p{M}\\-\\]]+)(?:.+)?[^/\\^]+',
    )
  })
})
