import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndexRowInput } from '../../../electron/engine/ledger/index-record.ts'
import type { Ledger } from '../../../electron/engine/ledger/ledger.ts'
import { say, sayAsWritten } from '../../../electron/shared/sentences/say.ts'
import { ledgerFixture, takeIn } from '../../support/ledger-fixture.ts'
import { identifiedFile, listedFile } from '../../support/ledger-steps.ts'

function row(rowNumber: number, file: string, over: Partial<IndexRowInput> = {}): IndexRowInput {
  return {
    rowNumber,
    file,
    fileKey: file,
    isStem: false,
    entityId: `cust-${file}`,
    mediaType: 'LETTER',
    side: null,
    fields: {},
    problem: null,
    ...over,
  }
}

async function withIndex(path = 'index.csv') {
  const { ledger } = await ledgerFixture()
  const item = await takeIn(ledger, path, {
    role: 'index',
    route: 'ignored',
    ignoredBecause: say('index_file'),
  })
  const begin = (atMs: number) =>
    ledger.beginIndexReading(
      {
        folderId: 'inbox',
        path,
        itemId: item.id,
        kind: 'table',
        encoding: 'utf-8',
        delimiter: ';',
        columns: { Datei: 'file' },
      },
      atMs,
    )
  const read = async (rows: readonly IndexRowInput[], atMs: number) => {
    const generation = await begin(atMs)
    const recorded = await ledger.recordIndexRows('inbox', path, generation, rows, atMs)
    return { ...recorded, ...(await ledger.finishIndexReading('inbox', path, generation, layout)) }
  }
  return { ledger, item, begin, read }
}

async function find(ledger: Ledger, fileKey: string) {
  const found = await ledger.findIndexRows('inbox', [{ fileKey, stemKey: fileKey.replace(/\.\w+$/, '') }])
  return found.get(fileKey) ?? []
}

async function use(ledger: Ledger, fileKey: string, itemId: number): Promise<void> {
  const rows = await find(ledger, fileKey)
  await ledger.markRowsUsed(rows.map(({ id, valuesHash }) => ({ rowId: id, itemId, valuesHash })))
}

const layout = { encoding: 'utf-8', delimiter: ';', columns: { Datei: 'file' } }

