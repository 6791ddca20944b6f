import { describe, expect, it } from 'vitest'
import { sentences as english } from '../../../electron/shared/sentences/sentences.ts'
import { putIntoWords } from '../../../electron/shared/sentences/told.ts'
import { sentences as german } from '../../../renderer/messages/de/sentences.ts'

/** One value for each name that sentences have, in no language. */
const values = {
  aliases: ['XXX'],
  at: '2026-11-23',
  atMs: Date.UTC(2026, 10, 23, 14, 2),
  by: 'system',
  bytes: 'x',
  characters: ['§', ' '],
  check: 'Luhn',
  choices: ['"x"', '"y"'],
  code: 'EIO',
  columns: 4,
  content: 'XXX',
  count: 1_234,
  decision: 'approve',
  ending: '.part',
  entityId: 'C-1',
  expected: 'video',
  extension: 'xyz',
  fault: 'ColonExpected',
  family: 'png',
  field: 'entity_id',
  fields: [['x', 'y']],
  file: 'x.jpg',
  first: 'X',
  form: 'YYYY',
  from: 'approved',
  freeBytes: 900_000,
  fromBytes: 5_612_345,
  fromSeq: 3,
  grey: true,
  heading: 'X',
  headings: ['X', 'Y'],
  heightPx: 3_508,
  host: 'x:443',
  id: 'x',
  indexPath: 'x.csv',
  itemId: 7,
  items: ['X', 'Y'],
  key: 'X',
  keys: ['x', 'y'],
  kind: 'int',
  known: ['x', 'y'],
  least: 2,
  left: '{x}',
  length: 130,
  limitBytes: 5_000_000,
  line: 3,
  literal: '_',
  mark: '(1)',
  matched: 2,
  mediaType: 'IMAGE_PASSPORT_FRONT',
  mediaTypes: ['X', 'Y'],
  minPx: 100,
  missing: ['file', 'entity_id'],
  more: 2,
  most: 200,
  name: 'x',
  names: 'x',
  needed: 2,
  origin: 'https://x',
  outcome: 'no_answer',
  newest: 4,
  own: 'front',
  pages: 3,
  part: 'mdat',
  parts: ['X', 'Y'],
  path: 'x/y',
  pattern: 'X',
  place: 'x.y',
  present: 1,
  problem: 'XXX',
  problems: ['XXX', 'YYY'],
  proxy: 'x:8080',
  quality: 80,
  reading: 'XXX',
  readings: ['X', 'Y'],
  reason: 'XXX',
  right: '{y}',
  rowCount: 2,
  rule: 2,
  rules: ['XXX', 'YYY'],
  rows: ['XXX', 'YYY'],
  ruleName: 'X',
  scalePercent: 50,
  second: 'Y',
  seconds: 5,
  seq: 3,
  restoredSeq: 9,
  sentences: ['XXX.', 'YYY.'],
  share: 0.0123,
  side: 'back',
  sign: '{',
  sinceMs: Date.UTC(2026, 10, 23, 14, 2),
  sizeBytes: 5_612_345,
  state: 'approved',
  status: 502,
  text: 'XXX',
  texts: ['x', 'y'],
  to: 'rejected',
  toBytes: 900_000,
  toSeq: 4,
  type: 'docx',
  unit: 'day',
  value: 'X',
  values: 'XXX',
  version: 3,
  waitedMs: 600_000,
  waiting: 1,
  widthPx: 2_480,
  withinMs: 3_600_000,
  words: 'XXX',
  writer: 'program',
}

type Catalogue = Readonly<Record<string, string | ((values: unknown) => string)>>

/** Sentences of a catalogue as they are told with the values above. */
function told(catalogue: object): ReadonlyMap<string, string> {
  // The values have every name, whatever a sentence asks for.
  return new Map(
    Object.entries(catalogue as Catalogue).map(([code, entry]) => [
      code,
      typeof entry === 'string' ? entry : entry(values),
    ]),
  )
}

const inEnglish = told(english)
const inGerman = told(german)

/** What is made of others alone says the same in every language. */
const withoutWords = new Set([
  'as_written',
  'in_turn',
  'name_of_parts',
  'proposed',
  'row_has_problem',
  'row_says',
  'said_together',
  'setting_wrong',
  'settings_wrong',
  'with_code',
  'status_alone',
])

/** Words that German sentences do not have, written as they stand in English ones. */
const englishWords =
  /\b(?:a|and|are|as|at|by|cannot|does|file|for|from|has|have|holds|is|it|its|no|not|of|or|that|the|then|this|to|with)\b/

describe('what the engine says', () => {
  it('has as many sentences in German as in English', () => {
    expect([...inGerman.keys()].toSorted()).toEqual([...inEnglish.keys()].toSorted())
  })

  it.each([...inEnglish.keys()])('%s is told in both languages', (code) => {
    const [one, other] = [inEnglish.get(code) ?? '', inGerman.get(code) ?? '']
    expect(`${one} ${other}`).not.toMatch(/undefined|NaN|\[object|Invalid|=>/)
    expect(`${one} ${other}`.trim()).not.toBe('')
    if (!withoutWords.has(code)) expect(other).not.toBe(one)
    expect(other.replaceAll(/\{[^}]*\}|„[^“]*“|\([^)]*\)/g, '')).not.toMatch(englishWords)
  })

  it('tells a code by its words, and keeps it for whoever is asked to help', () => {
    expect(inEnglish.get('last_attempt_ended')).toBe(
      'What became of the last one (no_answer): The file was sent, and no answer came.',
    )
    expect(inGerman.get('last_attempt_ended')).toBe(
      'Was aus dem letzten wurde (no_answer): Die Datei wurde gesendet, und es kam keine Antwort.',
    )
  })

  it.each([
    ['missing closing ): `(`', 'Eine schließende Klammer „)“ fehlt: `(`'],
    ['expression nests too deeply', 'Er ist zu tief verschachtelt'],
    ['something new: `x`', 'something new: `x`'],
  ])('tells what the library says of an expression in German: %s', (words, expected) => {
    const told = putIntoWords({ code: 'expression_not_valid', values: { words } }, german)
    expect(told).toBe(`Der Ausdruck ist nicht gültig: ${expected}.`)
  })

  it('writes figures, sizes and times as each language does', () => {
    expect(inEnglish.get('over_limit')).toBe('5.6 MB (5,612,345 bytes); the limit is 5 MB (5,000,000 bytes).')
    expect(inGerman.get('over_limit')).toBe(
      '5,6 MB (5.612.345 Bytes); die Grenze liegt bei 5 MB (5.000.000 Bytes).',
    )
    expect(inGerman.get('endpoint_said_so')).toBe('So sagte es der Endpunkt am 23.11.2026, 14:02 UTC.')
    expect(inGerman.get('many_for_entity')).toBe('1.234 Dateien für „C-1“ innerhalb von 1 Stunde.')
    expect(inGerman.get('foreign_characters')).toBe('„C-1“ enthält „§“ und ein Leerzeichen.')
  })
})

describe('a sentence that cannot be told', () => {
  it.each([
    ['nothing', undefined],
    ['no sentence', { words: 'x' }],
    ['an unknown code', { code: 'from_the_future' }],
    ['a name that every object has', { code: 'toString' }],
    ['an unknown one within another', { code: 'rule_has_problem', values: { problem: { code: 'new' } } }],
    ['an unknown one in a list', { code: 'in_turn', values: { sentences: [{ code: 'new' }] } }],
  ])('is left to the text beside it: %s', (_what, said) => {
    expect(putIntoWords(said, german)).toBeNull()
  })
})
