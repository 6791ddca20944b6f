/** PDF's values, as far as a trailer and an encryption dictionary need them. Strings are their raw bytes. */
export type PdfValue = number | Buffer | PdfName | PdfWord | PdfReference | PdfArray | PdfDictionary

interface PdfName {
  readonly name: string
}

/** `true`, `false`, `null`, and whatever else stands without a delimiter. */
interface PdfWord {
  readonly word: string
}

export interface PdfReference {
  readonly object: number
  readonly generation: number
}

export type PdfArray = readonly PdfValue[]
export type PdfDictionary = ReadonlyMap<string, PdfValue>

/** No trailer comes near this; a longer value is not read to its end. */
const maxValueBytes = 256 * 1024

const whitespace = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20])
const delimiters = new Set(Buffer.from('()<>[]{}/%'))

interface OpenValue {
  readonly kind: 'array' | 'dictionary'
  readonly items: PdfValue[]
}

/** Reads the value that begins at `start`; undefined when it does not end. Nesting costs no stack. */
export function readPdfValue(bytes: Buffer, start: number): PdfValue | undefined {
  const end = Math.min(bytes.length, start + maxValueBytes)
  const open: OpenValue[] = []
  let at = start
  for (;;) {
    at = skipBlanks(bytes, at, end)
    if (at >= end) return undefined
    const token = readToken(bytes, at, end)
    at = token.end
    let value = token.value
    if (token.opens !== undefined) {
      open.push({ kind: token.opens, items: [] })
      continue
    }
    if (token.closes !== undefined) {
      const closed = open.pop()
      if (closed?.kind !== token.closes) return undefined
      value = closed.kind === 'array' ? closed.items : toDictionary(closed.items)
    }
    if (value === undefined) return undefined
    const outer = open.at(-1)
    if (outer === undefined) return value
    pushValue(outer.items, value)
  }
}

/** Skips white space and comments. */
export function skipBlanks(bytes: Buffer, from: number, end = bytes.length): number {
  let at = from
  for (; at < end; at += 1) {
    const byte = bytes[at]
    if (byte === 0x25) {
      while (at < end && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1
    } else if (byte === undefined || !whitespace.has(byte)) break
  }
  return at
}

/** True for a dictionary; names, words and references are plain objects. */
export function isPdfDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map
}

/** True for `12 0 R`. */
export function isPdfReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === 'object' && 'object' in value
}

interface Token {
  readonly end: number
  readonly value?: PdfValue
  readonly opens?: OpenValue['kind']
  readonly closes?: OpenValue['kind']
}

function readToken(bytes: Buffer, at: number, end: number): Token {
  const pair = bytes.toString('latin1', at, at + 2)
  if (pair === '<<') return { end: at + 2, opens: 'dictionary' }
  if (pair === '>>') return { end: at + 2, closes: 'dictionary' }
  switch (pair.charAt(0)) {
    case '[':
      return { end: at + 1, opens: 'array' }
    case ']':
      return { end: at + 1, closes: 'array' }
    case '(':
      return readLiteralString(bytes, at, end)
    case '<':
      return readHexString(bytes, at, end)
    case '/': {
      const nameEnd = endOfWord(bytes, at + 1, end)
      return { end: nameEnd, value: { name: decodeName(bytes.toString('latin1', at + 1, nameEnd)) } }
    }
    default: {
      const wordEnd = Math.max(at + 1, endOfWord(bytes, at, end))
      const word = bytes.toString('latin1', at, wordEnd)
      return { end: wordEnd, value: /^[+-]?\d+(\.\d*)?$/.test(word) ? Number(word) : { word } }
    }
  }
}

function endOfWord(bytes: Buffer, from: number, end: number): number {
  let at = from
  for (; at < end; at += 1) {
    const byte = bytes[at]
    if (byte === undefined || whitespace.has(byte) || delimiters.has(byte)) break
  }
  return at
}

/** A name may spell any character as `#` and two hex digits. */
function decodeName(name: string): string {
  return name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function readLiteralString(bytes: Buffer, start: number, end: number): Token {
  const characters: string[] = []
  let depth = 1
  let at = start + 1
  for (; at < end; at += 1) {
    const character = bytes.toString('latin1', at, at + 1)
    if (character === '\\') {
      const escaped = readEscape(bytes.toString('latin1', at + 1, at + 4))
      characters.push(escaped.text)
      at += escaped.length
      continue
    }
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth === 0) return { end: at + 1, value: Buffer.from(characters.join(''), 'latin1') }
    characters.push(character)
  }
  return { end }
}

/** What stands for the characters after a backslash, and how many of them belong to it. */
function readEscape(following: string): { readonly text: string; readonly length: number } {
  const octal = /^[0-7]{1,3}/.exec(following)?.[0]
  if (octal !== undefined) {
    return { text: String.fromCharCode(Number.parseInt(octal, 8) & 0xff), length: octal.length }
  }
  // A line break after a backslash is no part of the string.
  if (following.startsWith('\r\n')) return { text: '', length: 2 }
  const character = following.charAt(0)
  if (character === '\n' || character === '\r') return { text: '', length: 1 }
  return { text: escapes[character] ?? character, length: 1 }
}

function readHexString(bytes: Buffer, start: number, end: number): Token {
  const close = bytes.indexOf('>', start)
  if (close === -1 || close >= end) return { end }
  const digits = bytes.toString('latin1', start + 1, close).replace(/[^0-9a-f]/gi, '')
  return { end: close + 1, value: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex') }
}

/** Adds a value; the word `R` makes a reference of the two numbers before it. */
function pushValue(items: PdfValue[], value: PdfValue): void {
  const [object, generation] = items.slice(-2)
  const isReference = typeof value === 'object' && 'word' in value && value.word === 'R'
  if (isReference && typeof object === 'number' && typeof generation === 'number') {
    items.splice(-2, 2, { object, generation })
  } else {
    items.push(value)
  }
}

function toDictionary(items: readonly PdfValue[]): PdfDictionary {
  const entries = new Map<string, PdfValue>()
  for (let index = 0; index + 1 < items.length; index += 2) {
    const [key, value] = [items[index], items[index + 1]]
    const isName = typeof key === 'object' && 'name' in key
    if (isName && value !== undefined) entries.set(key.name, value)
  }
  return entries
}