describe('reading an index', () => {
  it('tells new rows, then only what changed, however lines move', async () => {
    const { read } = await withIndex()
    const first = await read([row(2, 'a.jpg'), row(3, 'b.jpg')], 10)
    expect(first).toEqual({ fileKeys: ['a.jpg', 'b.jpg'], changedAfterUse: [], removedFileKeys: [] })
    const second = await read([row(2, 'new.jpg'), row(3, 'a.jpg'), row(4, 'b.jpg', { side: 'back' })], 20)
    expect(second).toEqual({ fileKeys: ['new.jpg', 'b.jpg'], changedAfterUse: [], removedFileKeys: [] })
    const third = await read([row(2, 'a.jpg')], 30)
    expect(third).toEqual({ fileKeys: [], changedAfterUse: [], removedFileKeys: ['new.jpg', 'b.jpg'] })
  })

  it('keeps since when a row is known, and where it stands now', async () => {
    const { ledger, read } = await withIndex()
    await read([row(2, 'a.jpg')], 10)
    await read([row(2, 'b.jpg'), row(3, 'a.jpg', { fields: { branch: 'north' } })], 20)
    expect(await find(ledger, 'a.jpg')).toMatchObject([
      { rowNumber: 3, firstSeenAtMs: 10, fields: { branch: 'north' }, indexPath: 'index.csv' },
    ])
  })

  it('tells rows that changed after a scan was read with them, until it is read with the new values', async () => {
    const { ledger, read } = await withIndex()
    const scan = await takeIn(ledger, 'a.jpg')
    await read([row(2, 'a.jpg'), row(3, 'b.jpg')], 10)
    await use(ledger, 'a.jpg', scan.id)
    const other = [row(2, 'a.jpg', { entityId: 'cust-2' }), row(3, 'b.jpg', { entityId: 'cust-2' })]
    const changed = await read(other, 20)
    expect(changed.fileKeys).toEqual(['a.jpg', 'b.jpg'])
    expect(changed.changedAfterUse).toMatchObject([{ file: 'a.jpg', entityId: 'cust-2', itemId: scan.id }])
    expect((await read(other, 30)).changedAfterUse).toHaveLength(1)
    await use(ledger, 'a.jpg', scan.id)
    expect((await read(other, 40)).changedAfterUse).toEqual([])
  })

  it('is used with the values that were found, though the row changed in between', async () => {
    const { ledger, read } = await withIndex()
    const scan = await takeIn(ledger, 'a.jpg')
    await read([row(2, 'a.jpg')], 10)
    const [found] = await find(ledger, 'a.jpg')
    await read([row(2, 'a.jpg', { entityId: 'cust-2' })], 20)
    await ledger.markRowsUsed([
      { rowId: found?.id ?? 0, itemId: scan.id, valuesHash: found?.valuesHash ?? '' },
    ])
    const again = await read([row(2, 'a.jpg', { entityId: 'cust-2' })], 30)
    expect(again.changedAfterUse).toMatchObject([{ file: 'a.jpg', itemId: scan.id }])
  })

  it('gives a file’s rows once for each set of values, by name and by stem, and uses all of them', async () => {
    const { ledger, read } = await withIndex()
    const scan = await takeIn(ledger, 'a.jpg')
    await read(
      [
        row(2, 'a.jpg'),
        row(3, 'a.jpg'),
        row(4, 'a.jpg', { entityId: 'other' }),
        row(5, 'a', { isStem: true }),
        row(6, 'a'),
      ],
      10,
    )
    const rows = await find(ledger, 'a.jpg')
    expect(rows.map(({ rowNumber, entityId }) => [rowNumber, entityId])).toEqual([
      [2, 'cust-a.jpg'],
      [4, 'other'],
      [5, 'cust-a'],
    ])
    await use(ledger, 'a.jpg', scan.id)
    const open = await ledger.overdueIndexRows('inbox', 'index.csv', 100, 10)
    expect(open.rows.map(({ rowNumber }) => rowNumber)).toEqual([6])
  })

  it('recognises each of several rows of one file over batches', async () => {
    const { ledger, begin, read } = await withIndex()
    const rows = Array.from({ length: 6 }, (_, index) => row(index + 2, 'a.jpg', { entityId: `c-${index}` }))
    const generation = await begin(10)
    for (let from = 0; from < 6; from += 2) {
      await ledger.recordIndexRows('inbox', 'index.csv', generation, rows.slice(from, from + 2), 10)
    }
    expect((await ledger.listIndexRows(all)).rowCount).toBe(6)
    expect((await read(rows, 20)).fileKeys).toEqual([])
    expect((await read(rows.slice(0, 5), 30)).removedFileKeys).toEqual(['a.jpg'])
  })

  it('always holds just the rows of the newest reading', async () => {
    const rows = fc.array(
      fc.record({ file: fc.constantFrom('a', 'b', 'c'), entityId: fc.constantFrom('one', 'two') }),
      { maxLength: 8 },
    )
    const check = fc.asyncProperty(fc.array(rows, { minLength: 1, maxLength: 4 }), async (readings) => {
      const { ledger, begin } = await index
      for (const [turn, reading] of readings.entries()) {
        const generation = await begin(turn)
        const input = reading.map(({ file, entityId }, at) => row(at + 1, file, { entityId }))
        for (const part of [input.slice(0, 3), input.slice(3)]) {
          await ledger.recordIndexRows('inbox', 'index.csv', generation, part, turn)
        }
        await ledger.finishIndexReading('inbox', 'index.csv', generation, layout)
        const listed = (await ledger.listIndexRows(all)).rows
        expect(listed.map(({ file, entityId }) => ({ file, entityId }))).toEqual(reading)
      }
    })
    const index = withIndex()
    await fc.assert(check, { numRuns: 20 })
  })

  it('does not take away what the next reading finds again', async () => {
    const { ledger, begin, read } = await withIndex()
    await read([row(2, 'a.jpg')], 10)
    const broken = await begin(20)
    const removing = ledger.finishIndexReading('inbox', 'index.csv', broken, layout)
    const next = await begin(30)
    await Promise.all([removing, ledger.recordIndexRows('inbox', 'index.csv', next, [row(2, 'a.jpg')], 30)])
    await ledger.finishIndexReading('inbox', 'index.csv', next, layout)
    expect(await find(ledger, 'a.jpg')).toHaveLength(1)
  })

  it('refuses rows of a reading that another one has overtaken', async () => {
    const { ledger, begin } = await withIndex()
    const first = await begin(10)
    const second = await begin(11)
    expect(second).toBeGreaterThan(first)
    await expect(ledger.recordIndexRows('inbox', 'index.csv', first, [row(2, 'a.jpg')], 12)).rejects.toThrow(
      /another reading/,
    )
  })

  it('keeps rows of before when a reading breaks off, and counts on from there', async () => {
    const { ledger, begin, read } = await withIndex()
    await read([row(2, 'a.jpg'), row(3, 'b.jpg')], 10)
    await ledger.recordIndexRows('inbox', 'index.csv', await begin(20), [row(2, 'a.jpg')], 20)
    expect(await find(ledger, 'b.jpg')).toHaveLength(1)
    expect(await read([row(2, 'a.jpg')], 30)).toMatchObject({ fileKeys: [], removedFileKeys: ['b.jpg'] })
  })
})

