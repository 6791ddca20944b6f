import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bulkResultOf, decideForMany } from '../../../electron/engine/bulk-decisions.ts'
import type { BulkTarget } from '../../../electron/engine/bulk-decisions.ts'
import type { BulkAction } from '../../../electron/shared/calls/review-calls.ts'
import { finding } from '../../../electron/shared/finding-codes.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { detailOf } from '../../../electron/shared/sentences/detail.ts'
import { say, sayAsWritten } from '../../../electron/shared/sentences/say.ts'
import { decisionFixture } from '../../support/decision-desk.ts'
import type { DecisionFixture } from '../../support/decision-desk.ts'
import { takeIn } from '../../support/ledger-fixture.ts'
import { identifiedFile, listedFile } from '../../support/ledger-steps.ts'

function at({ id: itemId, revision }: Item) {
  return { itemId, revision }
}

async function decide(fixture: DecisionFixture, target: BulkTarget, action: BulkAction, actor = 'ada') {
  return bulkResultOf(await decideForMany(() => fixture.as(actor), target, action))
}

const isThere = <Value>(value: Value | undefined): value is Value => value !== undefined

const waiting = { selection: { states: ['awaiting_review'], text: '' } } as const satisfies BulkTarget

describe('one decision for many items', () => {
  it('counts as done what was rejected without its slip, and says what is missing', async () => {
    const fixture = await decisionFixture()
    const { ledger } = fixture
    const one = await takeIn(ledger, 'one.jpg', { entityId: 'cust-1' })
    const two = await takeIn(ledger, 'two.jpg', { entityId: 'cust-2' })
    writeFileSync(join(fixture.inbox, 'rescan'), 'a file in the place of the folder')
    const result = await decide(
      fixture,
      { items: [one, two].map(at) },
      { kind: 'request_rescan', reason: 'Cut off.' },
    )
    expect(result.done).toMatchObject([
      { itemId: one.id, revision: one.revision + 1, state: 'rejected' },
      { itemId: two.id, revision: two.revision + 1, state: 'rejected' },
    ])
    expect(result.held).toEqual([])
    expect(result.unfinished).toMatchObject([
      { failure: { code: 'rescan_slip_unwritable' }, itemIds: [one.id, two.id] },
    ])
    const undone = await decide(fixture, { items: [...result.done] }, { kind: 'undo' })
    expect(undone.done.map(({ state }) => state)).toEqual(['awaiting_review', 'awaiting_review'])
  })

  it('is taken or refused for each by itself, and every item stands in exactly one list', async () => {
    const fixture = await decisionFixture()
    const { ledger } = fixture
    const good = await takeIn(ledger, 'good.jpg', { entityId: 'cust-1' })
    const stale = await takeIn(ledger, 'stale.jpg', { entityId: 'cust-2' })
    const nobodys = await takeIn(ledger, 'nobody.jpg', {
      entityId: null,
      route: 'needs_attention',
      findings: [finding('no_rule', sayAsWritten('No rule.'))],
    })
    const uploading = await takeIn(ledger, 'sent.jpg', { entityId: 'cust-3', route: 'approved' })
    const items = [good, { ...stale, revision: stale.revision - 1 }, nobodys, uploading].map(at)

    const result = await decide(
      fixture,
      { items: [...items, { itemId: 99, revision: 1 }, at(good)] },
      { kind: 'approve' },
    )

    expect(result.done).toMatchObject([{ itemId: good.id, revision: good.revision + 1, state: 'approved' }])
    expect(result.held).toEqual([
      { failure: { code: 'stale_item', detail: '' }, itemIds: [stale.id] },
      { failure: { code: 'item_not_found', detail: '' }, itemIds: [99] },
      {
        failure: {
          code: 'transition_refused',
          ...detailOf(say('decision_impossible', { decision: 'approve', state: 'approved' })),
        },
        itemIds: [uploading.id],
      },
      { failure: { code: 'item_blocked', ...detailOf(say('entity_lacks')) }, itemIds: [nobodys.id] },
    ])
    expect((await ledger.getItem(good.id)).state).toBe('approved')
    expect(await ledger.getItem(stale.id)).toEqual(stale)
  })

  it('is bound to what was found when it was asked: what came or changed since is held, each with its reason', async () => {
    const fixture = await decisionFixture()
    const { ledger } = fixture
    for (const name of ['a', 'b', 'c', 'd']) await takeIn(ledger, `${name}.jpg`, { entityId: name })
    const { items, count } = await ledger.revisions(waiting.selection, 100)
    expect(count).toBe(4)

    const [, second, third] = items
    await decide(fixture, { items: [second].filter(isThere) }, { kind: 'correct', entityId: 'cust-9' })
    await decide(fixture, { items: [third].filter(isThere) }, { kind: 'reject', reason: 'blurred' }, 'grace')
    const late = await takeIn(ledger, 'late.jpg', { entityId: 'e' })
    const result = await decide(fixture, { items, foundBy: waiting.selection }, { kind: 'approve' })

    expect(result.done.map(({ itemId }) => itemId)).toEqual([1, 4])
    expect(result.held).toEqual([
      { failure: { code: 'arrived_later', detail: '' }, itemIds: [late.id] },
      { failure: { code: 'stale_item', detail: '' }, itemIds: [2, 3] },
    ])
    expect(await ledger.getItem(late.id)).toEqual(late)
  })

  it('is taken back as a whole by its own result', async () => {
    const fixture = await decisionFixture()
    for (const name of ['a', 'b', 'c']) await takeIn(fixture.ledger, `${name}.jpg`, { entityId: name })
    const before = [1, 2, 3].map((id) => fixture.row(id))

    const { done } = await decide(fixture, waiting, { kind: 'correct', entityId: 'cust-9' })
    expect(done).toHaveLength(3)
    const undone = await decide(fixture, { items: done }, { kind: 'undo' }, 'grace')

    expect(undone).toMatchObject({ done: [{ itemId: 1 }, { itemId: 2 }, { itemId: 3 }], held: [] })
    expect([1, 2, 3].map((id) => fixture.row(id))).toEqual(before)
    expect((await fixture.ledger.verify()).faults).toEqual([])
  })

  it('tells which of its items cannot be taken back any more', async () => {
    const fixture = await decisionFixture()
    for (const name of ['a', 'b']) await takeIn(fixture.ledger, `${name}.jpg`, { entityId: name })
    const { done } = await decide(fixture, waiting, { kind: 'approve' })
    expect(await fixture.ledger.changedSince(done)).toEqual([])
    await decide(fixture, { items: done.slice(0, 1) }, { kind: 'undo' })
    expect(await fixture.ledger.changedSince([...done, { itemId: 99, revision: 1 }])).toEqual([1, 99])
  })

  it('follows the rule of two persons', async () => {
    const fixture = await decisionFixture({ folder: { secondReview: true } })
    await takeIn(fixture.ledger, 'a.jpg', { entityId: 'a' })
    await takeIn(fixture.ledger, 'b.jpg', { entityId: 'b' })
    await decide(fixture, waiting, { kind: 'approve' })
    const again = await decide(fixture, waiting, { kind: 'approve' })
    expect(again).toEqual({
      done: [],
      held: [{ failure: { code: 'second_reviewer_needed', detail: '' }, itemIds: [1, 2] }],
    })
    expect((await decide(fixture, waiting, { kind: 'approve' }, 'grace')).done).toHaveLength(2)
  })

  it('finds what the same decision one by one would find', async () => {
    const together = await decisionFixture()
    const oneByOne = await decisionFixture()
    const action = { kind: 'correct', entityId: 'cust-9' } as const
    for (const { ledger } of [together, oneByOne]) {
      for (const name of ['a', 'b', 'c']) {
        await takeIn(ledger, `${name}.jpg`, { entityId: name, sha256: 'f'.repeat(64) })
      }
    }
    await decide(together, waiting, action)
    for (const itemId of [1, 2, 3]) {
      await decide(oneByOne, { items: [at(await oneByOne.ledger.getItem(itemId))] }, action)
    }
    const findings = async ({ ledger }: DecisionFixture) =>
      (await ledger.getItems([1, 2, 3])).map((item) => item.findings)
    expect(await findings(together)).toEqual(await findings(oneByOne))
    expect((await findings(together))[1]).toMatchObject([{ code: 'duplicate_same_entity' }])
  })

  it('takes thousands of items within seconds of the processor’s time, and leaves the others their turn', async () => {
    const fixture = await decisionFixture()
    const names = Array.from({ length: 4_000 }, (_, index) => `${String(index)}.jpg`)
    const listed = names.map((name) => listedFile(name))
    await fixture.ledger.recordListed('inbox', listed, 1)
    const identified = names.map((name) => identifiedFile(name, { entityId: `cust-${name}` }))
    await fixture.ledger.recordIdentified('inbox', identified, 2)
    let turns = 0
    const counting = setInterval(() => {
      turns += 1
    }, 1)
    const before = process.cpuUsage()
    const { done, held } = await decide(fixture, waiting, { kind: 'approve' })
    const { user, system } = process.cpuUsage(before)
    clearInterval(counting)
    expect(held).toEqual([])
    expect(done).toHaveLength(4_000)
    // 20,000 in ten seconds.
    expect((user + system) / 1_000).toBeLessThan(2_000)
    expect(turns).toBeGreaterThan(20)
  }, 60_000)
})
