import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { indexSchema } from '../../../electron/shared/settings/index-file.ts'
import type { Settings } from '../../../electron/shared/settings/settings.ts'
import { runningEngine } from '../../support/running-engine.ts'
import { pngBytes } from '../../support/scan-bytes.ts'

type Index = Parameters<typeof indexSchema.parse>[0]

const withIndex =
  (index: Index) =>
  (settings: Settings): Settings => ({
    ...settings,
    folders: settings.folders.map((folder) => ({ ...folder, index: indexSchema.parse(index) })),
  })

const heading = 'File;Customer number;Document type;Branch\r\n'

describe('an index file', () => {
  it('says whose scans are, with further values that are sent along', async () => {
    const { engine, drop, itemIn, sandbox } = await runningEngine()
    drop('index.csv', `${heading}scan1.png;4711;passport;Berlin\r\nscan2.png;4712;dl front;Köln\r\n`)
    drop('scan1.png', pngBytes('1'))
    drop('scan2.png', pngBytes('2'))
    const scan = await itemIn('scan2.png', 'awaiting_review')
    expect(scan).toMatchObject({
      entityId: '4712',
      mediaType: 'IMAGE_DRIVERS_LICENSE_FRONT',
      fields: { branch: 'Köln' },
      readBy: 'index',
      reading: { source: 'index', indexPath: 'index.csv', indexRow: 3 },
      findings: [],
    })
    const index = await itemIn('index.csv', 'ignored')
    expect(index).toMatchObject({ role: 'index' })
    await engine.handlers['review.approve']({ itemId: scan.id, revision: scan.revision })
    await itemIn('scan2.png', 'uploaded')
    const [stored] = sandbox.media('4712')
    expect(stored).toMatchObject({ customData: { branch: 'Köln' } })
    const { files } = await engine.handlers['index.list']({})
    expect(files).toMatchObject([{ path: 'index.csv', delimiter: ';', rowCount: 2, matchedCount: 2 }])
  })

  it('is waited for by scans beside it, and waits for scans; whichever comes last joins both', async () => {
    const { drop, itemIn, inbox } = await runningEngine()
    drop('index.csv', `${heading}late.png;4711;passport;Bonn\r\n`)
    await itemIn('index.csv', 'ignored')
    drop('early.png', pngBytes('early'))
    expect(await itemIn('early.png', 'identified')).toMatchObject({ waitsFor: 'index_row', entityId: null })
    drop('late.png', pngBytes('late'))
    expect(await itemIn('late.png', 'awaiting_review')).toMatchObject({ entityId: '4711' })
    appendFileSync(join(inbox, 'index.csv'), 'early.png;4712;selfie;Bonn\r\n')
    expect(await itemIn('early.png', 'awaiting_review')).toMatchObject({ entityId: '4712', readBy: 'index' })
  })

  it('says so when a scan, or a row, waited in vain', async () => {
    const { engine, drop, itemIn } = await runningEngine({ settings: withIndex({ waitMs: 300 }) })
    drop('index.csv', `${heading}never.png;4711;passport;Bonn\r\n`)
    // A scan that is read before its folder has an index waits for none.
    await vi.waitFor(
      async () => {
        const { files } = await engine.handlers['index.list']({})
        expect(files).toHaveLength(1)
      },
      { timeout: 10_000 },
    )
    drop('alone.png', pngBytes('alone'))
    const alone = await itemIn('alone.png', 'needs_attention')
    expect(alone.findings.map(({ code }) => code)).toContain('index_row_missing')
    const index = await itemIn('index.csv', 'needs_attention')
    expect(index.findings).toMatchObject([{ code: 'index_row_without_file' }])
    expect(index.findings[0]?.evidence).toContain('never.png')
    drop('never.png', pngBytes('never'))
    await itemIn('never.png', 'awaiting_review')
    await itemIn('index.csv', 'ignored')
  })

  it('is not waited for until a clock that was set back has caught up', async () => {
    let aheadMs = 86_400_000
    const { drop, itemIn } = await runningEngine({
      settings: withIndex({ waitMs: 300 }),
      now: () => Date.now() + aheadMs,
    })
    drop('index.csv', heading)
    await itemIn('index.csv', 'ignored')
    drop('alone.png', pngBytes('alone'))
    await itemIn('alone.png', 'identified')
    aheadMs = 0
    const alone = await itemIn('alone.png', 'needs_attention')
    expect(alone.findings.map(({ code }) => code)).toContain('index_row_missing')
  })

  it('with one bad row holds only that row’s scan', async () => {
    const { drop, itemIn } = await runningEngine()
    drop(
      'index.csv',
      `${heading}a.png;4711;passport;Bonn\r\nb.png;4,71E+03;passport;Bonn\r\nc.png;4713;selfie;Bonn\r\n`,
    )
    for (const name of ['a.png', 'b.png', 'c.png']) drop(name, pngBytes(name))
    await itemIn('a.png', 'awaiting_review')
    await itemIn('c.png', 'awaiting_review')
    const bad = await itemIn('b.png', 'needs_attention')
    expect(bad.findings).toContainEqual(expect.objectContaining({ code: 'index_row_malformed' }))
    const index = await itemIn('index.csv', 'needs_attention')
    expect(index.findings).toMatchObject([{ code: 'index_row_malformed' }])
  })

  it('with two rows for one file, or another entity than its name, decides nothing', async () => {
    const { drop, itemIn } = await runningEngine()
    drop(
      'index.csv',
      `${heading}a.png;4711;passport;X\r\na.png;4712;passport;X\r\n4713_passport.png;9;passport;X\r\n`,
    )
    drop('a.png', pngBytes('a'))
    drop('4713_passport.png', pngBytes('b'))
    const twice = await itemIn('a.png', 'needs_attention')
    expect(twice.findings.map(({ code }) => code)).toContain('index_rows_conflict')
    expect(twice.entityId).toBeNull()
    const other = await itemIn('4713_passport.png', 'needs_attention')
    expect(other.findings.map(({ code }) => code)).toContain('index_disagrees')
    expect(other.entityId).toBeNull()
  })

  it('that is corrected moves waiting scans along; for one that is sent it is a finding', async () => {
    const { engine, drop, itemIn, inbox } = await runningEngine()
    drop('index.csv', `${heading}a.png;4711;passport;X\r\nb.png;4712;passport;X\r\n`)
    drop('a.png', pngBytes('a'))
    drop('b.png', pngBytes('b'))
    const sent = await itemIn('a.png', 'awaiting_review')
    await engine.handlers['review.approve']({ itemId: sent.id, revision: sent.revision })
    await itemIn('a.png', 'uploaded')
    await itemIn('b.png', 'awaiting_review')
    writeFileSync(join(inbox, 'index.csv'), `${heading}a.png;5711;passport;X\r\nb.png;5712;passport;X\r\n`)
    const index = await itemIn('index.csv', 'needs_attention')
    expect(index.findings).toMatchObject([{ code: 'index_row_changed', itemIds: [sent.id] }])
    expect(await itemIn('b.png', 'awaiting_review')).toMatchObject({ entityId: '5712' })
    expect(await itemIn('a.png', 'uploaded')).toMatchObject({ entityId: '4711' })
  })

  it('that goes away takes its rows along', async () => {
    const { engine, drop, itemIn, inbox, until } = await runningEngine()
    drop('index.csv', `${heading}a.png;4711;passport;X\r\n`)
    drop('a.png', pngBytes('a'))
    await itemIn('a.png', 'awaiting_review')
    rmSync(join(inbox, 'index.csv'))
    await engine.handlers['folders.compare']({})
    await until(
      async () => (await engine.handlers['index.list']({})).files.length === 0,
      'the index is forgotten',
    )
    expect(await itemIn('a.png', 'needs_attention')).toMatchObject({ entityId: null })
  })

  it('that is no table is held with its reason, and the scans go on', async () => {
    const { drop, itemIn } = await runningEngine()
    drop('sub/index.csv', 'just some words\r\nwithout a table\r\n')
    drop('4711_passport.png', pngBytes('a'))
    const index = await itemIn('sub/index.csv', 'needs_attention')
    expect(index.findings).toMatchObject([{ code: 'index_unreadable' }])
    await itemIn('4711_passport.png', 'awaiting_review')
  })

  it('can be a sidecar of the scan’s own name', async () => {
    const { drop, itemIn } = await runningEngine({
      settings: withIndex({ sidecars: ['json', 'xml', 'txt'] }),
    })
    drop('one.json', JSON.stringify({ entity_id: '4711', media_type: 'passport', branch: 'Ulm' }))
    drop('one.png', pngBytes('1'))
    drop('two.png', pngBytes('2'))
    drop('two.xml', '<scan><customer>4712</customer><type>selfie</type></scan>')
    drop('three.png', pngBytes('3'))
    drop('three.txt', 'Entity ID: 4713\nMedia type: dl back\n')
    expect(await itemIn('one.png', 'awaiting_review')).toMatchObject({
      entityId: '4711',
      fields: { branch: 'Ulm' },
    })
    expect(await itemIn('two.png', 'awaiting_review')).toMatchObject({ entityId: '4712' })
    expect(await itemIn('three.png', 'awaiting_review')).toMatchObject({
      entityId: '4713',
      mediaType: 'IMAGE_DRIVERS_LICENSE_BACK',
    })
  })

  it('is read again with its rows after a restart, and nothing is told twice', async () => {
    const running = await runningEngine()
    running.drop('index.csv', `${heading}a.png;4711;passport;X\r\nlate.png;4712;passport;X\r\n`)
    running.drop('a.png', pngBytes('a'))
    await running.itemIn('a.png', 'awaiting_review')
    const before = await running.itemIn('index.csv', 'ignored')
    const again = await running.restart()
    again.drop('late.png', pngBytes('late'))
    expect(await again.itemIn('late.png', 'awaiting_review')).toMatchObject({ entityId: '4712' })
    const { item } = await again.engine.handlers['items.get']({ itemId: before.id })
    expect(item.state).toBe('ignored')
  })

  it('is read anew when its folder’s settings change, and so is a file that becomes an index file', async () => {
    const running = await runningEngine()
    const { engine, drop, itemIn } = running
    drop('index.csv', 'File;Customer number;Zz\r\na.png;4711;passport\r\n')
    drop('a.png', pngBytes('a'))
    drop('b.png', pngBytes('b'))
    drop('b.json', JSON.stringify({ entity_id: '4712', media_type: 'selfie' }))
    expect(await itemIn('a.png', 'needs_attention')).toMatchObject({ entityId: '4711', mediaType: null })
    await itemIn('b.json', 'identified')
    const { settings } = await engine.handlers['settings.get']({})
    const index = { columns: { Zz: 'media_type' }, sidecars: ['json' as const] }
    await engine.handlers['settings.save']({ settings: withIndex(index)(settings) })
    expect(await itemIn('a.png', 'awaiting_review')).toMatchObject({ mediaType: 'IMAGE_PASSPORT_FRONT' })
    expect(await itemIn('b.png', 'awaiting_review')).toMatchObject({ entityId: '4712' })
    expect(await itemIn('b.json', 'ignored')).toMatchObject({ role: 'index' })
  })
})
