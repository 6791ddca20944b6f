import { describe, expect, it } from 'vitest'
import { decideOne } from '../../../electron/engine/decision-run.ts'
import type { BulkAction } from '../../../electron/shared/calls/review-calls.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { decisionFixture } from '../../support/decision-desk.ts'
import { takeIn } from '../../support/ledger-fixture.ts'

const approve = { kind: 'approve' } as const

function at({ id: itemId, revision }: Item) {
  return { itemId, revision }
}

/** An item of a folder in which two must agree; `decide` decides on it as it is now. */
async function reviewed(setup: Parameters<typeof decisionFixture>[0] = { folder: { secondReview: true } }) {
  const fixture = await decisionFixture(setup)
  const { id } = await takeIn(fixture.ledger, 'a.jpg')
  const decide = async (actor: string, action: BulkAction): Promise<Item> =>
    decideOne(fixture.as(actor), action, at(await fixture.ledger.getItem(id)))
  return {
    ...fixture,
    id,
    decide,
    kinds: async () => (await fixture.ledger.getDetail(id)).events.map(({ kind }) => kind),
  }
}

describe('two persons', () => {
  it('approve an item: the first keeps it in review, the second sends it', async () => {
    const { decide, kinds, clock, ledger, id } = await reviewed()

    const first = await decide('ada', approve)
    expect(first).toMatchObject({
      state: 'awaiting_review',
      firstApproval: { by: 'ada', atMs: clock.nowMs },
      sendsAfterMs: null,
    })
    expect(await decide('grace', approve)).toMatchObject({ state: 'approved', firstApproval: null })
    expect((await kinds()).slice(-2)).toEqual(['item.first_approved', 'item.approved'])
    const approval = (await ledger.getDetail(id)).events.at(-1)
    expect(approval).toMatchObject({ actor: 'grace', data: { firstApproval: { by: 'ada' } } })
  })

  it.each(['ada', 'ADA', ' Ada '])('are not one, however it writes itself: %j', async (name) => {
    const { decide, ledger, id } = await reviewed()
    const first = await decide('ada', approve)
    await expect(decide(name, approve)).rejects.toMatchObject({ code: 'second_reviewer_needed' })
    expect(await ledger.getItem(id)).toEqual(first)
  })

  it('are not one whose name is composed in another way', async () => {
    const { decide } = await reviewed()
    await decide('Zoë', approve)
    await expect(decide('Zoe\u0308', approve)).rejects.toMatchObject({ code: 'second_reviewer_needed' })
  })

  it('agree to the same values: a correction in the second approval makes its author the first', async () => {
    const { decide } = await reviewed()
    await decide('ada', approve)
    const corrected = await decide('grace', { ...approve, entityId: 'cust-2' })
    expect(corrected).toMatchObject({
      state: 'awaiting_review',
      entityId: 'cust-2',
      firstApproval: { by: 'grace' },
    })
    await expect(decide('grace', approve)).rejects.toMatchObject({ code: 'second_reviewer_needed' })
    expect(await decide('ada', approve)).toMatchObject({ state: 'approved', entityId: 'cust-2' })
  })

  it('keep what the first one corrected along', async () => {
    const { decide } = await reviewed()
    const first = await decide('ada', { ...approve, entityId: 'cust-2', fields: { branch: 'Leeds' } })
    expect(first).toMatchObject({ entityId: 'cust-2', fields: { branch: 'Leeds' }, readBy: 'person' })
    expect(await decide('grace', approve)).toMatchObject({ state: 'approved', fields: { branch: 'Leeds' } })
  })

  it.each<[string, BulkAction[]]>([
    ['a correction', [{ kind: 'correct', entityId: 'cust-3' }]],
    ['a rejection that is reopened', [{ kind: 'reject', reason: '' }, { kind: 'reopen' }]],
    ['an undo', [{ kind: 'undo' }]],
  ])('start anew after %s', async (_what, actions) => {
    const { decide } = await reviewed()
    await decide('ada', approve)
    for (const action of actions) await decide('eve', action)
    expect((await decide('ada', approve)).state).toBe('awaiting_review')
  })

  it('start anew after a new reading gave other values, and not after one that gave the same', async () => {
    const { decide, ledger, id } = await reviewed()
    const { revision } = await decide('ada', approve)
    const reading = {
      itemId: id,
      mediaType: 'IMAGE_PASSPORT_FRONT',
      fields: {},
      readBy: 'rule',
      ruleId: 'entity-and-type',
      ruleVersion: 2,
      reading: null,
      waitsFor: null,
      waitsUntilMs: null,
      rescanOf: null,
      findings: [],
      route: 'awaiting_review',
    } as const
    await ledger.recordReadAgain([{ ...reading, revision, entityId: 'cust-1' }], 8)
    const same = await ledger.getItem(id)
    expect(same.firstApproval?.by).toBe('ada')
    await ledger.recordReadAgain([{ ...reading, revision: same.revision, entityId: 'cust-8' }], 9)
    expect((await ledger.getItem(id)).firstApproval).toBeNull()
  })

  it('are needed for a media type, whatever people call it, and for the one after a correction', async () => {
    const setup = { review: { secondReviewMediaTypes: ['passport'] } }
    const byType = await reviewed(setup)
    expect((await byType.decide('ada', approve)).state).toBe('awaiting_review')
    const corrected = await reviewed(setup)
    expect((await corrected.decide('ada', { ...approve, mediaType: 'selfie' })).state).toBe('approved')
    const backAgain = await reviewed(setup)
    await backAgain.decide('ada', { kind: 'correct', mediaType: 'selfie' })
    const meant = { ...approve, mediaType: 'image passport front' }
    expect(await backAgain.decide('ada', meant)).toMatchObject({
      state: 'awaiting_review',
      mediaType: 'IMAGE_PASSPORT_FRONT',
    })
  })

  it('are needed for what is sent again too, unless two have approved it', async () => {
    const { decide, ledger, id } = await reviewed({ review: { secondReviewMediaTypes: ['passport'] } })
    const failAfter = async (item: Item, number: number): Promise<void> => {
      const attempt = {
        ...at(item),
        number,
        url: 'u',
        bodyForm: 'json',
        sentName: `sent-${String(number)}`,
      } as const
      const [started] = await ledger.startAttempts([attempt], 5)
      await ledger.settleAttempt(
        {
          attemptId: started?.id ?? 0,
          outcome: 'server_error',
          httpStatus: 500,
          answerCode: null,
          answerMessage: null,
          durationMs: 1,
          to: 'failed',
          failure: { code: 'server_error', detail: '' },
          nextAttemptAtMs: null,
          counted: true,
        },
        6,
      )
    }
    // As if the rule had come after a policy had approved it.
    const item = await ledger.getItem(id)
    const decision = { ...at(item), actor: 'engine', kind: 'item.approved', to: 'approved' } as const
    await failAfter(await ledger.decide(decision, 4), 1)
    await expect(decide('ada', { kind: 'retry' })).rejects.toMatchObject({ code: 'item_blocked' })
    expect((await decide('ada', approve)).state).toBe('awaiting_review')
    await failAfter(await decide('grace', approve), 2)
    expect((await decide('ada', { kind: 'retry' })).state).toBe('approved')
  })
})
