import { describe, expect, it } from 'vitest'
import type { Ledger } from '../../../electron/engine/ledger/ledger.ts'
import type { Item } from '../../../electron/shared/records.ts'
import type { Priority } from '../../../electron/shared/settings/folder.ts'
import { ledgerFixture } from '../../support/ledger-fixture.ts'
import { identifiedFile, listedFile } from '../../support/ledger-steps.ts'

/** Approves one file of an entity in a folder and gives it a priority of its own, if any. */
async function approved(
  ledger: Ledger,
  entityId: string,
  { folderId = 'inbox', priority }: { folderId?: string; priority?: Priority } = {},
): Promise<Item> {
  counter += 1
  const path = `${entityId}-${String(counter)}.jpg`
  const fileKey = `2:${path}`
  await ledger.recordFolder(folderId, `/scans/${folderId}`)
  await ledger.recordListed(folderId, [listedFile(path, { fileKey })], 1)
  const [id] = await ledger.recordIdentified(
    folderId,
    [identifiedFile(path, { fileKey, entityId, route: 'approved' })],
    2,
  )
  const item = await ledger.getItem(id ?? 0)
  if (priority === undefined) return item
  const decision = { itemId: item.id, revision: item.revision, actor: 'ada', priority }
  return ledger.decide({ ...decision, kind: 'item.prioritised' }, 3)
}

let counter = 0

async function start(ledger: Ledger, { id, revision }: Item, number = 1): Promise<number> {
  const [attempt] = await ledger.startAttempts(
    [
      {
        itemId: id,
        revision,
        number,
        url: 'https://x',
        bodyForm: 'multipart',
        sentName: `a-abcdef-${String(id)}-${String(number)}.jpg`,
      },
    ],
    4,
  )
  return attempt?.id ?? 0
}

async function waits(
  ledger: Ledger,
  item: Item,
  untilMs: number,
  outcome: 'entity_busy' | 'server_error' = 'entity_busy',
): Promise<void> {
  const attemptId = await start(ledger, item)
  const told = { attemptId, outcome, httpStatus: 423, answerCode: null, answerMessage: null, durationMs: 1 }
  const failure = { code: outcome, detail: '' }
  const settlement = { ...told, to: 'retry_wait', failure, nextAttemptAtMs: untilMs, counted: true } as const
  await ledger.settleAttempt(settlement, 5)
}

const idsOf = (due: readonly { readonly item: Item }[]) => due.map(({ item }) => item.id)

describe('what is sent next', () => {
  it('is of high priority first, then the oldest, and of low priority last', async () => {
    const { ledger } = await ledgerFixture()
    const low = await approved(ledger, 'a', { priority: 'low' })
    const first = await approved(ledger, 'b')
    const second = await approved(ledger, 'c', { priority: 'normal' })
    const high = await approved(ledger, 'd', { priority: 'high' })
    const higher = await approved(ledger, 'e', { priority: 'high' })
    const expected = [high, higher, first, second, low].map(({ id }) => id)
    expect(idsOf(await ledger.nextDue(10, 10))).toEqual(expected)
    expect(idsOf(await ledger.nextDue(10, 1))).toEqual([high.id])
  })

  it('follows the folders, unless an item says otherwise', async () => {
    const { ledger } = await ledgerFixture()
    const folderPriorities = new Map<string, Priority>([
      ['counter', 'high'],
      ['archive', 'low'],
    ])
    const old = await approved(ledger, 'a', { folderId: 'archive' })
    const raised = await approved(ledger, 'b', { folderId: 'archive', priority: 'high' })
    const normal = await approved(ledger, 'c')
    const lowered = await approved(ledger, 'd', { folderId: 'counter', priority: 'low' })
    const counterScan = await approved(ledger, 'e', { folderId: 'counter' })
    const due = await ledger.nextDue(10, 10, { folderPriorities })
    expect(idsOf(due)).toEqual([raised, counterScan, normal, old, lowered].map(({ id }) => id))
  })

  it('keeps the order of one entity: a raised file takes along those before it', async () => {
    const { ledger } = await ledgerFixture()
    const other = await approved(ledger, 'other')
    const front = await approved(ledger, 'same')
    await approved(ledger, 'same', { priority: 'high' })
    expect(idsOf(await ledger.nextDue(10, 10))).toEqual([front.id, other.id])
  })

  it('passes by an entity whose first file waits or is on its way, and takes others', async () => {
    const { ledger } = await ledgerFixture()
    const busy = await approved(ledger, 'busy')
    await approved(ledger, 'busy')
    const onItsWay = await approved(ledger, 'sending')
    await approved(ledger, 'sending')
    const other = await approved(ledger, 'other')
    await waits(ledger, busy, 1_000)
    await start(ledger, onItsWay)
    expect(idsOf(await ledger.nextDue(999, 10))).toEqual([other.id])
    expect(idsOf(await ledger.nextDue(1_000, 10))).toEqual([busy.id, other.id])
  })

  it('is due at once where its wait was set before the clock was set back by a day', async () => {
    const { ledger } = await ledgerFixture()
    const item = await approved(ledger, 'a')
    const dayMs = 86_400_000
    await waits(ledger, item, dayMs + 60_000)
    expect(await ledger.nextDue(60_000, 10, { longestWaitMs: dayMs })).toEqual([])
    expect(idsOf(await ledger.nextDue(30_000, 10, { longestWaitMs: 3_600_000 }))).toEqual([item.id])
  })

  it('names the earlier attempts that failed inside the endpoint', async () => {
    const { ledger } = await ledgerFixture()
    const item = await approved(ledger, 'a')
    await waits(ledger, item, 10, 'server_error')
    expect(await ledger.nextDue(10, 10)).toMatchObject([
      { attemptNumber: 2, doubtful: [{ number: 1, outcome: 'server_error' }] },
    ])
  })
})

