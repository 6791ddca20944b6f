import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proveAnchors } from '../../../electron/engine/evidence/anchor-proof.ts'
import { chainHash, genesisHash, sha256 } from '../../../electron/engine/ledger/audit-chain.ts'
import { takeIn } from '../../support/ledger-fixture.ts'
import { exportedLedger } from './bundles.ts'
import { dayMs, uploadedItem } from './sent-items.ts'

/** What verification looks at. Index rows and look-ups are no evidence: what was read from them stands in the items. */
const tables = ['audit_events', 'items', 'attempts', 'rule_sets', 'item_counts']

/** Columns that change without an event: they tell when to look next, and where a file lay on its disk. */
const untold: readonly string[] = [
  'items.modified_at_ms',
  'items.file_key',
  'items.rescan_state',
  'items.gap_check',
  'items.sends_after_ms',
]

/** Opens the ledger as somebody with a SQLite editor would, who also knows how to switch its guards off. */
function openUnguarded(file: string): Database.Database {
  const database = new Database(file)
  database.pragma('foreign_keys = OFF')
  database.pragma('ignore_check_constraints = ON')
  const triggers = database
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)
    .all()
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
  return database
}

interface Place {
  readonly table: string
  readonly column: string
  readonly type: string
}

function placesIn(database: Database.Database): Place[] {
  return tables.flatMap((table) =>
    database
      .prepare<[], { name: string; type: string }>(`SELECT name, type FROM pragma_table_info('${table}')`)
      .all()
      .map(({ name, type }) => ({ table, column: name, type })),
  )
}

/** Another value than the one that is there: one character or one number away from it. */
function altered(value: string | number | null, type: string, at: number): string | number {
  if (type === 'INTEGER') return typeof value === 'number' ? value + 1 : 1
  const text = String(value ?? '')
  if (text === '') return 'x'
  const place = at % text.length
  const other = text[place] === '1' ? '2' : '1'
  return `${text.slice(0, place)}${other}${text.slice(place + 1)}`
}

/** A ledger with items that were sent, held, erased and rejected. */
async function richLedger() {
  const fixture = await exportedLedger()
  const { ledger, clock } = fixture
  clock.nowMs += 40 * dayMs
  await ledger.eraseItems(await ledger.listErasable(clock.nowMs, null, 1), 30, clock.nowMs)
  await uploadedItem(fixture, 'third.jpg', 'cust-three')
  const held = await takeIn(ledger, 'fourth.jpg', {
    route: 'needs_attention',
    findings: [{ code: 'no_rule', severity: 'block', evidence: 'no rule reads fourth.jpg' }],
  })
  const reject = { kind: 'item.rejected', actor: 'ada', to: 'rejected', reason: 'Not readable' } as const
  await ledger.decide({ itemId: held.id, revision: held.revision, ...reject }, clock.nowMs)
  expect((await ledger.verify()).faults).toEqual([])
  return fixture
}

