import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Ledger } from '../../../electron/engine/ledger/ledger.ts'
import type { IdentifiedFile } from '../../../electron/engine/ledger/identification-steps.ts'
import { ledgerFixture, sendAccepted } from '../../support/ledger-fixture.ts'
import { identifiedFile, listedFile } from '../../support/ledger-steps.ts'
import type { Item } from '../../../electron/shared/records.ts'

const zone = process.env['TZ']

beforeEach(() => {
  process.env['TZ'] = 'Europe/Berlin'
})

afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

async function seenAt(
  ledger: Ledger,
  path: string,
  atMs: number,
  over: Partial<IdentifiedFile> = {},
): Promise<Item> {
  await ledger.recordListed('inbox', [listedFile(path)], atMs)
  const [id = 0] = await ledger.recordIdentified('inbox', [identifiedFile(path, over)], atMs)
  return ledger.getItem(id)
}

async function uploadedAfter(ledger: Ledger, path: string, atMs: number, durationMs: number): Promise<void> {
  const item = await seenAt(ledger, path, atMs)
  const approved = await ledger.decide(
    { itemId: item.id, revision: item.revision, actor: 'ada', kind: 'item.approved', to: 'approved' },
    atMs,
  )
  await sendAccepted(ledger, approved, path, atMs, atMs + durationMs)
}

describe('a report', () => {
  it('counts what became of the files of each day, in local time, also on days with 23 and 25 hours', async () => {
    const { ledger } = await ledgerFixture()
    // Clocks go back on 26 October 2025 at 03:00 in Berlin: that day ends 25 hours after it began.
    const times = [
      '2025-10-25T23:59:59+02:00',
      '2025-10-26T00:00:00+02:00',
      '2025-10-26T23:59:59+01:00',
      '2025-10-27T00:00:00+01:00',
    ]
    for (const [index, time] of times.entries())
      await seenAt(ledger, `${String(index)}.jpg`, Date.parse(time))
    // They go forward on 29 March 2026 at 02:00: that day has 23 hours.
    for (const time of [
      '2026-03-29T00:00:00+01:00',
      '2026-03-29T23:59:59+02:00',
      '2026-03-30T00:00:00+02:00',
    ]) {
      await seenAt(ledger, `${time}.jpg`, Date.parse(time))
    }
    const autumn = await ledger.report({ fromDay: '2025-10-26', toDay: '2025-10-26', by: 'day', text: '' })
    expect(autumn.rows).toMatchObject([{ key: '2025-10-26', seen: 2 }])
    const spring = await ledger.report({ fromDay: '2026-03-01', toDay: '2026-03-31', by: 'day', text: '' })
    expect(spring.rows.map(({ key, seen }) => [key, seen])).toEqual([
      ['2026-03-29', 2],
      ['2026-03-30', 1],
    ])
  })

  it('has exact medians and percentiles, and the total over all', async () => {
    const { ledger } = await ledgerFixture()
    const day = Date.parse('2026-01-05T10:00:00+01:00')
    for (let index = 1; index <= 20; index += 1) {
      await uploadedAfter(ledger, `${String(index)}.jpg`, day + index, index * 1_000)
    }
    await uploadedAfter(ledger, 'next-day.jpg', day + 86_400_000, 5)
    const report = await ledger.report({ fromDay: '2026-01-05', toDay: '2026-01-06', by: 'day', text: '' })
    expect(report.rows).toMatchObject([
      { key: '2026-01-05', seen: 20, uploaded: 20, held: 0, rejected: 0, medianMs: 10_500, p95Ms: 19_000 },
      { key: '2026-01-06', seen: 1, uploaded: 1, medianMs: 5, p95Ms: 5 },
    ])
    expect(report.total).toMatchObject({ key: null, seen: 21, uploaded: 21, medianMs: 10_000, p95Ms: 19_000 })
    expect(report.longest).toEqual({ itemId: 20, durationMs: 20_000 })
  })

  it('tells who decided, and what was held once', async () => {
    const { ledger } = await ledgerFixture()
    const day = Date.parse('2026-01-05T10:00:00+01:00')
    await uploadedAfter(ledger, 'a.jpg', day, 10)
    const held = await seenAt(ledger, 'b.jpg', day, { route: 'needs_attention', mediaType: null })
    const decision = {
      itemId: held.id,
      revision: held.revision,
      kind: 'item.rejected',
      to: 'rejected',
    } as const
    await ledger.decide({ ...decision, actor: 'bob', reason: 'no' }, day)
    await seenAt(ledger, 'c.jpg', day, { route: 'awaiting_review' })
    const days = { fromDay: '2026-01-05', toDay: '2026-01-05', text: '' }

    const byOperator = await ledger.report({ ...days, by: 'operator' })
    expect(byOperator.rows).toMatchObject([
      { key: 'ada', seen: 1, uploaded: 1, held: 0 },
      { key: 'bob', seen: 1, rejected: 1, held: 1, medianMs: null },
      { key: null, seen: 1, uploaded: 0, rejected: 0, held: 0 },
    ])
    const rejected = await ledger.getItem(held.id)
    const reopen = { kind: 'item.reopened', to: 'needs_attention', actor: 'bob' } as const
    await ledger.decide({ itemId: held.id, revision: rejected.revision, ...reopen }, day)
    const reopened = await ledger.report({ ...days, by: 'operator' })
    expect(reopened.rows.map(({ key, seen, held: heldCount }) => [key, seen, heldCount])).toEqual([
      [null, 2, 1],
      ['ada', 1, 0],
    ])
    const byType = await ledger.report({ ...days, by: 'media_type' })
    expect(byType.rows).toMatchObject([
      { key: 'IMAGE_PASSPORT_FRONT', seen: 2 },
      { key: null, seen: 1 },
    ])
    expect((await ledger.report({ ...days, by: 'folder' })).rows).toMatchObject([{ key: 'inbox', seen: 3 }])
  })

  it('takes a query, and refuses what it cannot read', async () => {
    const { ledger } = await ledgerFixture()
    const day = Date.parse('2026-01-05T10:00:00+01:00')
    await seenAt(ledger, 'a.jpg', day, { entityId: 'one' })
    await seenAt(ledger, 'b.jpg', day, { entityId: 'two' })
    const ask = (text: string) =>
      ledger.report({ fromDay: '2026-01-05', toDay: '2026-01-05', by: 'day', text })
    expect((await ask('entity:two')).total.seen).toBe(1)
    expect((await ask('b.jpg')).total.seen).toBe(1)
    expect((await ask('state:uploaded')).total.seen).toBe(0)
    await expect(ask('state:nonsense')).rejects.toThrow(expect.objectContaining({ code: 'query_refused' }))
    const wrongWayRound = { fromDay: '2026-01-06', toDay: '2026-01-05', by: 'day', text: '' } as const
    await expect(ledger.report(wrongWayRound)).rejects.toThrow(
      expect.objectContaining({ code: 'query_refused' }),
    )
  })
})
