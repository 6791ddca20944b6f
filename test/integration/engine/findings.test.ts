import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FolderSettings } from '../../../electron/shared/settings/folder.ts'
import type { Settings } from '../../../electron/shared/settings/settings.ts'
import { runningEngine } from '../../support/running-engine.ts'
import type { RunningEngine } from '../../support/running-engine.ts'
import { blankPngBytes, pngBytes } from '../../support/scan-bytes.ts'

const withFolder =
  (over: Partial<FolderSettings>) =>
  (settings: Settings): Settings => ({
    ...settings,
    folders: settings.folders.map((folder) => ({ ...folder, ...over })),
  })

const withLookUp = (settings: Settings): Settings => ({
  ...settings,
  entityLookUp: { enabled: true, keepMs: 60_000 },
})

async function approve({ engine }: RunningEngine, item: { id: number; revision: number }, reason?: string) {
  return engine.handlers['review.approve']({
    itemId: item.id,
    revision: item.revision,
    ...(reason === undefined ? {} : { reason }),
  })
}

describe('a look-up of the entity', () => {
  const unknownEntities = { createUnknownEntities: true, unknownEntities: ['4711'], entities: ['4712'] }

  it('holds a scan for an entity that the endpoint does not know, with the time of its answer', async () => {
    const { drop, itemIn } = await runningEngine({ sandbox: unknownEntities, settings: withLookUp })
    drop('4711_passport.png', pngBytes('a'))
    drop('4712_passport.png', pngBytes('b'))
    const held = await itemIn('4711_passport.png', 'needs_attention')
    expect(held.findings).toMatchObject([{ code: 'entity_unknown' }])
    expect(held.findings[0]?.evidence).toMatch(/\d{4}-\d\d-\d\d/)
    expect(await itemIn('4712_passport.png', 'awaiting_review')).toMatchObject({ findings: [] })
  })

  it('can be asked for again, and frees the scan once the entity is there', async () => {
    const running = await runningEngine({ sandbox: unknownEntities, settings: withLookUp })
    running.drop('4711_passport.png', pngBytes('a'))
    const held = await running.itemIn('4711_passport.png', 'needs_attention')
    running.sandbox.addEntity('4711')
    const free = await running.engine.handlers['review.lookUpEntity']({
      itemId: held.id,
      revision: held.revision,
    })
    expect(free).toMatchObject({ state: 'awaiting_review', findings: [] })
    expect((await running.engine.handlers['items.get']({ itemId: held.id })).entityCheck).toMatchObject({
      result: 'known',
    })
  })

  it('that gets no answer holds up nothing', async () => {
    const running = await runningEngine({
      sandbox: {
        faults: { script: [{ kind: 'refuse', status: 503, match: { method: 'GET' }, times: 1_000 }] },
      },
      settings: withLookUp,
    })
    running.drop('4711_passport.png', pngBytes('a'))
    const item = await running.itemIn('4711_passport.png', 'awaiting_review')
    await approve(running, item)
    await running.itemIn('4711_passport.png', 'uploaded')
  })
})

describe('the other side of a document', () => {
  it('is waited for where no person would look, and then both go', async () => {
    const { drop, itemIn } = await runningEngine({
      settings: withFolder({ policy: 'upload_when_certain', otherSideWaitMs: 60_000 }),
    })
    drop('4711_dlf.png', pngBytes('front'))
    expect(await itemIn('4711_dlf.png', 'identified')).toMatchObject({ waitsFor: 'other_side' })
    drop('4711_dlb.png', pngBytes('back'))
    await itemIn('4711_dlb.png', 'uploaded')
    await itemIn('4711_dlf.png', 'uploaded')
  })

  it('that does not come in time is a finding, also after a restart', async () => {
    const running = await runningEngine({
      settings: withFolder({ policy: 'upload_when_certain', otherSideWaitMs: 1_500 }),
    })
    running.drop('4711_dlf.png', pngBytes('front'))
    await running.itemIn('4711_dlf.png', 'identified')
    const { itemIn } = await running.restart()
    const item = await itemIn('4711_dlf.png', 'awaiting_review')
    expect(item.findings).toMatchObject([{ code: 'other_side_missing' }])
  })

  it('does not keep a person from deciding', async () => {
    const running = await runningEngine({ settings: withFolder({ otherSideWaitMs: 60_000 }) })
    running.drop('4711_dlf.png', pngBytes('front'))
    await approve(running, await running.itemIn('4711_dlf.png', 'awaiting_review'))
    await running.itemIn('4711_dlf.png', 'uploaded')
  })
})

