import { describe, expect, it } from 'vitest'
import type { Item } from '../../../electron/shared/records.ts'
import { pngBytes } from '../../support/scan-bytes.ts'
import { runningEngine } from '../../support/running-engine.ts'
import type { RunningEngine } from '../../support/running-engine.ts'

const scan = 'cust-1_passport.png'

function at({ id: itemId, revision }: Item) {
  return { itemId, revision }
}

/** An engine whose approvals wait so long, with one scan that awaits review. */
async function waiting(
  graceMs: number,
  policy: 'review_everything' | 'upload_when_certain' = 'review_everything',
) {
  const running = await runningEngine({
    settings: (settings) => ({
      ...settings,
      review: { ...settings.review, graceMs },
      intake: { ...settings.intake, minPicturePixels: 0 },
      folders: settings.folders.map((folder) => ({ ...folder, policy })),
    }),
  })
  running.drop(scan, pngBytes('one'))
  return running
}

async function approve(running: RunningEngine): Promise<Item> {
  const item = await running.itemIn(scan, 'awaiting_review')
  return running.engine.handlers['review.approve'](at(item))
}

describe('the time in which an approval can be taken back', () => {
  it('passes before the file is sent, and the lane wakes by itself then', async () => {
    const running = await waiting(700)
    const before = Date.now()
    const approved = await approve(running)
    expect(approved).toMatchObject({ state: 'approved' })
    expect(approved.sendsAfterMs).toBeGreaterThanOrEqual(before + 700)

    const sent = await running.itemIn(scan, 'uploaded')
    expect(sent.uploadedAtMs).toBeGreaterThanOrEqual(approved.sendsAfterMs ?? Infinity)
    expect(sent.sendsAfterMs).toBeNull()
    const { attempts } = await running.engine.handlers['items.get']({ itemId: sent.id })
    expect(attempts[0]?.startedAtMs).toBeGreaterThanOrEqual(approved.sendsAfterMs ?? Infinity)
  })

  it('outlives the engine', async () => {
    const running = await waiting(3_000)
    const approved = await approve(running)
    const again = await running.restart()
    expect((await again.items())[0]).toMatchObject({ state: 'approved', sendsAfterMs: approved.sendsAfterMs })
    const sent = await again.itemIn(scan, 'uploaded')
    expect(sent.uploadedAtMs).toBeGreaterThanOrEqual(approved.sendsAfterMs ?? Infinity)
  })

  it('lets an undo win: nothing is sent', async () => {
    const running = await waiting(600_000)
    const approved = await approve(running)
    const back = await running.engine.handlers['review.undo'](at(approved))
    expect(back).toMatchObject({ state: 'awaiting_review', sendsAfterMs: null })
    expect(running.sandbox.mediaCount()).toBe(0)
    const { events } = await running.engine.handlers['items.get']({ itemId: back.id })
    expect(events.map(({ kind }) => kind)).not.toContain('attempt.started')
  })

  it('is over once the file was sent: then the undo is refused', async () => {
    const running = await waiting(0)
    await approve(running)
    const sent = await running.itemIn(scan, 'uploaded')
    await expect(running.engine.handlers['review.undo'](at(sent))).rejects.toMatchObject({
      code: 'undo_refused',
      detail: 'It was sent, or it was tried.',
    })
  })

  it('is not given to what nobody approved', async () => {
    const running = await waiting(600_000, 'upload_when_certain')
    expect((await running.itemIn(scan, 'uploaded')).sendsAfterMs).toBeNull()
  })

  it('is one and the same for all items of one decision, and that is undone as one', async () => {
    const running = await waiting(600_000)
    running.drop('cust-2_passport.png', pngBytes('two'))
    await running.itemIn(scan, 'awaiting_review')
    await running.itemIn('cust-2_passport.png', 'awaiting_review')
    const { handlers } = running.engine
    const found = await handlers['items.revisions']({ states: ['awaiting_review'], text: '' })
    expect(found.count).toBe(2)
    const result = await handlers['review.bulk']({
      target: { items: [...found.items] },
      action: { kind: 'approve' },
    })
    expect(result).toMatchObject({ done: [{ itemId: 1 }, { itemId: 2 }], held: [] })
    const times = new Set((await running.items()).map(({ sendsAfterMs }) => sendsAfterMs))
    expect(times.size).toBe(1)
    const undone = await handlers['review.bulk']({
      target: { items: [...result.done] },
      action: { kind: 'undo' },
    })
    expect(undone.held).toEqual([])
    expect((await running.items()).map(({ state }) => state)).toEqual(['awaiting_review', 'awaiting_review'])
  })
})

describe('the policy of a folder', () => {
  it('never approves by itself what two persons must approve', async () => {
    const running = await runningEngine({
      settings: (settings) => ({
        ...settings,
        intake: { ...settings.intake, minPicturePixels: 0 },
        review: { ...settings.review, secondReviewMediaTypes: ['IMAGE_PASSPORT_FRONT'] },
        folders: settings.folders.map((folder) => ({ ...folder, policy: 'upload_when_certain' as const })),
      }),
    })
    running.drop(scan, pngBytes('one'))
    running.drop('cust-2_selfie.png', pngBytes('two'))
    await running.itemIn('cust-2_selfie.png', 'uploaded')
    const held = await running.itemIn(scan, 'awaiting_review')
    expect(await running.engine.handlers['review.approve'](at(held))).toMatchObject({
      state: 'awaiting_review',
      firstApproval: { by: 'ada' },
    })
  })
})
