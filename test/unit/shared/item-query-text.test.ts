import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { queryFaultWords, queryPlace } from '../../../electron/shared/item-query-faults.ts'
import { errorCatalogue } from '../../../electron/shared/error-codes.ts'
import { findingCatalogue } from '../../../electron/shared/finding-codes.ts'
import { itemTraits, longestQuery } from '../../../electron/shared/item-query.ts'
import type { DayRange, ItemQuery } from '../../../electron/shared/item-query.ts'
import {
  emptyItemQuery,
  formatItemQuery,
  noFinding,
  parseItemQuery,
} from '../../../electron/shared/item-query-text.ts'
import { itemStates } from '../../../electron/shared/item-states.ts'

const today = '2026-11-23'

const readings: readonly (readonly [string, Partial<ItemQuery>])[] = [
  ['', {}],
  ['  müller passport ', { words: ['müller', 'passport'] }],
  ['"first front" -back -"second side"', { words: ['first front'], without: ['back', 'second side'] }],
  ['state:approved,rejected STATE:Awaiting-Review', { states: ['approved', 'rejected', 'awaiting_review'] }],
  [
    'entity:"a b",c* folder:in type:LETTER',
    { entities: ['a b', 'c*'], folders: ['in'], mediaTypes: ['LETTER'] },
  ],
  ['decider:none', { deciders: ['none'] }],
  ['operator:"Anna Maria" error:rate_limited', { operators: ['Anna Maria'], errors: ['rate_limited'] }],
  ['finding:too_large finding:none', { findings: ['too_large', 'none'] }],
  ['hash:ABCD id:12,7 is:sent_twice is:sent-twice', { hashes: ['abcd'], ids: [12, 7], is: ['sent_twice'] }],
  ['"state:approved" "-x" - 12:30', { words: ['state:approved', '-x', '-', '12:30'] }],
  ['"he said ""yes""" ab"c', { words: ['he said "yes"', 'ab"c'] }],
]

const ranges: readonly (readonly [string, DayRange])[] = [
  ['today', { from: '2026-11-23', to: '2026-11-23' }],
  ['yesterday', { from: '2026-11-22', to: '2026-11-22' }],
  ['last7', { from: '2026-11-17', to: '2026-11-23' }],
  ['2024-02', { from: '2024-02-01', to: '2024-02-29' }],
  ['2025', { from: '2025-01-01', to: '2025-12-31' }],
  ['2026-03-01..2026-03-09', { from: '2026-03-01', to: '2026-03-09' }],
  ['2026-03..', { from: '2026-03-01', to: null }],
  ['..yesterday', { from: null, to: '2026-11-22' }],
]

const refusals: readonly (readonly [string, string, RegExp])[] = [
  ['foo:bar', 'foo:bar', /no filter “foo:”.*quotes/],
  ['x state:aproved', 'aproved', /no state “aproved”.*approved/],
  ['entity: 4711', 'entity:', /missing/],
  ['entity:a,', 'entity:a,', /missing/],
  ['""', '""', /missing/],
  ['folder:"in', '"in', /closing quote/],
  ['entity:"a"b', '"a"b', /blank is missing/],
  ['-state:approved', '-state:approved', /Only words/],
  ['hash:xyz', 'xyz', /SHA-256/],
  ['id:0', '0', /whole number/],
  ['seen:2026-02-30', '2026-02-30', /no days/],
  ['seen:2026-03-02..2026-03-01', '2026-03-02..2026-03-01', /no days/],
  ['seen:..', '..', /no days/],
  ['seen:last0', 'last0', /no days/],
  ['sent:2025 sent:2026', '2026', /only one/],
  ['is:good', 'good', /sent_twice/],
  ['error:none', 'none', /no error/],
  ['a\0b', 'a\0b', /character/],
]

