import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runningEngine } from '../../support/running-engine.ts'
import type { EngineSetup } from '../../support/running-engine.ts'
import { pngBytes } from '../../support/scan-bytes.ts'

const scan = 'cust-1_passport.png'

/** An engine with one scan that a person may approve. */
async function withScan(setup: EngineSetup = {}) {
  const running = await runningEngine(setup)
  running.drop(scan, pngBytes('a'))
  const item = await running.itemIn(scan, 'awaiting_review')
  const approve = () =>
    running.engine.handlers['review.approve']({ itemId: item.id, revision: item.revision })
  const attempts = async () => (await running.engine.handlers['items.get']({ itemId: item.id })).attempts
  return { ...running, item, approve, attempts }
}

describe('an approved scan', () => {
  it.each(['multipart', 'json'] as const)(
    'arrives byte for byte, with its facts, as %s',
    async (bodyForm) => {
      const { approve, item, itemIn, sandbox, attempts, engine } = await withScan({
        sandbox: { keepBytes: true },
        settings: (settings) => ({ ...settings, connection: { ...settings.connection, bodyForm } }),
      })
      await approve()
      await itemIn(scan, 'uploaded')
      const [medium] = sandbox.media('cust-1')
      expect(medium?.bytes?.equals(pngBytes('a'))).toBe(true)
      expect(medium).toMatchObject({
        mediaType: 'IMAGE_PASSPORT_FRONT',
        source: 'intray',
        timestamp: Math.floor(item.modifiedAtMs / 1000),
        sha256: item.sha256,
      })
      const { ledgerId } = await engine.handlers['status.get']({})
      expect(medium?.name).toMatch(new RegExp(`^cust-1_passport-${ledgerId}-${String(item.id)}-1\\.png$`))
      expect(await attempts()).toMatchObject([
        { outcome: 'accepted', httpStatus: 200, sentName: medium?.name },
      ])
    },
  )

  it('is sent again after 423, 429 and 500, and arrives once', async () => {
    const { approve, itemIn, sandbox, attempts } = await withScan()
    sandbox.faults.next([
      { kind: 'refuse', status: 423 },
      { kind: 'refuse', status: 429, retryAfterSeconds: 0 },
      { kind: 'refuse', status: 500 },
    ])
    await approve()
    await itemIn(scan, 'uploaded')
    expect(sandbox.media('cust-1')).toHaveLength(1)
    expect((await attempts()).map(({ outcome }) => outcome)).toEqual([
      'entity_busy',
      'rate_limited',
      'server_error',
      'accepted',
    ])
  })

  it('ends with a person when every allowed attempt failed, and can be retried', async () => {
    const { approve, itemIn, sandbox, engine } = await withScan()
    sandbox.faults.next([{ kind: 'refuse', status: 500, times: 4 }])
    await approve()
    const failed = await itemIn(scan, 'failed')
    expect(failed).toMatchObject({ attemptCount: 4, lastFailure: { code: 'attempts_used_up' } })
    await engine.handlers['review.retry']({ itemId: failed.id, revision: failed.revision })
    await itemIn(scan, 'uploaded')
  })

  it('is held when the endpoint does not know the entity', async () => {
    const { approve, itemIn, attempts } = await withScan({ sandbox: { createUnknownEntities: false } })
    await approve()
    expect((await itemIn(scan, 'failed')).lastFailure?.code).toBe('entity_unknown')
    expect(await attempts()).toMatchObject([{ httpStatus: 404, answerCode: 'resource_not_found' }])
  })

  it('is never sent again blindly when the answer was lost, and is found at the endpoint', async () => {
    const { approve, itemIn, sandbox, attempts } = await withScan()
    sandbox.faults.next([{ kind: 'cut_after_storing' }])
    await approve()
    await itemIn(scan, 'outcome_unknown')
    await itemIn(scan, 'uploaded')
    expect(sandbox.media('cust-1')).toHaveLength(1)
    expect(await attempts()).toHaveLength(1)
  })

  it('can be settled by a person, with a reason, before Intray has found out', async () => {
    const { approve, itemIn, sandbox, engine } = await withScan()
    sandbox.faults.next([{ kind: 'cut_while_reading', afterBytes: 10 }])
    await approve()
    const unknown = await itemIn(scan, 'outcome_unknown')
    const { id: itemId, revision } = unknown
    expect((await engine.handlers['review.lookUp']({ itemId, revision })).state).toBe('outcome_unknown')
    await expect(engine.handlers['review.approve']({ itemId, revision })).rejects.toMatchObject({
      code: 'transition_refused',
    })
    await engine.handlers['review.settleUnknown']({
      itemId,
      revision,
      choice: 'send_again',
      reason: 'It is not there.',
    })
    await itemIn(scan, 'uploaded')
    expect(sandbox.media('cust-1')).toHaveLength(1)
  })

  it('is not success when a sign-in page answers 200', async () => {
    const { approve, itemIn, sandbox } = await withScan()
    sandbox.faults.next([{ kind: 'junk', content: 'captive_portal' }])
    await approve()
    expect((await itemIn(scan, 'outcome_unknown')).lastFailure?.code).toBe('not_the_endpoint')
  })

  it('is not sent when its content changed after the review', async () => {
    const { approve, itemIn, engine, inbox, sandbox } = await withScan()
    await engine.handlers['uploads.pause']({})
    await approve()
    writeFileSync(join(inbox, scan), pngBytes('b'))
    await engine.handlers['uploads.resume']({})
    await itemIn(scan, 'superseded')
    await itemIn(scan, 'awaiting_review')
    expect(sandbox.mediaCount()).toBe(0)
  })

  it('is missing when its file is gone', async () => {
    const { approve, itemIn, engine, inbox } = await withScan()
    await engine.handlers['uploads.pause']({})
    await approve()
    rmSync(join(inbox, scan))
    await itemIn(scan, 'missing')
  })
})

