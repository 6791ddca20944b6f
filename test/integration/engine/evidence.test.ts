import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runningEngine } from '../../support/running-engine.ts'
import type { RunningEngine } from '../../support/running-engine.ts'
import { pngBytes } from '../../support/scan-bytes.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** An engine that has sent one file. */
async function uploaded(): Promise<RunningEngine> {
  const running = await runningEngine({
    settings: (settings) => ({
      ...settings,
      folders: settings.folders.map((folder) => ({ ...folder, policy: 'upload_when_certain' as const })),
      intake: { ...settings.intake, minPicturePixels: 0 },
    }),
  })
  running.drop('cust-1_passport.png', pngBytes('a'))
  await running.itemIn('cust-1_passport.png', 'uploaded')
  return running
}

describe('the auditor’s calls', () => {
  it('export, verify and report what happened, with the endpoint’s id of each request', async () => {
    const { engine } = await uploaded()
    const { handlers } = engine
    const detail = await handlers['items.get']({ itemId: 1 })
    expect(detail.attempts[0]?.requestId).toMatch(/^sandbox-\d+$/)

    const folder = temporaryFolder()
    const everything = { selection: { states: [], text: '' } }
    const bundle = join(folder, 'case.jsonl')
    const summary = await handlers['evidence.write']({
      path: bundle,
      selection: everything,
      format: 'bundle',
    })
    expect(await handlers['evidence.verify']({ path: bundle })).toMatchObject({
      ok: true,
      itemCount: 1,
      eventCount: summary.eventCount,
    })
    const csv = join(folder, 'items.csv')
    await handlers['evidence.write']({ path: csv, selection: { itemIds: [1] }, format: 'csv' })
    expect(readFileSync(csv, 'utf8')).toMatch(/^\uFEFFitem,state,.*\r\n1,uploaded,Uploaded,.*\r\n$/)
    const jsonl = join(folder, 'items.jsonl')
    await handlers['evidence.write']({ path: jsonl, selection: everything, format: 'jsonl' })
    expect(JSON.parse(readFileSync(jsonl, 'utf8'))).toEqual(detail.item)

    const day = new Date(detail.item.firstSeenAtMs).toLocaleDateString('sv-SE')
    const report = await handlers['reports.get']({ fromDay: day, toDay: day, by: 'folder', text: '' })
    expect(report).toMatchObject({ rows: [{ key: 'inbox', seen: 1, uploaded: 1 }], total: { seen: 1 } })
    expect((await handlers['ledger.verify']({})).faults).toEqual([])
  })

  it('leave what was there where an export fails, and tell of it', async () => {
    const { engine } = await uploaded()
    const { handlers } = engine
    const folder = temporaryFolder()
    const path = join(folder, 'items.csv')
    writeFileSync(path, 'before')
    const refused = { selection: { states: [], text: 'state:nonsense' } }
    await expect(handlers['evidence.write']({ path, selection: refused, format: 'csv' })).rejects.toThrow(
      expect.objectContaining({ code: 'query_refused' }),
    )
    const away = join(folder, 'none', 'items.csv')
    await expect(
      handlers['evidence.write']({ path: away, selection: { itemIds: [1] }, format: 'csv' }),
    ).rejects.toThrow(expect.objectContaining({ code: 'output_unwritable' }))
    expect(readFileSync(path, 'utf8')).toBe('before')
    expect(readdirSync(folder)).toEqual(['items.csv'])
    expect(existsSync(away)).toBe(false)
    const { ledger } = await engine.session()
    const told = (await ledger.eventsAfter(0, 1_000)).filter(({ kind }) => kind === 'evidence.exported')
    expect(told.map(({ data }) => [data['stage'], data['code']])).toEqual([
      ['begun', undefined],
      ['failed', 'query_refused'],
      ['begun', undefined],
      ['failed', 'output_unwritable'],
    ])
  })
})
