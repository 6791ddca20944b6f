import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../../../electron/engine/identify/indexing/table.ts'
import { indexSettings } from './whole-table.ts'

const rowCount = 200_000

/** A table that never is in memory as a whole. Every thousandth row has a stray quotation mark. */
async function* bigTable(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('Datei;Kundennummer;Dokumenttyp;Filiale\r\n')
  for (let first = 0; first < rowCount; first += 1_000) {
    const rows = Array.from(
      { length: 1_000 },
      (_, at) => `scan${first + at}.jpg;${100_000 + first + at};passport;${at === 500 ? '"' : ''}Köln\r\n`,
    )
    yield Buffer.from(rows.join(''))
  }
}

describe('a table of 200,000 rows', () => {
  it('is read in constant memory, and lets others run in between', { timeout: 60_000 }, async () => {
    let [rows, bad, batches, longest, turns] = [0, 0, 0, 0, 0]
    const reading = new AbortController()
    const others = (async () => {
      while (!reading.signal.aborted) {
        await nextTurn()
        turns += 1
      }
    })()
    const heapBefore = process.memoryUsage().heapUsed
    let heapPeak = 0
    for await (const event of readTable(bigTable(), { indexPath: 'index.csv', settings: indexSettings() })) {
      if (event.kind === 'unreadable') throw new Error(event.why.words)
      batches += 1
      rows += event.rows.length
      longest = Math.max(longest, event.rows.length)
      bad += event.rows.filter(({ problem }) => problem !== null).length
      if (batches % 50 === 0) heapPeak = Math.max(heapPeak, process.memoryUsage().heapUsed)
    }
    reading.abort()
    await others
    expect({ rows, bad }).toEqual({ rows: rowCount, bad: rowCount / 1_000 })
    // A row becomes an object of several hundred bytes: all of them would take more than 100 MB.
    expect(heapPeak - heapBefore).toBeLessThan(80e6)
    expect(longest).toBeLessThanOrEqual(600)
    expect(turns).toBeGreaterThan(rowCount / 600)
  })
})
