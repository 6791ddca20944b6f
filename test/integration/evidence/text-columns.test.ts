import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { textColumns } from '../../../electron/engine/ledger/text-columns.ts'
import type { ColumnFate } from '../../../electron/engine/ledger/text-columns.ts'
import { ledgerFixture, takeIn } from '../../support/ledger-fixture.ts'
import { identifiedFile, listedFile } from '../../support/ledger-steps.ts'
import type { LedgerFixture } from '../../support/ledger-fixture.ts'
import { dayMs, uploadedItem } from './sent-items.ts'

/** In every personal value that the test makes, and in nothing else. */
const mark = 'wxyzsmith'

/** The text columns of the tables that hold rows themselves, as the database has them. */
function columnsOf(database: Database.Database): Record<string, string[]> {
  const rows = database
    .prepare<[], { tbl: string; col: string }>(
      `SELECT tables.name AS tbl, columns.name AS col FROM pragma_table_list AS tables
       JOIN pragma_table_xinfo(tables.name) AS columns
       WHERE tables.schema = 'main' AND tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'
         AND columns.type NOT IN ('INTEGER', 'REAL')`,
    )
    .all()
  const columns: Record<string, string[]> = {}
  for (const { tbl, col } of rows) (columns[tbl] ??= []).push(col)
  return columns
}

/** Everything that the ledger can know of a sent item, and of the index file that it was read with. */
async function itemWithEverything(fixture: LedgerFixture): Promise<void> {
  const { ledger, clock } = fixture
  const item = await uploadedItem(fixture, `${mark}/${mark}.jpg`, `cust-${mark}`)
  await ledger.recordListed('inbox', [listedFile(`${mark}/list.csv`)], clock.nowMs)
  const index = identifiedFile(`${mark}/list.csv`, { role: 'index', route: 'ignored' })
  const [indexId = 0] = await ledger.recordIdentified('inbox', [index], clock.nowMs)
  const { id: openId } = await takeIn(ledger, 'other.tif')
  const page = { itemId: item.id, folderId: 'inbox', path: `${mark}/page.jpg`, sha256: 'a'.repeat(64) }
  const facts = {
    [`unsplit:${String(item.id)}`]: [page],
    [`unsplit:${String(openId)}`]: [page, { ...page, itemId: openId, path: 'other.jpg' }],
    'archiving:inbox': { itemId: item.id, target: `/archive/${mark}.jpg` },
    'archiving:branch': { itemId: openId, target: '/archive/other.jpg' },
  }
  const database = new Database(fixture.file)
  const text = (what: string): string => `${what} of ${mark}`
  database
    .prepare(
      `UPDATE items SET read_path = @text, file_key = @text, reason = @text, reason_said = json_quote(@text),
         failure_detail = @text, failure_said = json_quote(@text), failure_code = 'server_error',
         reading = json_quote(@text), rescan_slip = @text, archived_to = @text, split_from = @from WHERE id = @id`,
    )
    .run({ id: item.id, text: text('value'), from: openId })
  const keep = database.prepare('INSERT INTO ledger_facts VALUES (?, ?)')
  for (const [name, value] of Object.entries(facts)) keep.run(name, JSON.stringify(value))
  database
    .prepare(
      `INSERT INTO split_pages (item_id, number, folder_id, path, sha256) VALUES (?, 1, 'inbox', ?, 'b')`,
    )
    .run(item.id, text('page'))
  database.prepare(`INSERT INTO entity_checks VALUES (?, 'known', 1)`).run(`cust-${mark}`)
  database
    .prepare(
      `INSERT INTO index_files VALUES ('inbox', @text, @text, @id, 'table', 'utf-8', ',', @json, 1, 1)`,
    )
    .run({ text: text('index'), id: indexId, json: JSON.stringify([text('column')]) })
  const row = database.prepare(
    `INSERT INTO index_rows (folder_id, index_path, row_number, file, file_key, is_stem, occurrence, entity_id, media_type,
       fields, problem, problem_said, values_hash, generation, first_seen_at_ms, item_id, used_hash)
     VALUES ('inbox', @path, 1, @text, @text, 0, 0, @text, @text, json_quote(@text), @text, json_quote(@text), @text, 1, 1, @id, @text)`,
  )
  row.run({ path: text('index'), text: text('own row'), id: null })
  row.run({ path: text('a file that is gone'), text: text('used row'), id: item.id })
  database.close()
}

function holdersOf(database: Database.Database): string[] {
  return Object.entries(columnsOf(database)).flatMap(([table, columns]) =>
    columns.flatMap((column) => {
      const found = database.prepare(`SELECT 1 FROM ${table} WHERE instr(${column}, ?) > 0`).get(mark)
      return found === undefined ? [] : [`${table}.${column}`]
    }),
  )
}

describe('the columns that can hold a text', () => {
  it('are all known to the erasure: which are personal, and why the others stay', async () => {
    const { ledger, file } = await ledgerFixture()
    ledger.close()
    const database = new Database(file)
    const known = Object.entries(textColumns).map(([table, columns]) => [table, Object.keys(columns).sort()])
    const actual = Object.entries(columnsOf(database)).map(([table, columns]) => [table, columns.sort()])
    database.close()
    expect(Object.fromEntries(known)).toEqual(Object.fromEntries(actual))
  })

  it('hold nothing personal after the erasure, and neither does any other byte of the file', async () => {
    const fixture = await ledgerFixture()
    await itemWithEverything(fixture)
    const database = new Database(fixture.file)
    const personal = Object.entries(textColumns).flatMap(([table, columns]) =>
      Object.entries<ColumnFate>(columns).flatMap(([column, fate]) =>
        'erased' in fate ? [`${table}.${column}`] : [],
      ),
    )
    // Of each column it is shown that it goes, because it is there before.
    expect(holdersOf(database).sort()).toEqual(personal.sort())

    fixture.clock.nowMs += 40 * dayMs
    const items = await fixture.ledger.listErasable(fixture.clock.nowMs - 30 * dayMs, null, 100)
    expect(await fixture.ledger.eraseItems(items, 30, fixture.clock.nowMs)).toHaveLength(2)
    await fixture.ledger.finishErasure()
    expect(holdersOf(database)).toEqual([])
    const facts = database.prepare<[], { name: string; value: string }>('SELECT * FROM ledger_facts').all()
    expect(facts.filter(({ name }) => /^(unsplit|archiving):/.test(name)).map(({ value }) => value)).toEqual([
      expect.stringContaining('/archive/other.jpg'),
      expect.stringContaining('other.jpg'),
    ])
    database.close()
    fixture.ledger.close()
    expect(readFileSync(fixture.file, 'latin1').includes(mark)).toBe(false)
  })
})