describe('rows and scans', () => {
  const keysOf = (path: string) => {
    const fileKey = path.toLowerCase()
    return { fileKey, stemKey: fileKey.replace(/\.\w+$/, '') }
  }

  it('find each other when the scan is read with the row', async () => {
    const { ledger, read } = await withIndex()
    await read([row(2, 'a.jpg'), row(3, 'b.jpg')], 10)
    const [found] = await find(ledger, 'a.jpg')
    const usedRows = [{ rowId: found?.id ?? 0, valuesHash: found?.valuesHash ?? '' }]
    const scan = await takeIn(ledger, 'a.jpg', { usedRows })
    expect(await find(ledger, 'a.jpg')).toMatchObject([{ itemId: scan.id }])
    const { changedAfterUse } = await read([row(2, 'a.jpg', { entityId: 'other' })], 20)
    expect(changedAfterUse).toMatchObject([{ itemId: scan.id, entityId: 'other' }])
  })

  it('find each other when the scan was there before, and even sent', async () => {
    const { ledger, read } = await withIndex('Batch/index.csv')
    const sent = await takeIn(ledger, 'Batch/A.jpg', { route: 'approved' })
    const deep = await takeIn(ledger, 'Batch/deep/B.jpg')
    await takeIn(ledger, 'C.jpg')
    await takeIn(ledger, 'Batch2/D.jpg')
    await read(
      [
        row(2, 'batch/a.jpg'),
        row(3, 'batch/deep/b', { isStem: true }),
        row(4, 'c.jpg'),
        row(5, 'batch2/d.jpg'),
        row(6, 'batch/deep/b'),
      ],
      10,
    )
    expect(await ledger.matchIndexRows('inbox', 'Batch/index.csv', keysOf)).toBe(2)
    const { rows } = await ledger.listIndexRows({ ...all, path: 'Batch/index.csv' })
    expect(rows.map(({ itemId }) => itemId)).toEqual([sent.id, deep.id, null, null, null])
    const other = await read([row(2, 'batch/a.jpg', { entityId: 'other' })], 20)
    expect(other.changedAfterUse).toEqual([])
  })

  it('find each other over pages of scans', async () => {
    const { ledger, read } = await withIndex()
    const paths = Array.from({ length: 1_500 }, (_, number) => `${number}.jpg`)
    await ledger.recordListed(
      'inbox',
      paths.map((path) => listedFile(path)),
      1,
    )
    await ledger.recordIdentified(
      'inbox',
      paths.map((path) => identifiedFile(path)),
      2,
    )
    await read(
      paths.map((path, index) => row(index + 2, path)),
      10,
    )
    expect(await ledger.matchIndexRows('inbox', 'index.csv', keysOf)).toBe(1_500)
    expect(await ledger.matchIndexRows('inbox', 'index.csv', keysOf)).toBe(0)
  })
})

