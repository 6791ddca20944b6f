import { describe, expect, it } from 'vitest'
import { de } from '../../../renderer/messages/de.ts'
import * as german from '../../../renderer/messages/de/plural.ts'
import { en } from '../../../renderer/messages/en.ts'
import * as english from '../../../renderer/messages/en/plural.ts'
import { localeFor } from '../../../renderer/messages/locale.ts'

/** One text: a sentence, or a function that makes it, with its source as words. */
interface Text {
  readonly path: string
  readonly kind: 'sentence' | 'function'
  readonly words: string
  readonly parameters: number
}

/** Every text below a value, by its path: `review.tools.filter`. */
function textsOf(value: unknown, path = ''): readonly Text[] {
  if (typeof value === 'string') return [{ path, kind: 'sentence', words: value, parameters: 0 }]
  if (typeof value === 'function') {
    return [{ path, kind: 'function', words: String(value), parameters: value.length }]
  }
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is no text.`)
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path === '' ? key : `${path}.${key}`))
}

const englishTexts = textsOf(en)
const germanTexts = textsOf(de)
const englishWords = new Map(englishTexts.map(({ path, words }) => [path, words]))

const names = ['Intray', 'MIT', 'English', 'Deutsch', 'Sandbox 1', 'Sandbox 2', 'Sandbox EU']
const termsOfTheField = ['PDF', 'PIN', 'Proxy', 'SHA-256', 'UTF-8', 'UTF-16 LE', 'UTF-16 BE', 'Windows-1252']
const germanWordsToo = [
  'Form',
  'Link',
  'Median',
  'Name',
  'Orange',
  'Organisation',
  'Original',
  'Test',
  'Text',
]
const wordsOfTheTrade = ['Mac Roman', 'Uploads', 'Version', 'Esc']
const sameInBoth = new Set([...names, ...termsOfTheField, ...germanWordsToo, ...wordsOfTheTrade])

/** File names and patterns, which are the same for everybody. */
const isExample = (path: string) => /^rules\.editor\.(?:example$|helpExamples\.)/.test(path)

describe('the messages in German', () => {
  it('are those of English, each of the same kind and with as many parameters', () => {
    const shapesOf = (texts: readonly Text[]) =>
      texts.map(({ path, kind, parameters }) => `${path}: ${kind} of ${String(parameters)}`).toSorted()
    expect(shapesOf(germanTexts)).toEqual(shapesOf(englishTexts))
  })

  it('leave none in English', () => {
    const left = germanTexts.filter(
      ({ path, kind, words }) =>
        kind === 'sentence' &&
        words === englishWords.get(path) &&
        /\p{L}/u.test(words) &&
        !sameInBoth.has(words) &&
        !isExample(path),
    )
    expect(left.map(({ path, words }) => `${path}: ${words}`)).toEqual([])
  })

  it('write German quotation marks, in pairs', () => {
    const wrong = germanTexts.filter(
      ({ kind, words }) =>
        words.split('„').length !== words.split('“').length ||
        words.includes('”') ||
        // JSON has its own.
        (kind === 'sentence' && words.replace(/\{.*\}/, '').includes('"')),
    )
    expect(wrong.map(({ path, words }) => `${path}: ${words}`)).toEqual([])
  })

  it.each(['English', 'German'])('hold no empty or unfinished text: %s', (tongue) => {
    const unfinished = (tongue === 'English' ? englishTexts : germanTexts).filter(
      // Only what is sent in turn carries no mark.
      ({ path, words }) =>
        path !== 'uploads.priority.marks.normal' && (words.trim() === '' || /TODO|FIXME|XXX/.test(words)),
    )
    expect(unfinished.map(({ path }) => path)).toEqual([])
  })
})

describe('counting', () => {
  it.each([
    [0, '0 files', '0 Dateien'],
    [1, '1 file', '1 Datei'],
    [2, '2 files', '2 Dateien'],
    [12_345, '12,345 files', '12.345 Dateien'],
  ])('says %i by the rules and digits of each language', (count, inEnglish, inGerman) => {
    expect(english.countOf(count, 'file', 'files')).toBe(inEnglish)
    expect(german.countOf(count, 'Datei', 'Dateien')).toBe(inGerman)
  })

  it('writes decimals as each language does', () => {
    expect([english.formatDecimal(29.97002), german.formatDecimal(29.97002)]).toEqual(['29.97', '29,97'])
  })

  it('reaches whole sentences', () => {
    expect([en.review.waiting(1), en.review.waiting(1_200)]).toEqual(['1 file waits', '1,200 files wait'])
    expect([de.review.waiting(1), de.review.waiting(1_200)]).toEqual([
      '1 Datei wartet',
      '1.200 Dateien warten',
    ])
    expect(de.bulk.rescanTitle(1)).toBe('Um einen neuen Scan bitten?')
    expect(de.bulk.rescanTitle(3)).toBe('Um 3 neue Scans bitten?')
  })

  it('lists words as each language does', () => {
    expect(en.bulk.fillDown.fields(['branch', 'desk'])).toBe('Further values: branch and desk')
    expect(de.bulk.fillDown.fields(['filiale', 'platz'])).toBe('Weitere Angaben: filiale und platz')
  })
})

describe('the way dates and numbers are written', () => {
  it.each([
    ['de', ['en-GB', 'de-AT', 'de'], 'de-AT'],
    ['de', ['DE-ch'], 'DE-ch'],
    ['de', ['en-GB'], 'de'],
    ['en', ['de-DE', 'en-GB'], 'en-GB'],
    ['en', [], 'en'],
  ] as const)('is for %s among %j that of %s', (spoken, preferred, wanted) => {
    expect(localeFor(spoken, preferred)).toBe(wanted)
  })
})