describe('a new scan that was asked for', () => {
  it('is asked for by a slip beside the scans, and is linked to the rejected one', async () => {
    const running = await runningEngine()
    const { engine, drop, inbox, itemIn } = running
    drop('4711_passport.png', pngBytes('blurred'))
    const item = await itemIn('4711_passport.png', 'awaiting_review')
    const asked = await engine.handlers['review.requestRescan']({
      itemId: item.id,
      revision: item.revision,
      reason: 'The number cannot be read.',
    })
    expect(asked).toMatchObject({ state: 'rejected', reason: 'The number cannot be read.' })
    const [slip] = readdirSync(join(inbox, 'rescan'))
    expect(asked.rescanSlip).toBe(`rescan/${slip ?? ''}`)
    const text = readFileSync(join(inbox, 'rescan', slip ?? ''), 'utf8')
    expect(text).toContain('The number cannot be read.')
    expect(text).toContain('4711_passport.png')
    // The slip itself is no scan.
    expect(await itemIn(`rescan/${slip ?? ''}`, 'ignored')).toMatchObject({ entityId: null })

    drop('4711_passport.png', pngBytes('sharp'))
    const scan = await itemIn('4711_passport.png', 'awaiting_review')
    expect(scan.rescanOf).toBe(item.id)
    expect(scan.findings.map(({ code }) => code)).toContain('rescan_received')
    const { rescans } = await engine.handlers['items.get']({ itemId: item.id })
    expect(rescans.map(({ id }) => id)).toEqual([scan.id])
    await running.until(() => !existsSync(join(inbox, 'rescan', slip ?? '')), 'the slip is taken away')
  })

  it('is found by entity and media type too, wherever it lies', async () => {
    const { engine, drop, itemIn } = await runningEngine()
    drop('4711_passport.png', pngBytes('blurred'))
    const { id: itemId, revision } = await itemIn('4711_passport.png', 'awaiting_review')
    await engine.handlers['review.requestRescan']({ itemId, revision, reason: 'Cut off.' })
    drop('again/4711_passport.png', pngBytes('whole'))
    expect((await itemIn('again/4711_passport.png', 'awaiting_review')).rescanOf).toBe(itemId)
  })

  it('is asked for although its slip cannot be written; the slip follows at the next start', async () => {
    const running = await runningEngine()
    const { engine, drop, inbox, itemIn } = running
    drop('4711_passport.png', pngBytes('blurred'))
    const { id: itemId, revision } = await itemIn('4711_passport.png', 'awaiting_review')
    writeFileSync(join(inbox, 'rescan'), 'a file in the place of the folder')
    await expect(
      engine.handlers['review.requestRescan']({ itemId, revision, reason: 'Cut off.' }),
    ).rejects.toMatchObject({ code: 'rescan_slip_unwritable' })
    await itemIn('4711_passport.png', 'rejected')
    rmSync(join(inbox, 'rescan'))
    const again = await running.restart()
    expect((await again.itemIn('4711_passport.png', 'rejected')).rescanSlip).toMatch(/^rescan\//)
    expect(readdirSync(join(inbox, 'rescan'))).toHaveLength(1)
  })
})

describe('a finding', () => {
  it('that blocks can be set aside with a reason, which is kept', async () => {
    const running = await runningEngine()
    running.drop('4711_passport.png', pngBytes('same'))
    running.drop('4712_passport.png', pngBytes('same'))
    await running.itemIn('4711_passport.png', 'awaiting_review')
    const held = await running.itemIn('4712_passport.png', 'needs_attention')
    await expect(approve(running, held)).rejects.toMatchObject({ code: 'item_blocked' })
    const approved = await approve(running, held, 'Joint account, one document.')
    expect(approved.reason).toBe('Joint account, one document.')
    await running.itemIn('4712_passport.png', 'uploaded')
  })

  it('has the severity that its folder sets, except where nothing can be sent', async () => {
    const { drop, itemIn } = await runningEngine({
      settings: withFolder({
        policy: 'upload_when_certain',
        severities: { duplicate_same_entity: 'block', no_rule: 'info', extension_mismatch: 'info' },
      }),
    })
    drop('4711_passport.png', pngBytes('same'))
    await itemIn('4711_passport.png', 'uploaded')
    drop('4711_selfie.png', pngBytes('same'))
    expect((await itemIn('4711_selfie.png', 'needs_attention')).findings).toMatchObject([
      { code: 'duplicate_same_entity', severity: 'block' },
    ])
    drop('nobody.png', pngBytes('nobody'))
    expect((await itemIn('nobody.png', 'needs_attention')).findings).toMatchObject([
      { code: 'no_rule', severity: 'block' },
    ])
    drop('4712_passport.jpg', pngBytes('mismatch'))
    await itemIn('4712_passport.jpg', 'uploaded')
  })

  it('tells of another content that went out under the same name', async () => {
    const running = await runningEngine()
    running.drop('4711_passport.png', pngBytes('first'))
    const first = await running.itemIn('4711_passport.png', 'awaiting_review')
    await approve(running, first)
    await running.itemIn('4711_passport.png', 'uploaded')
    running.drop('4711_passport.png', pngBytes('second'))
    const second = await running.itemIn('4711_passport.png', 'awaiting_review')
    expect(second.findings).toMatchObject([{ code: 'same_name_other_content', itemIds: [first.id] }])
  })

  it('tells of a content that was rejected before', async () => {
    const { engine, drop, itemIn } = await runningEngine()
    drop('4711_passport.png', pngBytes('bad'))
    const { id: itemId, revision } = await itemIn('4711_passport.png', 'awaiting_review')
    await engine.handlers['review.reject']({ itemId, revision, reason: 'Expired.' })
    drop('4711_selfie.png', pngBytes('bad'))
    const item = await itemIn('4711_selfie.png', 'awaiting_review')
    expect(item.findings).toMatchObject([{ code: 'duplicate_rejected', itemIds: [itemId] }])
    expect(item.findings[0]?.evidence).toContain('Expired.')
  })

  it('tells of too many scans for one entity', async () => {
    const { drop, itemIn } = await runningEngine({
      settings: (settings) => ({
        ...settings,
        intake: { ...settings.intake, manyForEntity: { count: 2, withinMs: 60_000 } },
      }),
    })
    drop('4711_passport.png', pngBytes('1'))
    drop('4711_selfie.png', pngBytes('2'))
    await itemIn('4711_passport.png', 'awaiting_review')
    await itemIn('4711_selfie.png', 'awaiting_review')
    drop('4711_dlf.png', pngBytes('3'))
    expect((await itemIn('4711_dlf.png', 'awaiting_review')).findings).toMatchObject([
      { code: 'too_many_for_entity' },
    ])
  })

  it('tells of an entity id that is not the organisation’s', async () => {
    const running = await runningEngine({
      settings: (settings) => ({ ...settings, entityIds: { pattern: 'K[0-9]{4}', checkDigit: 'none' } }),
    })
    running.drop('4711_passport.png', pngBytes('1'))
    running.drop('K4711_old_passport.png', pngBytes('2'))
    const foreign = await running.itemIn('4711_passport.png', 'needs_attention')
    expect(foreign.findings).toMatchObject([{ code: 'entity_id_foreign' }])
    await approve(running, foreign, 'An old customer.')
    await running.itemIn('4711_passport.png', 'uploaded')
  })
})

describe('a blank page', () => {
  it.each(['review_everything', 'upload_when_certain'] as const)(
    'is found before it is sent, and nothing else is held up: %s',
    async (policy) => {
      const running = await runningEngine({ measuresPictures: true, settings: withFolder({ policy }) })
      running.drop('4711_passport.png', blankPngBytes('blank'))
      running.drop('4712_passport.png', pngBytes('striped'))
      await running.until(async () => {
        const { findings } = await running.itemIn('4711_passport.png', 'awaiting_review')
        return findings.some(({ code }) => code === 'picture_blank')
      }, 'the blank page is found')
      const state = policy === 'review_everything' ? 'awaiting_review' : 'uploaded'
      expect((await running.itemIn('4712_passport.png', state)).findings).toEqual([])
    },
  )
})