const all = { folderId: 'inbox', path: 'index.csv', show: 'all', offset: 0, limit: 100 } as const

describe('an index file', () => {
  it('counts its rows by how far they found their scans', async () => {
    const { ledger, item, read } = await withIndex('batch/index.csv')
    const scan = await takeIn(ledger, 'b.jpg')
    await read(
      [row(2, 'b.jpg'), row(3, 'c.jpg'), row(4, '', { problem: sayAsWritten('No file is named.') })],
      10,
    )
    await use(ledger, 'b.jpg', scan.id)
    await read(
      [
        row(2, 'b.jpg'),
        row(3, 'c.jpg'),
        row(4, '', { problem: sayAsWritten('No file is named.') }),
        row(5, 'd'),
      ],
      50,
    )
    expect(await ledger.listIndexFiles(60, () => 20)).toEqual([
      {
        itemId: item.id,
        folderId: 'inbox',
        path: 'batch/index.csv',
        kind: 'table',
        encoding: 'utf-8',
        delimiter: ';',
        columns: { Datei: 'file' },
        readAtMs: 50,
        rowCount: 4,
        matchedCount: 1,
        waitingCount: 2,
        overdueCount: 1,
        malformedCount: 1,
      },
    ])
    expect(await ledger.overdueIndexRows('inbox', 'batch/index.csv', 40, 10)).toMatchObject({
      rows: [{ file: 'c.jpg' }],
      count: 1,
      nextSeenAtMs: 50,
    })
    expect(await ledger.malformedIndexRows('inbox', 'batch/index.csv', 10)).toMatchObject({
      rows: [{ rowNumber: 4, problem: sayAsWritten('No file is named.') }],
      count: 1,
    })
  })

  it.each([
    ['all', [2, 3, 4]],
    ['matched', [2]],
    ['waiting', [3]],
    ['malformed', [4]],
  ] as const)('lists its rows: %s', async (show, numbers) => {
    const { ledger, read } = await withIndex()
    const scan = await takeIn(ledger, 'a.jpg')
    await read(
      [row(2, 'a.jpg'), row(3, 'b.jpg'), row(4, 'c.jpg', { problem: sayAsWritten('No entity id.') })],
      10,
    )
    await use(ledger, 'a.jpg', scan.id)
    const listed = await ledger.listIndexRows({ ...all, show })
    expect(listed.rows.map(({ rowNumber }) => rowNumber)).toEqual(numbers)
    expect(listed.rowCount).toBe(numbers.length)
  })

  it('is known by its folder, and forgotten with its rows', async () => {
    const { ledger, read } = await withIndex('batch/index.csv')
    await read([row(2, 'batch/a.jpg')], 10)
    const known = () => ledger.directoriesWithIndex('inbox', ['', 'batch', 'batch/deep'])
    expect(await known()).toEqual(new Set(['batch']))
    expect(await ledger.forgetIndex('inbox', 'batch/index.csv')).toEqual({ removedFileKeys: ['batch/a.jpg'] })
    expect(await known()).toEqual(new Set())
    expect(await ledger.listIndexFiles(60, () => 20)).toEqual([])
    expect(await find(ledger, 'batch/a.jpg')).toEqual([])
    expect((await read([row(2, 'batch/a.jpg')], 20)).fileKeys).toEqual(['batch/a.jpg'])
  })

  it('loses all rows that are gone, also more than one transaction takes', async () => {
    const { ledger, read } = await withIndex()
    await read(
      Array.from({ length: 6_000 }, (_, index) => row(index + 2, `${index}.jpg`)),
      10,
    )
    expect((await read([row(2, '7.jpg')], 20)).removedFileKeys).toHaveLength(5_999)
    expect((await ledger.listIndexRows(all)).rows.map(({ file }) => file)).toEqual(['7.jpg'])
  })
})
