/** Letters that do not fall apart into a base letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
}

/**
 * A readable spelling in `A-Z a-z 0-9 -` and `_`: marks are dropped, a run of anything else becomes one `_`, and
 * none is left at either end. Empty where nothing of the text can be spelt so.
 */
export function asciiSpelling(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\x20-\x7e]/gu, (letter) => plainLetters[letter] ?? '_')
    .replace(/[^A-Za-z0-9-]+/g, '_')
    .replace(/^[-_]+|[-_]+$/g, '')
}
