import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ItemState } from '../../../electron/shared/item-states.ts'
import { runningEngine } from '../../support/running-engine.ts'
import type { EngineSetup, RunningEngine } from '../../support/running-engine.ts'
import { pngBytes } from '../../support/scan-bytes.ts'
import { shortLooks } from '../../support/short-looks.ts'

const scan = 'cust-1_passport.png'

/** An engine with one approved scan, about to be sent. */
async function withApproved(
  setup: EngineSetup,
  faults: Parameters<RunningEngine['sandbox']['faults']['next']>[0],
) {
  const running = await runningEngine({ lookPlan: shortLooks, ...setup })
  running.drop(scan, pngBytes('a'))
  const { id: itemId, revision } = await running.itemIn(scan, 'awaiting_review')
  running.sandbox.faults.next(faults)
  await running.engine.handlers['review.approve']({ itemId, revision })
  return { ...running, itemId }
}

/** What the ledger says of how it was settled. */
async function settlements({ engine }: Pick<RunningEngine, 'engine'>, itemId: number) {
  const { events } = await engine.handlers['items.get']({ itemId })
  return events.filter(({ kind }) => kind === 'outcome.settled')
}

const lostAnswer = [{ kind: 'cut_after_storing' as const, match: { method: 'PUT' as const } }]
const lostRequest = [
  { kind: 'cut_while_reading' as const, afterBytes: 10, match: { method: 'PUT' as const } },
]

describe('an upload whose answer was lost', () => {
  it('is found although the endpoint shows it late, with the evidence', async () => {
    const running = await withApproved({ sandbox: { lagMs: 120 } }, lostAnswer)
    await running.itemIn(scan, 'uploaded')
    expect(running.sandbox.media('cust-1')).toHaveLength(1)
    const [settled, ...more] = await settlements(running, running.itemId)
    expect(more).toEqual([])
    const name = running.sandbox.media('cust-1')[0]?.name
    expect(settled).toMatchObject({ actor: 'engine', data: { found: true, sentName: name, entry: { name } } })
    // At least one look came before it showed.
    expect(settled?.data['looks']).toContainEqual(expect.objectContaining({ answer: 'absent' }))
  })

  it('is sent anew once it surely did not arrive, and arrives once', async () => {
    const running = await withApproved({}, lostRequest)
    await running.itemIn(scan, 'uploaded')
    expect(running.sandbox.media('cust-1')).toHaveLength(1)
    const { attempts } = await running.engine.handlers['items.get']({ itemId: running.itemId })
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['no_answer', 'accepted'])
    const [settled] = await settlements(running, running.itemId)
    expect(settled).toMatchObject({ actor: 'engine', data: { found: false, from: 'outcome_unknown' } })
    const looks = z.array(z.object({ answer: z.string(), atMs: z.number() })).parse(settled?.data['looks'])
    expect(looks.length).toBeGreaterThanOrEqual(shortLooks.leastLooks)
    expect(looks.every(({ answer }) => answer === 'absent')).toBe(true)
    expect(await running.engine.handlers['ledger.verify']({})).toMatchObject({ ok: true })
  })

  it('is not called absent by looks that cannot be made, and a person sees them', async () => {
    const refusals = { kind: 'refuse' as const, status: 403, times: 1_000, match: { method: 'GET' as const } }
    const running = await withApproved({}, [...lostRequest, refusals])
    await running.until(
      async () => (await settlements(running, running.itemId)).length > 0,
      'the looks are told of',
    )
    const unknown = await running.itemIn(scan, 'outcome_unknown')
    const [told] = await settlements(running, unknown.id)
    expect(told?.data).toMatchObject({ undecided: true })
    expect(told?.data['looks']).toContainEqual(
      expect.objectContaining({
        answer: 'unavailable',
        code: 'key_without_permission',
        // As data too, for a window in another language.
        said: expect.objectContaining({ code: expect.any(String) as string }) as object,
      }),
    )
    // Further looks are no further events; and when they can be made, the matter is settled.
    running.sandbox.faults.clear()
    await running.itemIn(scan, 'uploaded')
    expect(await settlements(running, unknown.id)).toHaveLength(2)
    expect(running.sandbox.media('cust-1')).toHaveLength(1)
  })

  it('is left to a person where the entity lists something that may be it under another name', async () => {
    const running = await withApproved({ sandbox: { multipartName: 'media_key' } }, lostAnswer)
    await running.until(
      async () => (await settlements(running, running.itemId)).length > 0,
      'the doubt is told of',
    )
    const unknown = await running.itemIn(scan, 'outcome_unknown')
    const [told] = await settlements(running, unknown.id)
    expect(told?.data).toMatchObject({ undecided: true, surelyAbsent: false })
    expect(told?.data['looks']).toContainEqual(
      expect.objectContaining({
        answer: 'in_doubt',
        similar: [expect.objectContaining({ name: 'passport_front' })],
      }),
    )
    const { id: itemId, revision } = unknown
    const choice = { choice: 'arrived', reason: 'I see it there.' } as const
    await running.engine.handlers['review.settleUnknown']({ itemId, revision, ...choice })
    expect((await settlements(running, itemId)).at(-1)).toMatchObject({ actor: 'ada', data: choice })
    expect(running.sandbox.media('cust-1')).toHaveLength(1)
  })

  it('stays with a person once every allowed attempt was lost', async () => {
    const running = await withApproved({}, [
      { ...lostRequest[0], kind: 'cut_while_reading', afterBytes: 10, times: 100 },
    ])
    await running.until(
      async () => (await settlements(running, running.itemId)).at(-1)?.data['undecided'] === true,
      'Intray gives up',
    )
    expect(await running.itemIn(scan, 'outcome_unknown')).toMatchObject({ attemptCount: 4 })
    expect((await settlements(running, running.itemId)).at(-1)?.data).toMatchObject({ surelyAbsent: true })
    expect(running.sandbox.media('cust-1')).toHaveLength(0)
  })

  it.each<[string, typeof lostAnswer | typeof lostRequest, number]>([
    ['which arrived', lostAnswer, 1],
    ['which did not', lostRequest, 2],
  ])('%s is settled after a restart in the middle of the looks', async (_what, faults, attemptCount) => {
    const running = await withApproved({ sandbox: { lagMs: 100 } }, faults)
    await running.itemIn(scan, 'outcome_unknown')
    const again = await running.restart()
    await again.itemIn(scan, 'uploaded')
    expect(again.sandbox.media('cust-1')).toHaveLength(1)
    const { attempts } = await again.engine.handlers['items.get']({ itemId: running.itemId })
    expect(attempts).toHaveLength(attemptCount)
  })

  it('waits without a key and goes on with a new one', async () => {
    const running = await withApproved({}, lostAnswer)
    await running.itemIn(scan, 'outcome_unknown')
    await running.engine.handlers['secrets.provide']({ keys: {} })
    const unknown = await running.itemIn(scan, 'outcome_unknown')
    const look = running.engine.handlers['review.lookUp']({ itemId: unknown.id, revision: unknown.revision })
    await expect(look).rejects.toMatchObject({ code: 'key_missing' })
    await running.engine.handlers['secrets.provide']({ keys: { main: 'key-of-the-tests' } })
    await running.itemIn(scan, 'uploaded')
  })
})

