import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openConnection } from '../../../electron/engine/ledger/connection.ts'
import type { Connection } from '../../../electron/engine/ledger/connection.ts'
import { countAll, countItems } from '../../../electron/engine/ledger/item-counting.ts'
import type { CountQuery } from '../../../electron/engine/ledger/item-counting.ts'
import { listItems } from '../../../electron/engine/ledger/item-listing.ts'
import { provideWordSearch } from '../../../electron/engine/ledger/search-words.ts'
import { itemOrders } from '../../../electron/shared/calls/item-calls.ts'
import { itemTraits } from '../../../electron/shared/item-query.ts'
import type { DayRange, ItemQuery } from '../../../electron/shared/item-query.ts'
import { emptyItemQuery, formatItemQuery } from '../../../electron/shared/item-query-text.ts'
import type { ItemPage } from '../../../electron/shared/records.ts'
import { itemStates } from '../../../electron/shared/item-states.ts'
import { ledgerFixture } from '../../support/ledger-fixture.ts'
import { identifiedFile, listedFile } from '../../support/ledger-steps.ts'
import { findPlainly, sortPlainly } from '../../support/reference-search.ts'
import {
  searchableEntities,
  searchableErrors,
  searchableFindings,
  searchableLedger,
  searchableOperators,
  searchableTypes,
} from '../../support/searchable-ledger.ts'

type Searchable = Awaited<ReturnType<typeof searchableLedger>>
type Selection = Parameters<Searchable['ledger']['list']>[0]

const some = <Value>(...values: readonly Value[]) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant<Value[]>([]) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 }) },
  )
const present = <Value>(values: readonly (Value | null)[]): Value[] =>
  values.filter((value) => value !== null)
const day = fc.constantFrom('2026-03-01', '2026-03-09', '2026-03-20', '2026-03-27', '2026-04-02')
const range: fc.Arbitrary<DayRange | null> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: day.map((from) => ({ from, to: null })) },
  { weight: 1, arbitrary: day.map((to) => ({ from: null, to })) },
)
const words = [
  'scan',
  'BOX',
  'über',
  'üb',
  'ü',
  'Über'.normalize('NFD'),
  'müller',
  'cust-1',
  'jpg',
  'letter',
  '4',
  'mü',
  'anna',
  'groß',
  'ärger',
  '0',
]
const someHash = '636f6e74656e742030'
const query: fc.Arbitrary<ItemQuery> = fc.record({
  words: some(...words, 'server_error', 'bad_entity', 'words of the', someHash, 'nowhere', '"%_'),
  without: some('scan_0', 'letter', 'ER', 'anna', 'ü'),
  states: some(...itemStates),
  folders: some('inbox', 'branch', 'gone'),
  entities: some(...present<string>(searchableEntities), 'cust*', 'M*', '*'),
  mediaTypes: some(...present<string>(searchableTypes), 'letter', 'gone', 'none'),
  operators: some(...searchableOperators, 'ANNA', 'anna*', 'nobody*', 'JÖRG GROß'),
  deciders: some(...searchableOperators, 'ANNA', 'none'),
  findings: some(...searchableFindings, 'none', 'damaged'),
  errors: some(...searchableErrors, 'rate_limited'),
  hashes: some('636f', someHash, 'ffff'),
  ids: some(1, 7, 22, 999),
  seen: range,
  sent: range,
  changed: range,
  decided: range,
  is: some(...itemTraits),
})

