import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideOne } from '../../../electron/engine/decision-run.ts'
import type { BulkAction } from '../../../electron/shared/calls/review-calls.ts'
import { IntrayError } from '../../../electron/shared/error-codes.ts'
import { finding } from '../../../electron/shared/finding-codes.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { sayAsWritten } from '../../../electron/shared/sentences/say.ts'
import { decisionFixture } from '../../support/decision-desk.ts'
import type { DecisionFixture } from '../../support/decision-desk.ts'
import { takeIn } from '../../support/ledger-fixture.ts'

const undo = { kind: 'undo' } as const

function at({ id: itemId, revision }: Item) {
  return { itemId, revision }
}

/** Sends an approved item as far as the first attempt, whose outcome is given. */
async function sent(
  { ledger }: DecisionFixture,
  item: Item,
  outcome: 'in_flight' | 'failed' | 'retry_wait' | 'outcome_unknown' | 'uploaded',
): Promise<Item> {
  const attempt = {
    ...at(item),
    number: 1,
    url: 'u',
    bodyForm: 'json',
    sentName: `sent-${String(item.id)}`,
  } as const
  const [started] = await ledger.startAttempts([attempt], 5)
  if (started === undefined) throw new Error('the attempt did not start')
  if (outcome === 'in_flight') return ledger.getItem(item.id)
  const accepted = outcome === 'uploaded'
  return ledger.settleAttempt(
    {
      attemptId: started.id,
      outcome: accepted ? 'accepted' : 'server_error',
      httpStatus: accepted ? 200 : 500,
      answerCode: null,
      answerMessage: null,
      durationMs: 1,
      to: outcome,
      failure: accepted ? null : { code: 'server_error', detail: 'It broke.' },
      nextAttemptAtMs: outcome === 'retry_wait' ? 9_000 : null,
      counted: true,
    },
    6,
  )
}

type Beginning = (fixture: DecisionFixture, path?: string) => Promise<Item>

const afterAttempt =
  (outcome: 'failed' | 'retry_wait' | 'outcome_unknown'): Beginning =>
  async (fixture, path = 'a.jpg') =>
    sent(fixture, await takeIn(fixture.ledger, path, { route: 'approved' }), outcome)

/** An item in each state in which people decide. */
const beginnings = {
  identified: ({ ledger }, path = 'a.jpg') =>
    takeIn(ledger, path, { route: 'identified', waitsFor: 'other_side', waitsUntilMs: 77 }),
  needs_attention: ({ ledger }, path = 'a.jpg') =>
    takeIn(ledger, path, {
      route: 'needs_attention',
      entityId: null,
      findings: [finding('no_rule', sayAsWritten('Nobody is named.'))],
    }),
  awaiting_review: ({ ledger }, path = 'a.jpg') => takeIn(ledger, path),
  approved: ({ ledger }, path = 'a.jpg') => takeIn(ledger, path, { route: 'approved' }),
  failed: afterAttempt('failed'),
  retry_wait: afterAttempt('retry_wait'),
  outcome_unknown: afterAttempt('outcome_unknown'),
  missing: async ({ ledger }, path = 'a.jpg') => {
    const item = await takeIn(ledger, path)
    await ledger.recordMissing('inbox', [path], 7)
    return ledger.getItem(item.id)
  },
} as const satisfies Record<string, Beginning>

const actions: fc.Arbitrary<BulkAction> = fc.constantFrom<BulkAction[]>(
  { kind: 'approve' },
  { kind: 'approve', reason: 'It is good enough.' },
  { kind: 'approve', entityId: 'cust-9', mediaType: 'IMAGE_ID_CARD_BACK', reason: 'Seen.' },
  { kind: 'correct', entityId: 'cust-7' },
  { kind: 'correct', fields: { branch: 'Leeds' } },
  { kind: 'reject', reason: 'Not readable' },
  { kind: 'request_rescan', reason: 'Too dark' },
  { kind: 'reopen' },
  // Seldom possible, so tried more often.
  { kind: 'retry' },
  { kind: 'retry' },
  { kind: 'retry' },
  { kind: 'prioritise', priority: 'high' },
  { kind: 'prioritise', priority: null },
  { kind: 'settle_unknown', choice: 'arrived', reason: 'Looked.' },
  { kind: 'settle_unknown', choice: 'send_again', reason: 'Looked.' },
)

