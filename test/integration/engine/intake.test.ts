import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runningEngine } from '../../support/running-engine.ts'
import { pngBytes } from '../../support/scan-bytes.ts'

describe('files that come in', () => {
  it('are seen when they were there at the start', async () => {
    const { itemIn } = await runningEngine({
      before: (inbox) => writeFileSync(join(inbox, 'cust-1_passport.png'), pngBytes('a')),
    })
    const item = await itemIn('cust-1_passport.png', 'awaiting_review')
    expect(item).toMatchObject({
      entityId: 'cust-1',
      mediaType: 'IMAGE_PASSPORT_FRONT',
      family: 'png',
      findings: [],
    })
  })

  it('are seen when they are dropped later, alone or in a folder', async () => {
    const { drop, itemIn } = await runningEngine()
    drop('cust-1_passport.png', pngBytes('a'))
    drop('cust-2/selfie.png', pngBytes('b'))
    await itemIn('cust-1_passport.png', 'awaiting_review')
    expect(await itemIn('cust-2/selfie.png', 'awaiting_review')).toMatchObject({ entityId: 'cust-2' })
  })

  it('are not taken before they are finished', async () => {
    const { drop, inbox, itemIn, until, items } = await runningEngine({
      settings: (settings) => ({ ...settings, intake: { ...settings.intake, quietMs: 400 } }),
    })
    const whole = pngBytes('slow')
    const path = join(inbox, 'cust-1_passport.png')
    drop('cust-1_passport.png', whole.subarray(0, 20))
    let written = 20
    while (written < whole.length) {
      const size = written
      await until(async () => (await items()).length > 0, 'the file is seen')
      appendFileSync(path, whole.subarray(size, size + 20))
      // A copy that keeps the original's time must not look quiet.
      utimesSync(path, 1, 1)
      written += 20
    }
    expect((await itemIn('cust-1_passport.png', 'awaiting_review')).sizeBytes).toBe(whole.length)
    expect(await items()).toHaveLength(1)
  })

  it('wait under a transient name and are taken under the real one, as the same item', async () => {
    const { drop, inbox, itemIn, items } = await runningEngine()
    drop('cust-1_passport.png.part', pngBytes('a'))
    await itemIn('cust-1_passport.png.part', 'settling')
    renameSync(join(inbox, 'cust-1_passport.png.part'), join(inbox, 'cust-1_passport.png'))
    await itemIn('cust-1_passport.png', 'awaiting_review')
    expect(await items()).toHaveLength(1)
  })

  it('are read anew after a rename, as the same item', async () => {
    const { drop, inbox, itemIn, items } = await runningEngine()
    drop('badly named.png', pngBytes('a'))
    const before = await itemIn('badly named.png', 'needs_attention')
    expect(before.findings.map(({ code }) => code)).toEqual(['no_rule'])
    renameSync(join(inbox, 'badly named.png'), join(inbox, 'cust-1_passport.png'))
    const after = await itemIn('cust-1_passport.png', 'awaiting_review')
    expect(after.id).toBe(before.id)
    expect(await items()).toHaveLength(1)
  })

  it('are accounted for after a rename, and after one more comparison', async () => {
    const { drop, engine, inbox, itemIn } = await runningEngine()
    await engine.handlers['folders.compare']({})
    drop('cust-1_passport.png', pngBytes('a'))
    await itemIn('cust-1_passport.png', 'awaiting_review')
    renameSync(join(inbox, 'cust-1_passport.png'), join(inbox, 'cust-2_passport.png'))
    await itemIn('cust-2_passport.png', 'awaiting_review')
    await engine.handlers['folders.compare']({})
    const [folder] = (await engine.handlers['status.get']({})).folders
    expect(folder).toMatchObject({ unaccounted: 0, failure: null })
  })

  it('come in with a folder that is moved in whole', async () => {
    const { inbox, dataRoot, itemIn } = await runningEngine()
    const outside = join(dataRoot, 'outside')
    mkdirSync(join(outside, 'deep'), { recursive: true })
    writeFileSync(join(outside, 'deep', 'cust-3_id_front.png'), pngBytes('c'))
    renameSync(outside, join(inbox, 'batch'))
    await itemIn('batch/deep/cust-3_id_front.png', 'awaiting_review')
  })

  it('become a new item when new content comes to the same path', async () => {
    const { drop, itemIn, items } = await runningEngine()
    drop('cust-1_passport.png', pngBytes('first'))
    const first = await itemIn('cust-1_passport.png', 'awaiting_review')
    drop('cust-1_passport.png', pngBytes('second, longer'))
    await itemIn('cust-1_passport.png', 'superseded')
    const second = await itemIn('cust-1_passport.png', 'awaiting_review')
    expect(second.id).not.toBe(first.id)
    expect(await items()).toHaveLength(2)
  })

  it('are missing when they are gone, and back when they come back', async () => {
    const { drop, inbox, itemIn } = await runningEngine()
    drop('cust-1_passport.png', pngBytes('a'))
    await itemIn('cust-1_passport.png', 'awaiting_review')
    rmSync(join(inbox, 'cust-1_passport.png'))
    const gone = await itemIn('cust-1_passport.png', 'missing')
    drop('cust-1_passport.png', pngBytes('a'))
    expect((await itemIn('cust-1_passport.png', 'awaiting_review')).id).toBe(gone.id)
  })

  it('keep a person’s correction over going and coming back', async () => {
    const { drop, engine, inbox, itemIn } = await runningEngine()
    drop('scan.png', pngBytes('a'))
    const { id: itemId, revision } = await itemIn('scan.png', 'needs_attention')
    await engine.handlers['review.correct']({ itemId, revision, entityId: 'cust-7', mediaType: 'letter' })
    rmSync(join(inbox, 'scan.png'))
    await itemIn('scan.png', 'missing')
    drop('scan.png', pngBytes('a'))
    expect(await itemIn('scan.png', 'awaiting_review')).toMatchObject({
      entityId: 'cust-7',
      mediaType: 'LETTER',
      readBy: 'person',
    })
  })

  it('come with the health of their folder, and the probe of its events is none of them', async () => {
    const { drop, engine, inbox, itemIn, items, until } = await runningEngine()
    const folder = async () => (await engine.handlers['status.get']({})).folders[0]
    await until(async () => (await folder())?.delivery === 'events', 'events')
    drop('cust-1_passport.png', pngBytes('a'))
    await itemIn('cust-1_passport.png', 'awaiting_review')
    await until(async () => (await folder())?.backlog === 0, 'nothing waits')
    await until(async () => ((await folder())?.freeBytes ?? 0) > 0, 'free space')
    const health = await folder()
    expect(health).toMatchObject({ failure: null, unaccounted: 0 })
    expect(health?.deliveryWords).toContain('probe file')
    expect(health?.lastEventAtMs).toBeGreaterThanOrEqual(health?.reachableSinceMs ?? Infinity)
    expect([readdirSync(inbox), (await items()).length]).toEqual([['cust-1_passport.png'], 1])
  })

  it('are not called damaged while their scanner pauses, and never twice', async () => {
    const { drop, inbox, itemIn, items } = await runningEngine()
    const whole = pngBytes('paused')
    drop('cust-1_passport.png', whole.subarray(0, 60))
    await itemIn('cust-1_passport.png', 'settling')
    appendFileSync(join(inbox, 'cust-1_passport.png'), whole.subarray(60))
    expect((await itemIn('cust-1_passport.png', 'awaiting_review')).findings).toEqual([])
    drop('cust-2_passport.png', pngBytes('cut').subarray(0, 60))
    const held = await itemIn('cust-2_passport.png', 'needs_attention')
    expect(held.findings.map(({ code }) => code)).toContain('damaged')
    expect(await items()).toHaveLength(2)
  })

  it('all add up: every one is in exactly one state, and none is unaccounted', async () => {
    const { drop, engine, inbox, itemIn, items } = await runningEngine()
    drop('cust-1_passport.png', pngBytes('a'))
    drop('Thumbs.db', 'x')
    drop('~$letter.docx', 'x')
    drop('empty.png', '')
    drop('cust-2_selfie.png', pngBytes('a'))
    symlinkSync('/etc/hostname', join(inbox, 'link.png'))
    await itemIn('empty.png', 'needs_attention')
    await itemIn('cust-2_selfie.png', 'needs_attention')
    await engine.handlers['folders.compare']({})
    const status = await engine.handlers['status.get']({})
    const all = await items()
    expect(all).toHaveLength(6)
    expect(status.total).toBe(6)
    expect(status.folders[0]?.unaccounted).toBe(0)
    expect(status.counts).toMatchObject({ ignored: 3, needs_attention: 2, awaiting_review: 1 })
    expect(all.find(({ path }) => path === 'link.png')?.reason).toMatch(/link/i)
    expect(all.find(({ path }) => path === 'cust-2_selfie.png')?.findings.map(({ code }) => code)).toContain(
      'duplicate_other_entity',
    )
  })

  it('takes two empty files of two entities for empty, and for nothing else', async () => {
    const { drop, itemIn } = await runningEngine()
    drop('cust-1_passport.png', '')
    const first = await itemIn('cust-1_passport.png', 'needs_attention')
    drop('cust-2_passport.png', '')
    const second = await itemIn('cust-2_passport.png', 'needs_attention')
    for (const { findings } of [first, second]) {
      expect(findings.map(({ code }) => code)).toEqual(['empty_file'])
    }
  })
})
