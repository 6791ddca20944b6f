import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { lockEngine } from '../../../electron/engine/ledger/engine-lock.ts'
import { openLedger } from '../../../electron/engine/ledger/ledger.ts'
import { ledgerVersion, migrate } from '../../../electron/engine/ledger/migrations.ts'
import { rulesDefinitionSchema } from '../../../electron/shared/rules.ts'
import { ledgerFixture, takeIn } from '../../support/ledger-fixture.ts'
import { listedFile } from '../../support/ledger-steps.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** Changes the ledger behind Intray's back, as somebody with a SQLite editor would. */
function tamper(file: string, sql: string): void {
  const database = new Database(file)
  const triggers = database
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`)
    .all()
  for (const trigger of triggers) database.exec(`DROP TRIGGER ${trigger.name}`)
  database.exec(sql)
  for (const trigger of triggers) database.exec(trigger.sql)
  database.close()
}

async function tamperedReport(sql: string) {
  const { ledger, file } = await ledgerFixture()
  await ledger.recordRules(rulesDefinitionSchema.parse({}), 'ada', 1, null)
  await takeIn(ledger, 'a.jpg', { route: 'approved', fields: { branch: 'north', box: '7' } })
  const item = await takeIn(ledger, 'b.jpg', { route: 'approved', entityId: 'two' })
  const [attempt] = await ledger.startAttempts(
    [{ itemId: item.id, revision: item.revision, number: 1, url: 'u', bodyForm: 'json', sentName: 'n' }],
    3,
  )
  await ledger.settleAttempt(
    {
      attemptId: attempt?.id ?? 0,
      outcome: 'entity_unknown',
      httpStatus: 404,
      answerCode: 'resource_not_found',
      answerMessage: null,
      durationMs: 1,
      to: 'failed',
      failure: { code: 'entity_unknown', detail: '' },
      nextAttemptAtMs: null,
      counted: true,
    },
    4,
  )
  expect((await ledger.verify()).faults).toEqual([])
  tamper(file, sql)
  return ledger.verify()
}

describe('the audit chain', () => {
  it.each([
    [
      'an event’s data',
      `UPDATE audit_events SET data = json_set(data, '$.x', 1) WHERE seq = 3`,
      /data of event 3/,
    ],
    ['an event’s actor', `UPDATE audit_events SET actor = 'eve' WHERE seq = 3`, /Event 3 does not follow/],
    [
      'further values that an event told',
      `UPDATE audit_events SET data = json_remove(data, '$.item.fields') WHERE seq = 4;
       UPDATE items SET fields = '{}' WHERE id = 1`,
      /data of event 4/,
    ],
    ['an event’s time', `UPDATE audit_events SET at_ms = at_ms + 1 WHERE seq = 2`, /Event 2 does not follow/],
    ['a missing event', 'DELETE FROM audit_events WHERE seq = 3', /Events 3 to 3 are missing/],
    ['a cut end', 'DELETE FROM audit_events WHERE seq > 4', /Events after 4 were removed/],
    ['an item’s state', `UPDATE items SET state = 'rejected' WHERE id = 1`, /Item 1 differs .* state/],
    ['an item’s entity', `UPDATE items SET entity_id = 'eve' WHERE id = 1`, /Item 1 differs .* entityId/],
    [
      'an item’s further values',
      `UPDATE items SET fields = json_set(fields, '$.box', '8') WHERE id = 1`,
      /Item 1 differs .* fields/,
    ],
    ['further values taken away', `UPDATE items SET fields = '{}' WHERE id = 1`, /Item 1 differs .* fields/],
    [
      'further values that are no JSON',
      `PRAGMA ignore_check_constraints = ON; UPDATE items SET fields = 'x' WHERE id = 1`,
      /Item 1 differs .* fields/,
    ],
    ['an item’s role', `UPDATE items SET role = 'index' WHERE id = 1`, /Item 1 differs .* role/],
    ['a removed item', 'DELETE FROM attempts; DELETE FROM items WHERE id = 1', /count of/],
    [
      'an attempt’s outcome',
      `UPDATE attempts SET outcome = 'accepted', http_status = 200`,
      /attempt that event/,
    ],
    [
      'what an attempt sent',
      `UPDATE attempts SET fields = '{"branch":"eve"}'`,
      /attempt that event \d+ started was altered/,
    ],
    ['whom an attempt was for', `UPDATE attempts SET entity_id = 'eve'`, /attempt that event \d+ started/],
    [
      'a saved rule',
      `UPDATE rule_sets SET definition = replace(definition, '{media_type}', '{skip}')`,
      /rules that event 2 saved/,
    ],
    ['a rule’s version', `UPDATE rule_sets SET rule_versions = '{}'`, /rules that event 2 saved/],
    ['who saved rules', `UPDATE rule_sets SET actor = 'eve'`, /rules that event 2 saved/],
    ['removed rules', `DELETE FROM rule_sets`, /rules that event 2 saved/],
    [
      'foreign rules',
      `INSERT INTO rule_sets SELECT 2, definition, rule_versions, 1, 'eve', NULL FROM rule_sets`,
      /No event tells of version 2 of the rules/,
    ],
    [
      'a foreign item',
      `INSERT INTO items (folder_id, path, file_key, size_bytes, modified_at_ms, first_seen_at_ms, changed_at_ms, state) VALUES ('inbox', 'x', 'k', 1, 1, 1, 1, 'uploaded')`,
      /has no event/,
    ],
  ])('shows %s', async (_what, sql, words) => {
    const report = await tamperedReport(sql)
    expect(report.ok).toBe(false)
    expect(report.faults.map((fault) => fault.words).join('\n')).toMatch(words)
  })

  it('is protected from UPDATE and DELETE by the database itself', async () => {
    const { ledger, file } = await ledgerFixture()
    await takeIn(ledger, 'a.jpg')
    const database = new Database(file)
    expect(() => database.exec('UPDATE audit_events SET actor = 1')).toThrow(/never changed/)
    expect(() => database.exec('DELETE FROM audit_events')).toThrow(/never deleted/)
    expect(() => database.exec('DELETE FROM items')).toThrow(/never deleted/)
    await ledger.recordRules(rulesDefinitionSchema.parse({}), 'ada', 1, null)
    expect(() => database.exec('UPDATE rule_sets SET actor = 1')).toThrow(/never changed/)
    expect(() => database.exec('DELETE FROM rule_sets')).toThrow(/never deleted/)
    database.close()
  })
})

describe('opening', () => {
  it('refuses a ledger of a newer version and leaves it as it is', () => {
    const file = join(temporaryFolder(), 'ledger.sqlite3')
    const database = new Database(file)
    database.pragma('user_version = 99')
    database.close()
    expect(() => openLedger(file, { now: Date.now })).toThrow(
      expect.objectContaining({ code: 'ledger_from_future' }),
    )
    const after = new Database(file)
    expect(after.pragma('user_version', { simple: true })).toBe(99)
    after.close()
  })

  it('refuses a file that is no database', () => {
    const file = join(temporaryFolder(), 'ledger.sqlite3')
    writeFileSync(file, 'this is not a ledger, but it is long enough to be looked at as one'.repeat(20))
    expect(() => openLedger(file, { now: Date.now })).toThrow(
      expect.objectContaining({ code: 'ledger_damaged' }),
    )
  })

  it('backs up a ledger that holds data before it migrates', async () => {
    const { ledger, file } = await ledgerFixture()
    await takeIn(ledger, 'a.jpg')
    ledger.close()
    const database = new Database(file)
    const upgrade = 'CREATE TABLE added (x TEXT) STRICT'
    migrate(database, file, Date.UTC(2026, 0, 2), [...Array<string>(ledgerVersion).fill('not run'), upgrade])
    expect(database.pragma('user_version', { simple: true })).toBe(ledgerVersion + 1)
    database.close()
    const backups = readdirSync(join(dirname(file), 'backups'))
    expect(backups).toEqual([`ledger-v${String(ledgerVersion)}-2026-01-02T000000.sqlite3`])
    const backup = new Database(join(dirname(file), 'backups', backups[0] ?? ''))
    expect(backup.prepare('SELECT path FROM items').get()).toEqual({ path: 'a.jpg' })
    backup.close()
  })

  it('keeps its id and everything else over a restart', async () => {
    const { ledger, file } = await ledgerFixture()
    await takeIn(ledger, 'a.jpg')
    const again = openLedger(file, { now: Date.now })
    expect(again.id).toBe(ledger.id)
    expect((await again.getItem(1)).path).toBe('a.jpg')
    again.close()
  })
})

describe('the engine lock', () => {
  it('lets one engine in, and the next one after it', () => {
    const file = join(temporaryFolder(), 'ledger.sqlite3')
    const release = lockEngine(file, {})
    expect(() => lockEngine(file, {})).toThrow(expect.objectContaining({ code: 'ledger_locked' }))
    release()
    lockEngine(file, {})()
  })
})

describe('two connections', () => {
  it('notice each other’s changes', async () => {
    const { ledger, file } = await ledgerFixture()
    const other = openLedger(file, { now: Date.now })
    const before = await ledger.foreignChangeMark()
    await other.recordListed('inbox', [listedFile('new.jpg')], 1)
    expect(await ledger.foreignChangeMark()).not.toBe(before)
    other.close()
  })
})
