import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { intray, intrayInside, intrayJson, startIntray } from './running-command.ts'
import { workplace } from './workplace.ts'
import type { Workplace } from './workplace.ts'

async function filled(): Promise<Workplace> {
  const place = await workplace()
  place.drop('valid.jpg', '=cust-1_passport.jpg')
  place.drop('valid.png', 'cust-2_id_front.png')
  place.drop('valid.gif', 'nobody\u001b[31m.gif')
  await intray(['run', '--once', ...place.here], place.key)
  return place
}

const lines = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

describe('reading the ledger by the command', () => {
  it('lists items by state, text and number, for people and for scripts', async () => {
    const { here } = await filled()

    const all = await intray(['list', ...here])
    expect(all.code).toBe(0)
    expect(all.stdout.split('\n')).toHaveLength(5)
    expect(all.stdout).toContain('nobody\\u{1b}[31m.gif')
    expect(all.stdout).not.toContain('\u001b')

    const uploaded = await intrayInside(['list', '--state', 'uploaded', '--json', ...here])
    expect(lines(uploaded.stdout)).toHaveLength(2)
    const found = await intrayInside(['list', '--text', 'cust-2', '--json', ...here])
    expect(lines(found.stdout)).toMatchObject([{ entityId: 'cust-2' }])

    const first = await intrayInside(['list', '--limit', '1', '--json', ...here])
    expect(lines(first.stdout)).toHaveLength(1)
    expect(first.stderr).toContain('There are more')
    expect((await intrayInside(['list', '--state', 'rejected', ...here])).stderr).toContain(
      'Nothing was found.',
    )
  })

  it('shows one item with attempts and history', async () => {
    const { here } = await filled()
    const shown = await intray(['show', '2', ...here])
    expect(shown.code).toBe(0)
    expect(shown.stdout).toMatch(/Entity +cust-2/)
    expect(shown.stdout).toMatch(/1\. .* accepted .* 200/)
    expect(shown.stdout).toContain('item.identified')

    const unknown = await intrayInside(['show', '99', '--json', ...here])
    expect(unknown.code).toBe(1)
    expect(JSON.parse(unknown.stderr)).toMatchObject({ error: { code: 'item_not_found' } })
  })

  it('verifies the ledger, and finds what was altered', async () => {
    const { here, root } = await filled()
    const proven = await intrayJson(['verify', ...here])
    expect(proven).toMatchObject({ code: 0, value: { ok: true, itemCount: 3, faults: [] } })

    const database = new Database(join(root, 'data', 'live', 'ledger.sqlite3'))
    database.exec(`UPDATE items SET entity_id = 'cust-9' WHERE id = 2`)
    database.close()
    const altered = await intrayInside(['verify', ...here])
    expect(altered.code).toBe(1)
    expect(altered.stdout).toContain('item 2')
  })

  it('exports items for a spreadsheet, guarded against formulas, and exactly for programs', async () => {
    const { here, root } = await filled()
    const file = join(root, 'items.csv')
    expect((await intray(['export', '--output', file, ...here])).code).toBe(0)
    const csv = readFileSync(file, 'utf8')
    expect(csv.startsWith('\uFEFFitem,state,')).toBe(true)
    expect(csv.split('\r\n')).toHaveLength(5)
    expect(csv).toContain(",'=cust-1,")
    expect(statSync(file).mode & 0o077).toBe(0)

    const exact = await intrayInside(['export', '--format', 'jsonl', ...here])
    expect(lines(exact.stdout)).toMatchObject([{ entityId: '=cust-1' }, { id: 2 }, { id: 3 }])
    const refused = await intrayInside(['export', '--output', join(root, 'none', 'x.csv'), ...here])
    expect(refused.code).toBe(73)
  })

  it('exports the audit events from the first on', async () => {
    const { here } = await filled()
    const events = lines((await intray(['export', '--events', ...here])).stdout)
    expect(events[0]).toMatchObject({ seq: 1, kind: 'ledger.created' })
    expect(events.length).toBeGreaterThan(6)
    expect((await intrayInside(['export', '--events', '--format', 'csv', ...here])).code).toBe(2)
  })

  it('ends quietly when its reader has gone', async () => {
    const { here } = await filled()
    const running = startIntray(['export', '--events', ...here])
    running.process.stdout?.destroy()
    await once(running.process, 'exit')
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' })
  })

  it('says where it looked when there is no ledger', async () => {
    const { here, root } = await workplace()
    const ended = await intrayInside(['list', '--practice', ...here])
    expect(ended.code).toBe(66)
    expect(ended.stderr).toContain(join(root, 'data', 'practice', 'ledger.sqlite3'))
  })
})
