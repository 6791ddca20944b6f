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

  it('waits for a person when the answer was lost and the endpoint does not have it', async () => {
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
    await engine.handlers['secrets.provide']({ key: 'key-of-the-tests' })
    await itemIn(scan, 'uploaded')
    expect(sandbox.media('cust-1')).toHaveLength(1)
  })

  it('waits for a key when there is none', async () => {
    const { approve, engine, until, itemIn } = await withScan({ key: '' })
    await engine.handlers['secrets.provide']({ key: null })
    await approve()
    await until(
      async () => (await engine.handlers['status.get']({})).lane.failure?.code === 'key_missing',
      'it says so',
    )
    await engine.handlers['secrets.provide']({ key: 'key-of-the-tests' })
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