describe('an approval that can be taken back', () => {
  const graceEndsAtMs = 5_000

  /** A person approves a file of the entity, who has until then to take it back. */
  async function held(ledger: Ledger, entityId: string, sendsAfterMs = graceEndsAtMs): Promise<Item> {
    const { id: itemId, revision } = await approved(ledger, entityId)
    const decision = { itemId, revision, actor: 'ada', kind: 'item.approved', to: 'approved' } as const
    return ledger.decide({ ...decision, sendsAfterMs }, 3)
  }

  it('is not sent before its time, nor is what follows it in its entity', async () => {
    const { ledger } = await ledgerFixture()
    const first = await held(ledger, 'a')
    await approved(ledger, 'a')
    const other = await approved(ledger, 'b')
    expect(idsOf(await ledger.nextDue(4_999, 10))).toEqual([other.id])
    expect(idsOf(await ledger.nextDue(5_000, 10))).toEqual([first.id, other.id])
  })

  it('tells when the first one is due, and no time that has been looked at', async () => {
    const { ledger } = await ledgerFixture()
    await held(ledger, 'a', 7_000)
    await held(ledger, 'b')
    expect(await ledger.nextDueAtMs(3)).toBe(5_000)
    expect(await ledger.nextDueAtMs(5_000)).toBe(7_000)
    expect(await ledger.nextDueAtMs(7_000)).toBeNull()
  })

  it('does not travel with a file that goes now', async () => {
    const { ledger } = await ledgerFixture()
    const first = await approved(ledger, 'same')
    const second = await approved(ledger, 'same')
    await held(ledger, 'same')
    expect(idsOf(await ledger.nextOfEntity(first, 10, 4_999))).toEqual([second.id])
    expect(await ledger.nextOfEntity(first, 10, 5_000)).toHaveLength(2)
  })

  it('is due at once where its time was set before the clock was set back', async () => {
    const { ledger } = await ledgerFixture()
    const item = await held(ledger, 'a', 86_400_000)
    expect(await ledger.nextDue(86_399_000, 10, { longestGraceMs: 5_000 })).toEqual([])
    expect(idsOf(await ledger.nextDue(1_000, 10, { longestGraceMs: 5_000 }))).toEqual([item.id])
  })

  it('has no time to wait once it is on its way, or is decided anew', async () => {
    const { ledger } = await ledgerFixture()
    const sending = await held(ledger, 'a')
    await start(ledger, sending)
    expect((await ledger.getItem(sending.id)).sendsAfterMs).toBeNull()
    const { id: itemId, revision } = await held(ledger, 'b')
    const rejected = { itemId, revision, actor: 'ada', kind: 'item.rejected', to: 'rejected' } as const
    expect((await ledger.decide(rejected, 4)).sendsAfterMs).toBeNull()
  })
})

describe('files that may travel with another', () => {
  it('are those that follow it in its entity and were never sent', async () => {
    const { ledger } = await ledgerFixture()
    const first = await approved(ledger, 'same')
    const second = await approved(ledger, 'same')
    await approved(ledger, 'other')
    const third = await approved(ledger, 'same')
    const tried = await approved(ledger, 'same')
    await approved(ledger, 'same')
    await waits(ledger, tried, 10)
    expect(idsOf(await ledger.nextOfEntity(first, 10, 10))).toEqual([second.id, third.id])
    expect(idsOf(await ledger.nextOfEntity(first, 1, 10))).toEqual([second.id])
    expect(await ledger.nextOfEntity(first, 0, 10)).toEqual([])
  })
})
