import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { proveAnchors } from '../../../electron/engine/evidence/anchor-proof.ts'
import { proveLedger } from '../../../electron/engine/ledger-proof.ts'
import { openConnection } from '../../../electron/engine/ledger/connection.ts'
import { verifyDerived } from '../../../electron/engine/ledger/derived-verification.ts'
import { openLedger } from '../../../electron/engine/ledger/ledger.ts'
import { takeIn } from '../../support/ledger-fixture.ts'
import { searchableLedger } from '../../support/searchable-ledger.ts'
import { dayMs, uploadedItem } from './sent-items.ts'

/** A ledger with everything that a search and a report know of, one item sent twice, and some erased. */
async function searchedLedger() {
  const fixture = await searchableLedger()
  const { ledger, clock } = fixture
  const [one, two] = [
    await uploadedItem(fixture, 'a.jpg', 'eve'),
    await uploadedItem(fixture, 'b.jpg', 'bob'),
  ]
  clock.nowMs += 40 * dayMs
  await ledger.eraseItems(await ledger.listErasable(clock.nowMs, null, 8), 30, clock.nowMs)
  const held = await takeIn(ledger, 'held.jpg', { route: 'needs_attention' })
  const reject = { kind: 'item.rejected', actor: 'ada', to: 'rejected', reason: 'Not readable' } as const
  await ledger.decide({ itemId: held.id, revision: held.revision, ...reject }, clock.nowMs)
  expect((await ledger.verifyWhole()).faults).toEqual([])
  return { ...fixture, one, two, held }
}

/** Alters the ledger as somebody with a SQLite editor would. */
function alter(file: string, sql: string): void {
  const database = new Database(file)
  try {
    expect(database.prepare(sql).run().changes).toBeGreaterThan(0)
  } finally {
    database.close()
  }
}