describe('a decision that is taken back', () => {
  it('leaves the item as it was, whatever was decided, and however often', async () => {
    const taken = new Set<string>()
    const byOne = await decisionFixture()
    const byTwo = await decisionFixture({ folder: { secondReview: true } })
    let count = 0
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...(Object.keys(beginnings) as (keyof typeof beginnings)[])),
        fc.boolean(),
        fc.array(fc.tuple(actions, fc.constantFrom('ada', 'grace')), { minLength: 1, maxLength: 5 }),
        async (beginning, secondReview, decisions) => {
          const fixture = secondReview ? byTwo : byOne
          count += 1
          let item = await beginnings[beginning](fixture, `${String(count)}.jpg`)
          const before: { row: Record<string, unknown>; kind: string }[] = []
          for (const [action, actor] of decisions) {
            const row = fixture.row(item.id)
            try {
              const decided = await decideOne(fixture.as(actor), action, at(item))
              if (decided.revision === item.revision) continue
              item = decided
              before.push({ row, kind: action.kind })
            } catch (error) {
              if (!(error instanceof IntrayError)) throw error
              expect(fixture.row(item.id)).toEqual(row)
            }
          }
          for (const { row, kind } of before.reverse()) {
            item = await decideOne(fixture.as('grace'), undo, at(item))
            expect(fixture.row(item.id), kind).toEqual(row)
            taken.add(kind)
          }
        },
      ),
      { numRuns: 160, seed: 20_261_123 },
    )
    for (const { ledger } of [byOne, byTwo]) expect((await ledger.verify()).faults).toEqual([])
    expect([...taken].sort()).toEqual([
      'approve',
      'correct',
      'prioritise',
      'reject',
      'reopen',
      'request_rescan',
      'retry',
      'settle_unknown',
    ])
  }, 60_000)

  it('is told by an event that names what was taken back, of whom, and by whom', async () => {
    const fixture = await decisionFixture()
    const item = await takeIn(fixture.ledger, 'a.jpg')
    const approved = await decideOne(fixture.as('ada'), { kind: 'approve' }, at(item))
    await decideOne(fixture.as('grace'), undo, at(approved))

    const { events } = await fixture.ledger.getDetail(item.id)
    const approval = events.find(({ kind }) => kind === 'item.approved')
    expect(events.at(-1)).toMatchObject({
      kind: 'item.undone',
      actor: 'grace',
      data: { undoes: approval?.seq, decision: 'item.approved', decidedBy: 'ada', from: 'approved' },
    })
  })

  it('takes the slip of a new scan away with it', async () => {
    const fixture = await decisionFixture()
    const item = await takeIn(fixture.ledger, 'a.jpg')
    const asked = await decideOne(fixture.as('ada'), { kind: 'request_rescan', reason: 'Too dark' }, at(item))
    const slip = join(fixture.inbox, asked.rescanSlip ?? 'none')
    expect(existsSync(slip)).toBe(true)

    const back = await decideOne(fixture.as('ada'), undo, at(asked))
    expect(back).toMatchObject({ state: 'awaiting_review', rescanSlip: null, reason: null })
    expect(existsSync(slip)).toBe(false)
  })

  it('has the outcome looked for again where it was about one', async () => {
    const fixture = await decisionFixture()
    const item = await beginnings.outcome_unknown(fixture)
    const settle = { kind: 'settle_unknown', choice: 'arrived', reason: 'Looked.' } as const
    const settled = await decideOne(fixture.as('ada'), settle, at(item))
    expect(settled.state).toBe('uploaded')
    expect((await decideOne(fixture.as('ada'), undo, at(settled))).state).toBe('outcome_unknown')
    expect(fixture.lookedFor).toEqual([item.id])
  })

  it('brings back the picture as it was before a smaller form was accepted', async () => {
    const fixture = await decisionFixture()
    const item = await takeIn(fixture.ledger, 'a.jpg', { route: 'approved' })
    const before = fixture.row(item.id)
    const recipe = { kind: 'jpeg', quality: 80, scalePercent: 50, grey: false } as const
    const repair = { recipe, sha256: 'e'.repeat(64), sizeBytes: 9, family: 'jpg', byPolicy: false } as const
    // It goes through review on its way.
    const repaired = await fixture.ledger.recordRepair(
      { ...at(item), actor: 'ada', repair, findings: [], to: 'identified' },
      8,
    )
    expect(repaired).toMatchObject({ state: 'identified', repair })
    await decideOne(fixture.as('ada'), undo, at(repaired))
    expect(fixture.row(item.id)).toEqual(before)
  })

  it('holds an item back once more where that makes it approved again', async () => {
    const fixture = await decisionFixture()
    const item = await takeIn(fixture.ledger, 'a.jpg', { route: 'approved' })
    const rejected = await decideOne(fixture.as('ada'), { kind: 'reject', reason: '' }, at(item))
    const back = await decideOne(fixture.as('ada', 4_000), undo, at(rejected))
    expect(back).toMatchObject({ state: 'approved', sendsAfterMs: 4_000 })
  })
})

