import { describe, expect, it } from 'vitest'
import { decodeText, readAs, textEncodings } from '../../../renderer/preview/text/decode-text.ts'

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

describe('an encoding that a person chose', () => {
  it.each([
    ['Latin-2', Uint8Array.of(0xb3, 0xf3, 0x64, 0x9f), 'łódź'],
    ['Cyrillic', Uint8Array.of(0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0), 'Москва'],
    ['Greek', Uint8Array.of(0xc1, 0xe8, 0xde, 0xed, 0xe1), 'Αθήνα'],
    ['Turkish', Uint8Array.of(0xdd, 0x73, 0x74, 0x61, 0x6e, 0x62, 0x75, 0x6c), 'İstanbul'],
    ['Mac Roman', Uint8Array.of(0x47, 0x72, 0x9f, 0xa7, 0x65), 'Grüße'],
  ] as const)('reads %s', (encoding, bytes, text) => {
    expect(readAs(bytes, encoding, false)).toBe(text)
  })

  it('reads any bytes in every encoding without an error', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    for (const encoding of textEncodings) expect(readAs(bytes, encoding, true).length).toBeGreaterThan(0)
  })
})