const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((value) => !value.includes('\0'))
const texts = fc.uniqueArray(text, { maxLength: 4 })
const some = <Value>(known: readonly Value[]) => fc.uniqueArray(fc.constantFrom(...known), { maxLength: 4 })
const day = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const dayRange = fc.oneof(
  fc.constant(null),
  day.map((from) => ({ from, to: null })),
  day.map((to) => ({ from: null, to })),
  fc.tuple(day, day).map(([one, other]) => ({
    from: one < other ? one : other,
    to: one < other ? other : one,
  })),
)
const itemQuery: fc.Arbitrary<ItemQuery> = fc.record({
  words: texts,
  without: texts,
  states: some(itemStates),
  folders: texts,
  entities: texts,
  mediaTypes: texts,
  operators: texts,
  deciders: texts,
  findings: some([...Object.keys(findingCatalogue), noFinding]),
  errors: some(Object.keys(errorCatalogue)),
  hashes: fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{4,64}$/), { maxLength: 3 }),
  ids: fc.uniqueArray(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), { maxLength: 3 }),
  seen: dayRange,
  sent: dayRange,
  changed: dayRange,
  decided: dayRange,
  is: some(itemTraits),
})

describe('a query as a text', () => {
  it.each(readings)('%j is read', (typed, asked) => {
    expect(parseItemQuery(typed, today)).toEqual({ query: { ...emptyItemQuery, ...asked }, problems: [] })
  })

  it.each(ranges)('the days “%s” are read', (typed, range) => {
    expect(parseItemQuery(`seen:${typed}`, today)).toEqual({
      query: { ...emptyItemQuery, seen: range },
      problems: [],
    })
  })

  it.each(refusals)('%j has a problem at its place', (typed, place, words) => {
    const { problems } = parseItemQuery(typed, today)
    expect(problems.map(({ start, end }) => typed.slice(start, end))).toEqual([place])
    expect(problems.map(({ fault }) => queryFaultWords(fault))[0]).toMatch(words)
  })

  it('keeps what can be read beside a problem', () => {
    const { query, problems } = parseItemQuery('passport state:gone,approved', today)
    expect(query).toEqual({ ...emptyItemQuery, words: ['passport'], states: ['approved'] })
    expect(problems).toHaveLength(1)
  })

  it('that is too long is told and not read in part', () => {
    const typed = `entity:${'4711,'.repeat(300)}4712`
    const { query, problems } = parseItemQuery(typed, today)
    expect(query).toEqual(emptyItemQuery)
    expect(problems).toEqual([
      { start: longestQuery, end: typed.length, fault: { code: 'too_long', most: longestQuery } },
    ])
    expect(parseItemQuery('x'.repeat(longestQuery), today).problems).toEqual([])
  })

  it('shows the place of a problem shortly', () => {
    const typed = `state:${'🐎'.repeat(400)}`
    expect(queryPlace(typed, { start: 6, end: typed.length })).toBe(`${'🐎'.repeat(60)}…`)
    expect(queryPlace('state:sent', { start: 6, end: 10 })).toBe('sent')
  })

  it('is written so that it is read as the same query', () => {
    fc.assert(
      fc.property(itemQuery, (query) => {
        expect(parseItemQuery(formatItemQuery(query), today)).toEqual({ query, problems: [] })
      }),
    )
  })

  it('has one form, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            ' ',
            '"',
            '-',
            ',',
            ':',
            '.',
            '*',
            'a',
            'b',
            '1',
            'is:',
            'id:',
            'seen:',
            '2026',
          ),
        }),
        (typed) => {
          const once = formatItemQuery(parseItemQuery(typed, today).query)
          expect(formatItemQuery(parseItemQuery(once, today).query)).toBe(once)
        },
      ),
    )
  })

  it('names whole months and years shortly', () => {
    const typed = 'state:approved passport seen:2026-03-01..2026-03-31 sent:2025-01-01..2025-12-31'
    expect(formatItemQuery(parseItemQuery(typed, today).query)).toBe(
      'passport state:approved seen:2026-03 sent:2025',
    )
  })
})