describe('what cannot be taken back', () => {
  const refused = (fixture: DecisionFixture, item: Item) =>
    expect(decideOne(fixture.as('ada'), undo, at(item))).rejects

  it('is an approval once sending has begun, or is over', async () => {
    for (const outcome of ['in_flight', 'uploaded', 'retry_wait'] as const) {
      const fixture = await decisionFixture()
      const item = await takeIn(fixture.ledger, 'a.jpg')
      const approved = await decideOne(fixture.as('ada'), { kind: 'approve' }, at(item))
      const later = await sent(fixture, approved, outcome)
      await refused(fixture, later).toMatchObject({ code: 'undo_refused' })
      expect(await fixture.ledger.getItem(item.id)).toEqual(later)
    }
  })

  it('says that it is on its way also to whoever saw it before', async () => {
    const fixture = await decisionFixture()
    const item = await takeIn(fixture.ledger, 'a.jpg')
    const approved = await decideOne(fixture.as('ada'), { kind: 'approve' }, at(item))
    const onItsWay = await sent(fixture, approved, 'in_flight')
    await refused(fixture, approved).toMatchObject({ code: 'undo_refused', detail: 'It is being sent.' })
    expect(await fixture.ledger.getItem(item.id)).toEqual(onItsWay)
  })

  it('is what nobody decided', async () => {
    const fixture = await decisionFixture()
    const item = await takeIn(fixture.ledger, 'a.jpg', { route: 'approved' })
    await refused(fixture, item).toMatchObject({ code: 'undo_refused' })
  })

  it('is a decision after which something else happened', async () => {
    const fixture = await decisionFixture()
    const item = await takeIn(fixture.ledger, 'a.jpg')
    const approved = await decideOne(fixture.as('ada'), { kind: 'approve' }, at(item))
    await fixture.ledger.recordMissing('inbox', ['a.jpg'], 9)
    await refused(fixture, await fixture.ledger.getItem(approved.id)).toMatchObject({
      code: 'undo_refused',
      detail: 'Its file is gone.',
    })
  })

  it('is a request whose new scan has come', async () => {
    const fixture = await decisionFixture()
    const item = await takeIn(fixture.ledger, 'a.jpg')
    const asked = await decideOne(fixture.as('ada'), { kind: 'request_rescan', reason: 'Too dark' }, at(item))
    await takeIn(fixture.ledger, 'b.jpg', { rescanOf: item.id })
    await refused(fixture, asked).toMatchObject({ detail: 'The new scan has come already.' })
  })

  it('is what happened to an item that has changed meanwhile', async () => {
    const fixture = await decisionFixture()
    const item = await takeIn(fixture.ledger, 'a.jpg')
    await decideOne(fixture.as('ada'), { kind: 'approve' }, at(item))
    await refused(fixture, item).toMatchObject({ code: 'stale_item' })
  })

  it('is that a file arrived which is being put away for it', async () => {
    const fixture = await decisionFixture({ folder: { afterUpload: 'archive' } })
    const item = await beginnings.outcome_unknown(fixture)
    const settle = { kind: 'settle_unknown', choice: 'arrived', reason: 'Looked.' } as const
    const settled = await decideOne(fixture.as('ada'), settle, at(item))
    await refused(fixture, settled).toMatchObject({ code: 'undo_refused' })
  })
})
