import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { intray, intrayInside, intrayJson } from './running-command.ts'
import { workplace } from './workplace.ts'
import type { Workplace } from './workplace.ts'

/** Two files that were sent, with an anchor file and a retention policy in the settings. */
async function audited(): Promise<Workplace & { readonly anchors: string }> {
  const place = await workplace()
  const anchors = join(place.root, 'intray.anchors')
  const settings = readFileSync(place.settingsFile, 'utf8').split('\n')
  const more = { ledger: { anchorFile: anchors }, retention: { enabled: true, afterDays: 30 } }
  writeFileSync(
    place.settingsFile,
    JSON.stringify({ ...(JSON.parse(settings.at(-1) ?? '') as object), ...more }),
  )
  place.drop('valid.jpg', 'cust-1_passport.jpg')
  place.drop('valid.png', 'cust-2_id_front.png')
  await intray(['run', '--once', ...place.here], place.key)
  return { ...place, anchors }
}

describe('evidence by the command', () => {
  it('exports a bundle that proves itself, and finds what was altered in it', async () => {
    const { here, root, anchors } = await audited()
    const bundle = join(root, 'case.jsonl')
    expect((await intrayInside(['anchor', ...here])).code).toBe(0)
    const written = await intray([
      'export',
      '--format',
      'bundle',
      '--text',
      'entity:cust-1',
      '--output',
      bundle,
      ...here,
    ])
    expect(written).toMatchObject({ code: 0 })
    expect(written.stderr).toMatch(/1 item. SHA-256 of the file: [0-9a-f]{64}/)
    expect(readFileSync(bundle, 'utf8')).not.toContain('cust-2')

    const proven = await intrayJson(['verify', bundle, '--anchors', anchors, ...here])
    expect(proven).toMatchObject({ code: 0, value: { ok: true, itemCount: 1, faults: [] } })
    expect((await intrayInside(['verify', bundle, ...here])).stdout).toContain('proves itself')

    writeFileSync(bundle, readFileSync(bundle, 'utf8').replace('"actor":"engine"', '"actor":"eve"'))
    const altered = await intrayInside(['verify', bundle, ...here])
    expect(altered.code).toBe(1)
    expect(altered.stdout).toMatch(/line \d+: The hash of event/)
    expect((await intrayInside(['verify', join(root, 'settings.jsonc'), ...here])).code).toBe(1)
    expect((await intrayInside(['export', '--format', 'bundle', ...here])).code).toBe(2)
  })

  it('exports nothing where an item that was asked for is not there', async () => {
    const { here, root } = await audited()
    const output = join(root, 'case.jsonl')
    const items = ['--item', '1', '--item', '4711']
    const refused = await intrayInside(['export', ...items, '--output', output, ...here])
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain('Item 4711')
    expect(existsSync(output)).toBe(false)
    expect(await intrayInside(['export', ...items, ...here])).toMatchObject({ code: 1, stdout: '' })
  })

  it('takes the place of no device', async () => {
    const { here, root } = await audited()
    const output = process.platform === 'win32' ? String.raw`\\.\pipe\intray-test` : join(root, 'a.socket')
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(output, resolve))
    try {
      for (const events of [[], ['--events']]) {
        const refused = await intrayInside(['export', ...events, '--output', output, ...here])
        expect(refused).toMatchObject({ code: 73 })
        expect(refused.stderr).toContain('no file')
      }
    } finally {
      server.close()
    }
  })

  it('holds the ledger against an anchor file', async () => {
    const { here, anchors, root } = await audited()
    await intrayInside(['anchor', ...here])
    expect(await intrayJson(['verify', '--anchors', anchors, ...here])).toMatchObject({
      code: 0,
      // One was written when the engine started.
      value: { ok: true, anchorsProven: 2 },
    })
    expect(
      (await intrayInside(['anchor', '--list', '--json', ...here])).stdout.trim().split('\n'),
    ).toHaveLength(2)

    // The file of the settings is compared without being asked for.
    expect(await intrayJson(['verify', ...here])).toMatchObject({ value: { ok: true, anchorsProven: 2 } })
    const written = readFileSync(anchors, 'utf8')
    writeFileSync(anchors, written.slice(0, written.indexOf('\n') + 1))
    const shortened = await intrayInside(['verify', ...here])
    expect(shortened.code).toBe(1)
    expect(shortened.stdout).toContain('is not in the anchor file')
    rmSync(anchors)
    const away = await intrayInside(['verify', ...here])
    expect(away).toMatchObject({ code: 0 })
    expect(away.stderr).toContain('The anchor file was not compared')

    writeFileSync(anchors, written.replace(/"hash":"....../g, '"hash":"000000'))
    const forged = await intrayInside(['verify', '--anchors', anchors, ...here])
    expect(forged.code).toBe(1)
    expect(forged.stdout).toContain('the history was made anew')
    writeFileSync(join(root, 'empty'), '')
    expect((await intrayInside(['verify', '--anchors', join(root, 'empty'), ...here])).code).not.toBe(0)
  })

  it('reports as text, csv and json', async () => {
    const { here } = await audited()
    const report = await intrayJson(['report', '--by', 'media_type', ...here])
    expect(report).toMatchObject({ code: 0, value: { total: { seen: 2, uploaded: 2, held: 0 } } })
    expect((await intrayInside(['report', ...here])).stdout).toMatch(/total +2 +2 +0 +0/)
    const csv = await intrayInside(['report', '--format', 'csv', '--text', 'entity:cust-1', ...here])
    expect(csv.stdout).toMatch(/^day,seen,uploaded,held,rejected,median_ms,p95_ms\r\n.*,1,1,0,0,\d+,\d+\r\n$/)
    expect((await intrayInside(['report', '--from', 'yesterday', ...here])).code).toBe(2)
  })

  it('erases what is old, after it said what that would be', async () => {
    const { here, root, scans } = await audited()
    rmSync(join(scans, 'cust-1_passport.jpg'))
    expect(await intrayJson(['erase', '--dry-run', ...here])).toMatchObject({
      value: { itemCount: 0, keptPresent: 0 },
    })
    const database = new Database(join(root, 'data', 'live', 'ledger.sqlite3'))
    database.exec('UPDATE items SET changed_at_ms = changed_at_ms - 40 * 86400000')
    database.close()
    expect(await intrayJson(['erase', '--dry-run', ...here])).toMatchObject({
      value: { itemCount: 1, keptPresent: 1 },
    })
    expect((await intrayInside(['erase', ...here])).stdout).toMatch(/1 item is erased.*\n1 old item stays/)
    expect((await intrayInside(['show', '1', ...here])).stdout).toContain('(erased)')
  })
})
