import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openLedger } from '../../../electron/engine/ledger/ledger.ts'
import type { Ledger } from '../../../electron/engine/ledger/ledger.ts'
import { rebuiltSearch } from '../../../electron/engine/ledger/schema-3-search.ts'
import { searchableLedger } from '../../support/searchable-ledger.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { writeLedgerOfVersion1 } from '../../support/ledger-version-1.ts'

function opened(file: string): Database.Database {
  const database = new Database(file)
  onTestFinished(() => {
    database.close()
  })
  return database
}

/** What searches look into: each mark, and each line of the notes. */
function derived(database: Database.Database): { marks: unknown[]; notes: unknown[] } {
  return {
    marks: database.prepare('SELECT * FROM item_marks ORDER BY kind, value, item_id').all(),
    notes: database
      .prepare<[], { item_id: number; words: string }>('SELECT * FROM item_notes ORDER BY item_id')
      .all()
      .map(({ item_id: itemId, words }) => ({ itemId, lines: words.split('\n').sort() })),
  }
}

async function found(ledger: Ledger, text: string): Promise<number[]> {
  const page = await ledger.list({ states: [], text, order: 'oldest_first', limit: 500 })
  return page.items.map(({ id }) => id)
}

describe('what a search looks into', () => {
  it('is the same when it is made anew', async () => {
    const { ledger, file } = await searchableLedger()
    const database = opened(file)
    const before = derived(database)
    const searches = [
      'scan_1',
      'anna',
      'ärger',
      'mü',
      'is:duplicate',
      'error:server_error',
      'finding:too_large',
    ]
    const finds = await Promise.all(searches.map((text) => found(ledger, text)))
    database.exec(rebuiltSearch)
    expect(derived(database)).toEqual(before)
    expect(await Promise.all(searches.map((text) => found(ledger, text)))).toEqual(finds)
    expect(finds.every(({ length }) => length > 0)).toBe(true)
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('forgets what is erased, but neither codes nor operators', async () => {
    const { ledger, file, details } = await searchableLedger()
    const failed = details.find(({ item }) => item.state === 'failed')
    if (failed === undefined) throw new Error('no item failed')
    const { id, path } = failed.item
    const code = failed.item.lastFailure?.code ?? ''
    expect(await found(ledger, `"${path}" ärger`)).toEqual([id])
    opened(file)
      .prepare(
        `UPDATE items SET path = 'erased/' || id, entity_id = NULL, failure_detail = '', erased_at_ms = 9 WHERE id = ?`,
      )
      .run(id)
    expect(await found(ledger, `"${path}"`)).toEqual([])
    expect(await found(ledger, 'ärger')).not.toContain(id)
    expect(await found(ledger, 'words of the failure')).not.toContain(id)
    expect(await found(ledger, `"erased/${String(id)}"`)).toContain(id)
    expect(await found(ledger, `${code} error:${code} is:erased`)).toEqual([id])
    const operator = failed.events.find(({ actor }) => actor !== 'engine')?.actor ?? ''
    expect(await found(ledger, `"${operator}" is:erased`)).toEqual([id])
  })

  it('is filled from a ledger of version 1', async () => {
    const file = `${temporaryFolder()}/ledger.sqlite3`
    writeLedgerOfVersion1(file, [
      { path: 'box/sent.jpg', state: 'uploaded', readBy: 'rule' },
      { path: 'box/corrected.jpg', state: 'awaiting_review', readBy: 'person' },
    ])
    const ledger = openLedger(file, { now: () => Date.UTC(2026, 0, 2) })
    onTestFinished(() => {
      ledger.close()
    })
    expect(await found(ledger, 'corrected')).toEqual([2])
    expect(await found(ledger, 'is:corrected')).toEqual([2])
    expect(await found(ledger, 'pg state:uploaded')).toEqual([1])
  })
})
