import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runningEngine } from '../../support/running-engine.ts'
import type { RunningEngine } from '../../support/running-engine.ts'
import { pngBytes } from '../../support/scan-bytes.ts'
import { shortLooks } from '../../support/short-looks.ts'

const names = ['cust-1_passport.png', 'cust-1_selfie.png', 'cust-1_id_front.png']

/** An engine that sends several files in one request, with three approved scans of one entity, paused. */
async function withThree(bodyForm: 'multipart' | 'json' = 'multipart', filesPerRequest = 5) {
  const running = await runningEngine({
    lookPlan: shortLooks,
    settings: (settings) => ({
      ...settings,
      connection: { ...settings.connection, bodyForm },
      upload: { ...settings.upload, filesPerRequest },
    }),
  })
  await running.engine.handlers['uploads.pause']({})
  for (const name of names) {
    running.drop(name, pngBytes(name))
    const { id: itemId, revision } = await running.itemIn(name, 'awaiting_review')
    await running.engine.handlers['review.approve']({ itemId, revision })
  }
  const resume = () => running.engine.handlers['uploads.resume']({})
  return { ...running, resume }
}

async function outcomesOf({ engine, items }: RunningEngine): Promise<string[][]> {
  const all = await items()
  return Promise.all(
    all.map(async ({ id: itemId }) => {
      const { attempts } = await engine.handlers['items.get']({ itemId })
      return attempts.map(({ outcome }) => outcome)
    }),
  )
}

function puts({ sandbox }: RunningEngine) {
  return sandbox.requestLog().filter(({ method }) => method === 'PUT')
}

describe('several files of one entity in one request', () => {
  it.each(['multipart', 'json'] as const)(
    'arrive together, each with its own facts, as %s',
    async (bodyForm) => {
      const running = await withThree(bodyForm)
      await running.resume()
      for (const name of names) await running.itemIn(name, 'uploaded')
      expect(puts(running)).toHaveLength(1)
      const media = running.sandbox.media('cust-1')
      expect(media.map(({ sha256 }) => sha256)).toEqual(
        names.map((name) => createHash('sha256').update(pngBytes(name)).digest('hex')),
      )
      expect(new Set(media.map(({ name }) => name)).size).toBe(3)
      expect(media.map(({ mediaType }) => mediaType)).toEqual([
        'IMAGE_PASSPORT_FRONT',
        'IMAGE_FACE_IMAGE',
        'IMAGE_ID_CARD_FRONT',
      ])
      expect(await outcomesOf(running)).toEqual([['accepted'], ['accepted'], ['accepted']])
      expect(await running.engine.handlers['ledger.verify']({})).toMatchObject({ ok: true })
    },
  )

  it('are no more than the setting allows', async () => {
    const running = await withThree('multipart', 2)
    await running.resume()
    for (const name of names) await running.itemIn(name, 'uploaded')
    expect(puts(running).map(({ storedMedia }) => storedMedia)).toEqual([2, 1])
  })

  it('are tried again one by one when the request is refused, and the refusal is not counted', async () => {
    const running = await withThree()
    running.sandbox.faults.next([{ kind: 'refuse', status: 400 }])
    await running.resume()
    for (const name of names)
      expect(await running.itemIn(name, 'uploaded')).toMatchObject({ attemptCount: 1 })
    expect(puts(running).map(({ storedMedia }) => storedMedia)).toEqual([0, 1, 1, 1])
    expect(await outcomesOf(running)).toEqual(names.map(() => ['refused_in_batch', 'accepted']))
  })

  it('that are refused again one by one go to a person one by one', async () => {
    const running = await withThree()
    running.sandbox.faults.next([
      { kind: 'refuse', status: 400 },
      { kind: 'refuse', status: 413 },
    ])
    await running.resume()
    expect((await running.itemIn(names[0] ?? '', 'failed')).lastFailure?.code).toBe('file_too_large_refused')
    for (const name of names.slice(1)) await running.itemIn(name, 'uploaded')
    expect(running.sandbox.media('cust-1')).toHaveLength(2)
  })

  it('are all unknown when the answer is lost, and each is found by its own name', async () => {
    const running = await withThree()
    running.sandbox.faults.next([{ kind: 'cut_after_storing' }])
    await running.resume()
    for (const name of names) await running.itemIn(name, 'uploaded')
    expect(running.sandbox.media('cust-1')).toHaveLength(3)
    expect(await outcomesOf(running)).toEqual(names.map(() => ['no_answer']))
  })

  it('are sent anew one by one when the request was lost on its way', async () => {
    const running = await withThree()
    running.sandbox.faults.next([{ kind: 'cut_while_reading', afterBytes: 10 }])
    await running.resume()
    for (const name of names) await running.itemIn(name, 'uploaded')
    expect(running.sandbox.media('cust-1')).toHaveLength(3)
    expect(await outcomesOf(running)).toEqual(names.map(() => ['no_answer', 'accepted']))
  })

  it('go without one that is gone', async () => {
    const running = await withThree()
    const approved = await running.itemIn(names[1] ?? '', 'approved')
    rmSync(join(running.inbox, names[1] ?? ''))
    await running.resume()
    await running.itemIn(names[0] ?? '', 'uploaded')
    await running.itemIn(names[2] ?? '', 'uploaded')
    expect(await running.itemIn(approved.path, 'missing')).toMatchObject({ attemptCount: 0 })
    expect(running.sandbox.media('cust-1')).toHaveLength(2)
  })

  it('stop the lane together at a refused key, and none is counted', async () => {
    const running = await withThree()
    running.sandbox.faults.next([{ kind: 'refuse', status: 401 }])
    await running.resume()
    await running.until(
      async () => (await running.engine.handlers['status.get']({})).lane.failure?.code === 'key_refused',
      'the lane stops',
    )
    for (const name of names)
      expect(await running.itemIn(name, 'approved')).toMatchObject({ attemptCount: 0 })
    await running.engine.handlers['secrets.provide']({ keys: { main: 'key-of-the-tests' } })
    for (const name of names) await running.itemIn(name, 'uploaded')
    expect(running.sandbox.media('cust-1')).toHaveLength(3)
  })
})

describe('the setting as it is shipped', () => {
  it('sends each file in a request of its own', async () => {
    const running = await withThree('multipart', 1)
    await running.resume()
    for (const name of names) await running.itemIn(name, 'uploaded')
    expect(puts(running).map(({ storedMedia }) => storedMedia)).toEqual([1, 1, 1])
  })
})
