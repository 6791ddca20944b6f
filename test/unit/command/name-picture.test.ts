import { describe, expect, it } from 'vitest'
import { coloursFor } from '../../../electron/engine/command/explain/colours.ts'
import { drawName } from '../../../electron/engine/command/explain/name-picture.ts'

const plain = (text: string): string => text

function part(name: string, text: string, words: string) {
  const start = name.indexOf(text)
  return { start, end: start + text.length, words, paint: plain }
}

describe('a name with its parts', () => {
  it('has carets under the characters that gave a value', () => {
    const name = 'in/4711_dl_back.jpg'
    expect(drawName(name, [part(name, '4711', 'entity'), part(name, 'dl_back', 'type')])).toEqual([
      'in/4711_dl_back.jpg',
      '   ^^^^ entity',
      '        ^^^^^^^ type',
    ])
  })

  it.each([
    ['張偉_passport.jpg', 'passport', 5],
    ['e\u0301x_passport.jpg', 'passport', 3],
    ['🙂_passport.jpg', 'passport', 3],
    ['a\u001b_passport.jpg', 'passport', 8],
  ])('stays under them in %j', (name, text, column) => {
    expect(drawName(name, [part(name, text, '')])[1]).toBe(`${' '.repeat(column)}^^^^^^^^ `)
  })

  it('shows a place between two characters, and one behind the last', () => {
    expect(drawName('abc', [{ start: 1, end: 1, words: 'here', paint: plain }])[1]).toBe(' ^ here')
    expect(drawName('abc', [{ start: 3, end: 3, words: 'here', paint: plain }])[1]).toBe('   ^ here')
  })

  it('never passes on what could drive a terminal', () => {
    expect(drawName('a\u001b[2Jb', []).join('')).toBe('a\\u{1b}[2Jb')
  })
})

describe('colours', () => {
  const host = (isTTY: boolean, environment: NodeJS.ProcessEnv) => ({ stdout: { isTTY }, environment })

  it('are there in a terminal alone, and not for those who want none', () => {
    expect(coloursFor(host(true, {}))('entity_id')('4711')).toContain('\u001b[')
    expect(coloursFor(host(true, { NO_COLOR: '' }))('entity_id')('4711')).toContain('\u001b[')
    expect(coloursFor(host(true, { NO_COLOR: '1' }))('entity_id')('4711')).toBe('4711')
    expect(coloursFor(host(true, { TERM: 'dumb' }))('entity_id')('4711')).toBe('4711')
    expect(coloursFor(host(false, {}))('entity_id')('4711')).toBe('4711')
  })
})