describe('the lane', () => {
  it('stops at a refused key without counting an attempt, and goes on with a new one', async () => {
    const { approve, engine, itemIn, until, sandbox } = await withScan({ key: 'wrong' })
    await approve()
    await until(
      async () => (await engine.handlers['status.get']({})).lane.failure?.code === 'key_refused',
      'the lane stops',
    )
    expect(await itemIn(scan, 'approved')).toMatchObject({ attemptCount: 0 })
    await engine.handlers['secrets.provide']({ keys: { main: 'key-of-the-tests' } })
    await itemIn(scan, 'uploaded')
    expect(sandbox.media('cust-1')).toHaveLength(1)
  })

  it('waits for a key when there is none', async () => {
    const { approve, engine, until, itemIn } = await withScan({ key: '' })
    await engine.handlers['secrets.provide']({ keys: {} })
    await approve()
    await until(
      async () => (await engine.handlers['status.get']({})).lane.failure?.code === 'key_missing',
      'it says so',
    )
    await engine.handlers['secrets.provide']({ keys: { main: 'key-of-the-tests' } })
    await itemIn(scan, 'uploaded')
  })

  it('keeps a pause over a restart', async () => {
    const running = await withScan()
    await running.engine.handlers['uploads.pause']({})
    await running.approve()
    const again = await running.restart()
    expect((await again.engine.handlers['status.get']({})).lane.state).toBe('paused_by_person')
    await again.engine.handlers['uploads.resume']({})
    await again.itemIn(scan, 'uploaded')
  })

  it('lets an entity wait that is busy (423), while others go on', async () => {
    const { drop, engine, itemIn, sandbox } = await runningEngine({
      settings: (settings) => ({
        ...settings,
        upload: { ...settings.upload, backoffBaseMs: 2_000, backoffMaxMs: 2_000 },
      }),
    })
    const names = ['cust-1_passport.png', 'cust-1_selfie.png', 'cust-2_passport.png', 'cust-3_passport.png']
    sandbox.faults.next([{ kind: 'refuse', status: 423, match: { entityId: 'cust-1', method: 'PUT' } }])
    for (const name of names) drop(name, pngBytes(name))
    for (const name of names) {
      const { id: itemId, revision } = await itemIn(name, 'awaiting_review')
      await engine.handlers['review.approve']({ itemId, revision })
    }
    const attemptsOf = async (name: string) => {
      const { id: itemId } = await itemIn(name, 'uploaded')
      return (await engine.handlers['items.get']({ itemId })).attempts.toSorted((a, b) => a.number - b.number)
    }
    const [first, again] = await attemptsOf('cust-1_passport.png')
    expect([first?.outcome, again?.outcome]).toEqual(['entity_busy', 'accepted'])
    const [selfie] = await attemptsOf('cust-1_selfie.png')
    expect(selfie?.startedAtMs).toBeGreaterThanOrEqual(again?.finishedAtMs ?? Infinity)
    for (const name of ['cust-2_passport.png', 'cust-3_passport.png']) {
      const [other] = await attemptsOf(name)
      expect(other?.startedAtMs, name).toBeLessThan(again?.startedAtMs ?? 0)
    }
    expect((await engine.handlers['status.get']({})).lane).toMatchObject({ state: 'running', failure: null })
    const order = sandbox.media('cust-1').map(({ mediaType }) => mediaType)
    expect(order).toEqual(['IMAGE_PASSPORT_FRONT', 'IMAGE_FACE_IMAGE'])
  })

  it('slows down until the time that a 429 gives, and says until when', async () => {
    const { approve, engine, itemIn, sandbox, until } = await withScan()
    sandbox.faults.next([{ kind: 'refuse', status: 429, retryAfterSeconds: 1 }])
    const startedAt = Date.now()
    await approve()
    await until(
      async () => (await engine.handlers['status.get']({})).lane.slowedUntilMs !== null,
      'the lane slows down',
    )
    expect(await itemIn(scan, 'uploaded')).toMatchObject({ attemptCount: 1 })
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(1_000)
    expect((await engine.handlers['status.get']({})).lane.slowedUntilMs).toBeNull()
  })

  it('says since when an outage lasts, and takes the word back when it is over', async () => {
    const { approve, engine, itemIn, sandbox, until } = await withScan()
    const lane = async () => (await engine.handlers['status.get']({})).lane
    sandbox.faults.next([{ kind: 'refuse', status: 503, times: 4 }])
    await approve()
    const startedAt = Date.now()
    await until(async () => (await lane()).failure?.code === 'server_error', 'the banner')
    expect(await lane()).toMatchObject({ state: 'running' })
    expect((await lane()).sinceMs).toBeLessThanOrEqual(Date.now())
    expect((await lane()).sinceMs).toBeGreaterThanOrEqual(startedAt - 1_000)
    const failed = await itemIn(scan, 'failed')
    sandbox.faults.clear()
    await engine.handlers['review.retry']({ itemId: failed.id, revision: failed.revision })
    await itemIn(scan, 'uploaded')
    expect(await lane()).toMatchObject({ state: 'running', failure: null })
  })

  it('starts nothing outside of its hours, and a person’s “resume” does not change that', async () => {
    const inAnHour = (hours: number) => `${String((new Date().getHours() + hours) % 24).padStart(2, '0')}:00`
    const { approve, engine, itemIn, until, sandbox } = await withScan({
      settings: (settings) => ({
        ...settings,
        upload: {
          ...settings.upload,
          schedule: { enabled: true, from: inAnHour(2), to: inAnHour(3), days: [0, 1, 2, 3, 4, 5, 6] },
        },
      }),
    })
    const lane = async () => (await engine.handlers['status.get']({})).lane
    await approve()
    await until(async () => (await lane()).state === 'scheduled', 'the lane is closed')
    const { opensAtMs } = await lane()
    expect(opensAtMs).toBeGreaterThan(Date.now())
    expect(opensAtMs).toBeLessThan(Date.now() + 3 * 3_600_000)
    await engine.handlers['uploads.resume']({})
    expect((await lane()).state).toBe('scheduled')
    await itemIn(scan, 'approved')
    expect(sandbox.mediaCount()).toBe(0)
    // The hours are a setting: changing it opens the lane.
    const { settings } = await engine.handlers['settings.get']({})
    const schedule = { ...settings.upload.schedule, enabled: false }
    await engine.handlers['settings.save']({
      settings: { ...settings, upload: { ...settings.upload, schedule } },
    })
    await itemIn(scan, 'uploaded')
  })

  it('sends first what a person raised, and last what a person lowered', async () => {
    const { drop, engine, itemIn, sandbox, until } = await runningEngine({
      settings: (settings) => ({ ...settings, upload: { ...settings.upload, concurrency: 1 } }),
    })
    await engine.handlers['uploads.pause']({})
    const customers = ['cust-1', 'cust-2', 'cust-3', 'cust-4']
    for (const customer of customers) {
      const name = `${customer}_passport.png`
      drop(name, pngBytes(name))
      const { id: itemId, revision } = await itemIn(name, 'awaiting_review')
      await engine.handlers['review.approve']({ itemId, revision })
    }
    const prioritise = async (customer: string, priority: 'high' | 'low') => {
      const { id: itemId, revision } = await itemIn(`${customer}_passport.png`, 'approved')
      return engine.handlers['review.prioritise']({ itemId, revision, priority })
    }
    expect(await prioritise('cust-3', 'high')).toMatchObject({ state: 'approved', priority: 'high' })
    await prioritise('cust-1', 'low')
    await engine.handlers['uploads.resume']({})
    await until(() => sandbox.mediaCount() === 4, 'all are sent')
    const order = sandbox.requestLog().map(({ entityId }) => entityId)
    expect(order).toEqual(['cust-3', 'cust-2', 'cust-4', 'cust-1'])
    const { events } = await engine.handlers['items.get']({
      itemId: (await itemIn('cust-3_passport.png', 'uploaded')).id,
    })
    expect(events.find(({ kind }) => kind === 'item.prioritised')).toMatchObject({
      actor: 'ada',
      data: { before: null, after: 'high' },
    })
  })

  it('is not asked to raise what was already sent', async () => {
    const { approve, engine, itemIn } = await withScan()
    await approve()
    const { id: itemId, revision } = await itemIn(scan, 'uploaded')
    const raise = engine.handlers['review.prioritise']({ itemId, revision, priority: 'high' })
    await expect(raise).rejects.toMatchObject({ code: 'transition_refused' })
  })

  it('sends the files of one entity one after the other, in their order', async () => {
    const { drop, engine, itemIn, sandbox } = await runningEngine({ sandbox: { busyMs: 30 } })
    await engine.handlers['uploads.pause']({})
    const names = ['1_passport.png', '1_selfie.png', '1_id_front.png'].map((name) => `cust-${name}`)
    for (const name of names) {
      drop(name, pngBytes(name))
      const { id: itemId, revision } = await itemIn(name, 'awaiting_review')
      await engine.handlers['review.approve']({ itemId, revision })
    }
    await engine.handlers['uploads.resume']({})
    for (const name of names) await itemIn(name, 'uploaded')
    const stems = sandbox.media('cust-1').map(({ name }) => name.split('-').slice(0, 2).join('-'))
    expect(stems).toEqual(names.map((name) => name.replace('.png', '')))
    expect(sandbox.requests().byStatus[423] ?? 0).toBe(0)
  })

  it('leaves the ledger verified after all of this', async () => {
    const { approve, itemIn, engine } = await withScan()
    await approve()
    await itemIn(scan, 'uploaded')
    expect(await engine.handlers['ledger.verify']({})).toMatchObject({ ok: true, faults: [] })
  })
})