describe('the check of a whole ledger', () => {
  it.each([
    ['an operator who is not found', `DELETE FROM item_marks WHERE kind = 'operator' AND item_id = @held`],
    [
      'an operator who decided nothing',
      `UPDATE item_marks SET value = 'eve' WHERE kind = 'operator' AND item_id = @held`,
    ],
    ['a finding that is not found', `DELETE FROM item_marks WHERE kind = 'finding' AND item_id = @two`],
    ['a finding that there is not', `INSERT INTO item_marks VALUES ('finding', 'too_large', @held)`],
    ['a report for somebody else', `UPDATE item_decisions SET decided_by = 'eve' WHERE item_id = @held`],
    ['a report for nobody', `UPDATE item_decisions SET decided_by = NULL WHERE item_id = @held`],
    ['a held item that no report counts', `UPDATE item_decisions SET held = 0 WHERE item_id = @held`],
    ['an item that was never held', `INSERT INTO item_decisions VALUES (@two, 1, NULL)`],
  ])('tells %s, and of which item', async (_what, sql) => {
    const { ledger, file, two, held } = await searchedLedger()
    const item = sql.includes('@two') ? two : held
    alter(file, sql.replace(/@two|@held/, String(item.id)))
    const { ok, faults } = await ledger.verifyWhole()
    expect(ok).toBe(false)
    expect(faults.map(({ itemId }) => itemId)).toEqual(faults.map(() => item.id))
    // The history itself is as it was: a backup with it is as good as before.
    expect((await ledger.verify()).ok).toBe(true)
  })

  it('tells each failure, duplicate and second sending that a search would not find', async () => {
    const { ledger, file } = await searchedLedger()
    const database = new Database(file)
    onTestFinished(() => {
      database.close()
    })
    const marks = database
      .prepare<[], { kind: string; value: string; item_id: number }>(
        `SELECT * FROM item_marks WHERE kind = 'trait'
           OR (kind = 'error' AND value IN (SELECT outcome FROM attempts WHERE attempts.item_id = item_marks.item_id))`,
      )
      .all()
    expect(new Set(marks.map(({ kind }) => kind))).toEqual(new Set(['trait', 'error']))
    for (const { kind, value, item_id: itemId } of marks.slice(0, 12)) {
      const place = `kind = '${kind}' AND value = '${value}' AND item_id = ${String(itemId)}`
      alter(file, `DELETE FROM item_marks WHERE ${place}`)
      expect((await ledger.verifyWhole()).faults).toMatchObject([
        { itemId, said: { code: 'search_misleads', values: { kind, value } } },
      ])
      alter(file, `INSERT INTO item_marks VALUES ('${kind}', '${value}', ${String(itemId)})`)
    }
  })

  it('tells an index in which one byte was altered, so that a search passes over an item', async () => {
    const { ledger, file, clock } = await searchedLedger()
    ledger.close()
    const database = new Database(file)
    database.pragma('wal_checkpoint(TRUNCATE)')
    const pageBytes = Number(database.pragma('page_size', { simple: true }))
    const roots = database.prepare<[string], { page: number }>(
      `SELECT rootpage AS page FROM sqlite_schema WHERE name = ?`,
    )
    const page = roots.get('items_entity')?.page ?? 0
    database.close()
    const bytes = readFileSync(file)
    const start = (page - 1) * pageBytes
    const place = bytes.indexOf('acme', start)
    expect(place).toBeLessThan(start + pageBytes)
    bytes.write('acmf', place)
    writeFileSync(file, bytes)

    const opened = openLedger(file, { now: () => clock.nowMs, readonly: true })
    onTestFinished(() => {
      opened.close()
    })
    expect((await opened.verify()).ok).toBe(true)
    expect((await opened.verifyWhole()).faults).toMatchObject([
      { words: expect.stringContaining('items_entity') as string },
    ])
  })

  it('tells an older copy that stands in the place of the ledger', async () => {
    const { ledger, file, clock, reopen } = await searchedLedger()
    ledger.close()
    copyFileSync(file, `${file}.older`)
    const later = reopen()
    await later.recordEvent('operator.signed_in', 'eve', {}, clock.nowMs)
    later.noteHead()
    expect(await proveLedger(later, { anchors: null, failure: null })).toMatchObject({ ok: true })
    const seq = later.headSeq() - 1
    later.close()
    copyFileSync(`${file}.older`, file)
    const older = openLedger(file, { now: () => clock.nowMs, readonly: true })
    onTestFinished(() => {
      older.close()
    })
    expect((await older.verifyWhole()).ok).toBe(true)
    expect((await proveLedger(older, { anchors: null, failure: null })).faults).toMatchObject([
      { seq, said: { code: 'events_removed_after' } },
    ])
  })

  it('tells anchors whose lines were taken out of their file', async () => {
    const { ledger, clock } = await searchedLedger()
    const anchors = []
    for (let count = 0; count < 3; count += 1) {
      const anchor = await ledger.readHead((clock.nowMs += dayMs))
      await ledger.recordAnchor(anchor)
      anchors.push(anchor)
    }
    const [first, second, third] = anchors
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few anchors')
    expect(await proveAnchors(ledger, anchors)).toEqual({ proven: 3, faults: [] })
    // A file that came later has none of those before it.
    expect(await proveAnchors(ledger, [second, third])).toEqual({ proven: 2, faults: [] })
    const renamed = { ...second, ledgerId: 'other1' }
    for (const left of [
      [first, third],
      [first, renamed, third],
    ]) {
      const { proven, faults } = await proveAnchors(ledger, left)
      expect(proven).toBe(2)
      expect(faults).toMatchObject([{ seq: second.seq, said: { code: 'anchor_line_gone' } }])
    }
  })

  it('tells anchors of what a restore has lost from those of a history that was made anew', async () => {
    const { ledger, clock } = await searchedLedger()
    const kept = await ledger.readHead((clock.nowMs += dayMs))
    const lost = { ...kept, seq: kept.seq + 2, hash: 'f'.repeat(64), atMs: clock.nowMs + dayMs }
    const loss = { backupName: 'b', setAside: '', words: 'damaged', sentAs: [], witnessedSeq: null }
    ledger.openGap(loss, clock.nowMs + 2 * dayMs)
    for (let count = 0; count < 3; count += 1)
      await ledger.recordEvent('uploads.paused', 'anna', {}, clock.nowMs)
    const forged = { ...lost, atMs: clock.nowMs + 3 * dayMs }
    const { proven, faults } = await proveAnchors(ledger, [kept, lost, forged])
    expect(proven).toBe(1)
    expect(faults.map(({ said }) => said?.code)).toEqual(['anchored_event_lost', 'anchored_event_differs'])
    const [restored] = await ledger.listRestores()
    expect(faults[0]?.said).toMatchObject({ values: { restoredSeq: restored?.seq } })
    expect(restored?.keptSeq).toBe(kept.seq)
  })

  it('ends with plain words where the ledger is closed meanwhile', async () => {
    const { file } = await searchedLedger()
    const again = openLedger(file, { now: Date.now })
    const verifying = again.verifyWhole(() => {
      again.close()
    })
    await expect(verifying).rejects.toThrow(expect.objectContaining({ code: 'engine_unavailable' }))
  })

  it('asks for each part by an index, so that a large ledger takes no square of its size', async () => {
    const { file } = await searchedLedger()
    const connection = openConnection(file, { readonly: true })
    onTestFinished(() => {
      connection.close()
    })
    const asked: string[] = []
    const recording = new Proxy(connection, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return (...given: unknown[]): unknown => {
          if (name === 'prepare') asked.push(String(given[0]))
          return Reflect.apply(value, target, given)
        }
      },
    })
    await verifyDerived(recording, () => undefined)
    // Each would look at all of a table for each part.
    const isSlow = /^SCAN (?:items|audit_events|attempts|item_marks)\b|IN-OPERATOR/
    const ways = asked.flatMap((sql) => {
      const given = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, name]) => [String(name), 0]))
      const values = sql.includes('?') ? [0, 0] : [given]
      return connection.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values)
    })
    const slow = ways.map(({ detail }) => detail).filter((way) => isSlow.test(way))
    expect(ways.length).toBeGreaterThan(20)
    expect(slow).toEqual([])
    // A page of marks begins where the one before it ended.
    expect(ways.map(({ detail }) => detail)).toContainEqual(expect.stringContaining('(value,item_id)>'))
  })
})