async function readPages(
  read: (query: Selection) => ItemPage | Promise<ItemPage>,
  selection: Selection,
): Promise<number[]> {
  const found: number[] = []
  let cursor: string | undefined
  do {
    const page = await read({ ...selection, cursor })
    found.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return found
}

/** As in a ledger in which every answer takes too long. */
function countInPieces(connection: Connection, query: CountQuery): { count: number; isExact: boolean } {
  let count = 0
  let after: number | undefined
  for (;;) {
    const piece = countItems(connection, { ...query, atMost: query.atMost - count, after }, 0, {
      few: 0,
      firstSlice: 11,
      answerMs: 0,
    })
    count += piece.count
    if (piece.goesOnAfter === null) return { count, isExact: piece.isExact }
    after = piece.goesOnAfter
  }
}

describe('the query language over a ledger', () => {
  const readAll = async (searchable: Searchable, selection: Selection): Promise<number[]> =>
    readPages((query) => searchable.ledger.list(query), selection)

  it('finds what a look at every item finds, in every order, page by page', async () => {
    const searchable = await searchableLedger()
    const connection = openConnection(searchable.file, { readonly: true })
    onTestFinished(() => {
      connection.close()
    })
    provideWordSearch(connection)
    const selection = fc.record({
      query,
      states: some(...itemStates),
      folderId: fc.constantFrom(undefined, undefined, undefined, 'inbox', 'branch'),
      order: fc.constantFrom(...itemOrders),
      limit: fc.constantFrom(3, 10, 500),
    })
    await fc.assert(
      fc.asyncProperty(selection, async ({ query: asked, states, folderId, order, limit }) => {
        const inFolder = findPlainly(searchable.details, asked, states).filter(
          (item) => folderId === undefined || item.folderId === folderId,
        )
        const expected = sortPlainly(inFolder, order, asked).map(({ id }) => id)
        const text = formatItemQuery(asked)
        expect(await readAll(searchable, { states, text, folderId, order, limit })).toEqual(expected)
        // As in a ledger where every condition leaves too many items to gather them.
        for (const effort of [
          { few: 2, near: 20, many: 10, firstSlice: 2, pageMs: 1_000 },
          // Each page looks at a few items alone.
          { few: 0, near: 0, many: 0, firstSlice: 9, pageMs: 0 },
        ]) {
          const walk = (asked: Selection): ItemPage => listItems(connection, asked, 0, effort)
          expect(await readPages(walk, { states, text, folderId, order, limit })).toEqual(expected)
        }
        const counted = { count: Math.min(limit, expected.length), isExact: expected.length <= limit }
        const count = { states, text, folderId, atMost: limit }
        expect(await searchable.ledger.count(count)).toEqual({ ...counted, goesOnAfter: null })
        expect(countInPieces(connection, count)).toEqual(counted)
        const slowly = { few: 0, firstSlice: 2 }
        expect(countAll(connection, { states, text, folderId }, 0, slowly)).toBe(expected.length)
        const named = inFolder.map(({ id: itemId, revision }) => ({ itemId, revision }))
        expect(await searchable.ledger.revisions({ states, text, folderId }, limit)).toEqual({
          items: named.toSorted((one, other) => one.itemId - other.itemId).slice(0, limit),
          count: expected.length,
        })
      }),
      { numRuns: 200 },
    )
  })

  it('finds something by every filter', async () => {
    const searchable = await searchableLedger()
    const asked: readonly Partial<ItemQuery>[] = [
      ...itemTraits
        .filter((trait) => !['repaired', 'reconstructed', 'erased', 'waiting_second'].includes(trait))
        .map((trait) => ({ is: [trait] })),
      ...words.map((word) => ({ words: [word] })),
      ...searchableErrors.map((code) => ({ errors: [code] })),
      { operators: ['anna*'] },
      { findings: ['none'] },
      { deciders: ['Anna'] },
      { deciders: ['none', 'Jörg Groß'] },
      { mediaTypes: ['none'] },
      { sent: { from: '2026-03-27', to: '2026-03-27' } },
      { decided: { from: '2026-03-27', to: '2026-03-27' } },
      { decided: { from: null, to: '2026-03-24' }, operators: ['ANNA*'] },
      { words: [someHash] },
    ]
    for (const part of asked) {
      const text = formatItemQuery({ ...emptyItemQuery, ...part })
      const found = await readAll(searchable, { states: [], text, order: 'newest_first', limit: 500 })
      const expected = findPlainly(searchable.details, { ...emptyItemQuery, ...part }, [])
      expect(found.length, text).toBeGreaterThan(0)
      expect(
        found.toSorted((one, other) => one - other),
        text,
      ).toEqual(expected.map(({ id }) => id))
    }
  })

  it('counts each cause as its own query does', async () => {
    const searchable = await searchableLedger()
    for (const text of ['', 'folder:inbox', 'finding:too_large', 'state:failed,needs_attention', 'scan_1']) {
      const causes = await searchable.ledger.causes({ states: [], text })
      expect(causes.length, text).toBeGreaterThan(0)
      for (const { query: ofCause, count } of causes) {
        const counted = await searchable.ledger.count({ states: [], text: ofCause, atMost: 500 })
        expect(counted, ofCause).toEqual({ count, isExact: true, goesOnAfter: null })
      }
    }
    const causes = await searchable.ledger.causes({ states: [], text: '' })
    expect(new Set(causes.map(({ kind }) => kind))).toEqual(
      new Set(['finding', 'other', 'failure', 'unknown_outcome']),
    )
  })

  it('knows letters beyond a to z in both cases, and with their accent as one character or as two', async () => {
    const { ledger, clock } = await ledgerFixture()
    const path = 'Größe/MÜLLER_Ausweis.jpg'.normalize('NFD')
    await ledger.recordListed('inbox', [listedFile(path)], clock.nowMs)
    const mediaType = 'AUSWEIS_RÜCKSEITE'
    await ledger.recordIdentified('inbox', [identifiedFile(path, { mediaType })], clock.nowMs)
    const { revision } = await ledger.getItem(1)
    const decision = { itemId: 1, revision, actor: 'Jürgen', to: 'rejected', reason: 'blurred' } as const
    await ledger.decide({ ...decision, kind: 'item.rejected' }, clock.nowMs)
    const found = async (text: string): Promise<number> =>
      (await readPages((query) => ledger.list(query), { states: [], text, order: 'newest_first', limit: 10 }))
        .length
    for (const text of [
      'müller',
      'Größe',
      'mü',
      'ü',
      'operator:JÜRGEN',
      'operator:jür*',
      'operator:jürgen decided:..2999',
      'type:ausweis_rückseite',
    ]) {
      expect([text, await found(text)]).toEqual([text, 1])
    }
    expect(await found('-müller')).toBe(0)
    expect(await found('operator:jurgen')).toBe(0)
  })

  it('knows values by their beginning, whatever its case', async () => {
    const searchable = await searchableLedger()
    const known = async (...asked: Parameters<Searchable['ledger']['knownValues']>) =>
      (await searchable.ledger.knownValues(...asked)).map(({ value }) => value).sort()
    expect(await known('entity_id', 'CUST', 10)).toEqual(['cust-1', 'cust-10'])
    expect(await known('entity_id', '', 2)).toHaveLength(2)
    expect(await known('media_type', 'image', 10)).toEqual(['IMAGE_PASSPORT_FRONT'])
    expect(await known('operator', 'anna', 10)).toEqual(['Anna', 'anna-maria'])
    const [first] = await searchable.ledger.knownValues('entity_id', 'acme', 1)
    expect(first?.count).toBe(searchable.details.filter(({ item }) => item.entityId === 'acme').length)
  })

  it('refuses what it cannot read, and says where', async () => {
    const searchable = await searchableLedger()
    const asked = searchable.ledger.list({ states: [], text: 'state:gone', order: 'newest_first', limit: 1 })
    await expect(asked).rejects.toMatchObject({
      code: 'query_refused',
      detail: expect.stringMatching(/^gone: There is no state/) as string,
    })
  })
})