describe('an upload that ended with an error inside the endpoint', () => {
  it('is looked for before it is sent again, and is uploaded where it had arrived after all', async () => {
    const running = await withApproved({}, [{ kind: 'refuse', status: 500, stored: true }])
    await running.itemIn(scan, 'uploaded')
    expect(running.sandbox.media('cust-1')).toHaveLength(1)
    const { attempts, events } = await running.engine.handlers['items.get']({ itemId: running.itemId })
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['server_error', 'stopped_before_sending'])
    const sentName = attempts[0]?.sentName
    expect(events.at(-1)).toMatchObject({ kind: 'attempt.settled', data: { earlier: { sentName } } })
    expect(await running.engine.handlers['ledger.verify']({})).toMatchObject({ ok: true })
  })

  it('is sent again where it had not arrived, after one look for each retry', async () => {
    const running = await withApproved({}, [
      { kind: 'refuse', status: 503, times: 2, match: { method: 'PUT' } },
    ])
    await running.itemIn(scan, 'uploaded')
    expect(running.sandbox.media('cust-1')).toHaveLength(1)
    const lines = running.sandbox.requestLog().map(({ method, status }) => `${method} ${String(status)}`)
    expect(lines).toEqual(['PUT 503', 'GET 200', 'PUT 503', 'GET 200', 'PUT 200'])
  })

  it('waits on while the look cannot be made', async () => {
    const running = await withApproved({}, [
      { kind: 'refuse', status: 500 },
      { kind: 'refuse', status: 503, times: 2, match: { method: 'GET' } },
    ])
    await running.itemIn(scan, 'uploaded')
    const { attempts } = await running.engine.handlers['items.get']({ itemId: running.itemId })
    expect(attempts.map(({ outcome }) => outcome).slice(0, 1)).toEqual(['server_error'])
    expect(attempts.at(-1)?.outcome).toBe('accepted')
    expect(running.sandbox.requests().byStatus[200]).toBe(2)
    expect(running.sandbox.media('cust-1')).toHaveLength(1)
  })

  it.each([307, 302] as const)(
    'is looked for as well after a redirect (%i), once uploads go on',
    async (status) => {
      const running = await withApproved({}, [{ kind: 'redirect', status, stored: true }])
      await running.until(
        async () =>
          (await running.engine.handlers['status.get']({})).lane.failure?.code === 'redirect_refused',
        'the lane stops',
      )
      await running.engine.handlers['uploads.resume']({})
      await running.itemIn(scan, 'uploaded')
      expect(running.sandbox.media('cust-1')).toHaveLength(1)
      const { attempts } = await running.engine.handlers['items.get']({ itemId: running.itemId })
      expect(attempts.map(({ outcome }) => outcome)).toEqual(['redirect_refused', 'stopped_before_sending'])
    },
  )

  it.each<[string, number, ItemState]>([
    ['a key that may send but not read', 403, 'outcome_unknown'],
    ['a redirect', 302, 'approved'],
  ])('is not sent blindly where the look meets %s', async (_what, status, state) => {
    const look =
      status === 302
        ? { kind: 'redirect' as const, match: { method: 'GET' as const } }
        : { kind: 'refuse' as const, status, times: 100, match: { method: 'GET' as const } }
    const running = await withApproved({}, [{ kind: 'refuse', status: 500, match: { method: 'PUT' } }, look])
    await running.until(
      async () =>
        (await running.engine.handlers['items.get']({ itemId: running.itemId })).attempts.length === 2,
      'the second attempt',
    )
    await running.itemIn(scan, state)
    expect(running.sandbox.mediaCount()).toBe(0)
  })
})
