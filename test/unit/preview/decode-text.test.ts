import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../renderer/preview/text/decode-text.ts'

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, order: 'le' | 'be'): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return Uint8Array.from(order === 'le' ? bytes : bytes.swap16())
}

describe('the encoding of a text', () => {
  it.each([
    ['plain ASCII', utf8('Dear Sir'), 'UTF-8', 'Dear Sir'],
    ['UTF-8', utf8('Grüße — 東京'), 'UTF-8', 'Grüße — 東京'],
    ['UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), 'UTF-8', 'a'],
    ['Latin-1', latin1('Grüße'), 'Latin-1', 'Grüße'],
    ['UTF-16 LE with a mark', Uint8Array.of(0xff, 0xfe, ...utf16('Grüße', 'le')), 'UTF-16 LE', 'Grüße'],
    ['UTF-16 BE with a mark', Uint8Array.of(0xfe, 0xff, ...utf16('Grüße', 'be')), 'UTF-16 BE', 'Grüße'],
    ['UTF-16 LE without a mark', utf16('A letter', 'le'), 'UTF-16 LE', 'A letter'],
    ['UTF-16 BE without a mark', utf16('A letter', 'be'), 'UTF-16 BE', 'A letter'],
    ['nothing', new Uint8Array(), 'UTF-8', ''],
  ])('is found for %s', (_, bytes, encoding, text) => {
    expect(decodeText(bytes, false)).toEqual({ text, encoding })
  })

  it('stays UTF-8 when the text was cut within a character', () => {
    const whole = utf8('Grüße, München')
    const cut = whole.subarray(0, 3)
    expect(decodeText(cut, true)).toEqual({ text: 'Gr', encoding: 'UTF-8' })
    expect(decodeText(cut, false).encoding).toBe('Latin-1')
  })

  it('takes a few NUL bytes in a text for what they are', () => {
    expect(decodeText(utf8('A letter\0 with NUL bytes'), false).encoding).toBe('UTF-8')
  })
})