describe('the ledger', () => {
  it('tells every altered value of events, items, attempts, rules and counts, and where it is', async () => {
    const { ledger, file } = await richLedger()
    const database = openUnguarded(file)
    const places = placesIn(database).filter(({ table, column }) => !untold.includes(`${table}.${column}`))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.nat(),
        fc.nat(),
        async ({ table, column, type }, row, at) => {
          const rows = database
            .prepare<[], Record<string, string | number | null>>(`SELECT * FROM ${table}`)
            .all()
            // A count of nothing is none, wherever it stands.
            .filter(({ count }) => count !== 0)
          const before = rows[row % rows.length]
          if (before === undefined) throw new Error('an empty table')
          const place = Object.keys(before).map((name) => `"${name}" IS ?`)
          const change = database.prepare(`UPDATE ${table} SET "${column}" = ? WHERE ${place.join(' AND ')}`)
          const value = altered(before[column] ?? null, type, at)
          const after = { ...before, [column]: value }
          try {
            change.run(value, ...Object.values(before))
          } catch {
            // The value is not even one that an index of the ledger can hold.
            return
          }
          const { ok, faults } = await ledger.verify()
          change.run(before[column] ?? null, ...Object.values(after))
          expect({ ok, table, column, value }).toMatchObject({ ok: false })
          const itemId = table === 'items' ? after['id'] : before['item_id']
          const isLocated = faults.some(
            (fault) => fault.itemId === itemId || fault.seq !== null || table === 'item_counts',
          )
          expect({ isLocated, table, column, faults }).toMatchObject({ isLocated: true })
        },
      ),
      { numRuns: 400 },
    )
    database.close()
  })

  it.each(tables)('tells a value altered in each column of %s', async (table) => {
    const { ledger, file } = await richLedger()
    const database = openUnguarded(file)
    for (const { column, type } of placesIn(database).filter((place) => place.table === table)) {
      if (untold.includes(`${table}.${column}`)) continue
      const rowid = table === 'item_counts' ? `folder_id = 'inbox' AND state = 'uploaded'` : 'rowid = 2'
      const where = table === 'rule_sets' ? 'version = 1' : rowid
      const before = database
        .prepare<[], Record<string, string | number | null>>(`SELECT * FROM ${table} WHERE ${where}`)
        .get()
      if (before === undefined) throw new Error(`${table} has no such row`)
      const value = altered(before[column] ?? null, type, 3)
      database.exec('SAVEPOINT before')
      try {
        database.prepare(`UPDATE ${table} SET "${column}" = ? WHERE ${where}`).run(value)
      } catch {
        database.exec('ROLLBACK TO before; RELEASE before')
        continue
      }
      database.exec('RELEASE before')
      const { ok } = await ledger.verify()
      expect({ ok, table, column }).toEqual({ ok: false, table, column })
      const changed = Object.entries({ ...before, [column]: value })
      database
        .prepare(
          `UPDATE ${table} SET "${column}" = ? WHERE ${changed.map(([name]) => `"${name}" IS ?`).join(' AND ')}`,
        )
        .run(before[column] ?? null, ...changed.map(([, one]) => one))
    }
    expect((await ledger.verify()).faults).toEqual([])
    database.close()
  })

  it('tells an attempt that no event knows', async () => {
    const { ledger, file, two } = await richLedger()
    const database = openUnguarded(file)
    database.exec(
      `INSERT INTO attempts (item_id, number, started_at_ms, url, body_form, sent_name, entity_id, media_type, sha256,
         size_bytes, outcome) VALUES (${String(two.id)}, 2, 1, '', 'json', 'n', 'eve', '', '', 1, 'accepted')`,
    )
    database.close()
    expect((await ledger.verify()).faults).toMatchObject([{ itemId: two.id }])
  })

  it('that was made anew, link by link, proves itself; its anchors show it', async () => {
    const { ledger, file, clock } = await exportedLedger()
    const anchor = await ledger.readHead(clock.nowMs)
    expect(await proveAnchors(ledger, [anchor])).toEqual({ proven: 1, faults: [] })

    forgeActor(file, 'ada', 'eve')

    expect((await ledger.verify()).faults).toEqual([])
    const { proven, faults } = await proveAnchors(ledger, [anchor, { ...anchor, ledgerId: 'other' }])
    expect(proven).toBe(0)
    expect(faults).toMatchObject([{ seq: anchor.seq, words: expect.stringMatching(/made anew/) as string }])
  })
})

/** Puts another name into the history and computes every hash anew, as a forger with the source would. */
function forgeActor(file: string, from: string, to: string): void {
  const database = openUnguarded(file)
  interface Event {
    readonly seq: number
    readonly at_ms: number
    readonly actor: string
    readonly kind: string
    readonly item_id: number | null
    readonly data: string
  }
  const events = database.prepare<[], Event>('SELECT * FROM audit_events ORDER BY seq').all()
  const update = database.prepare('UPDATE audit_events SET actor = ?, data_hash = ?, hash = ? WHERE seq = ?')
  database.prepare('UPDATE rule_sets SET actor = ? WHERE actor = ?').run(to, from)
  let previous = genesisHash
  for (const { at_ms: atMs, item_id: itemId, ...event } of events) {
    const actor = event.actor === from ? to : event.actor
    const dataHash = sha256(event.data)
    previous = chainHash(previous, { ...event, actor, atMs, itemId, dataHash })
    update.run(actor, dataHash, previous, event.seq)
  }
  database.close()
}
