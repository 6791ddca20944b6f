import { describe, expect, it } from 'vitest'
import type { Loss } from '../../../electron/engine/ledger/gap-opening.ts'
import type { Ledger } from '../../../electron/engine/ledger/ledger.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { ledgerFixture, takeIn } from '../../support/ledger-fixture.ts'
import { contentHash, identifiedFile, listedFile } from '../../support/ledger-steps.ts'
import { sayAsWritten } from '../../../electron/shared/sentences/say.ts'

const loss: Loss = { backupName: 'b', setAside: '/d', words: 'w', sentAs: ['old234'], witnessedSeq: null }
const found = { kind: 'arrived', sentName: 'n', createdAtSeconds: 7, mediaType: null } as const
const absent = { kind: 'absent', entryCount: 0 } as const

async function restored(route: 'approved' | 'awaiting_review' | 'needs_attention') {
  const { ledger } = await ledgerFixture()
  const before = await takeIn(ledger, 'a.jpg', { route })
  ledger.openGap(loss, 10)
  const present = (): Promise<Item> => ledger.getItem(before.id)
  return { ledger, before, present }
}

const approve = async (ledger: Ledger, { id: itemId, revision }: Item, actor = 'ada') =>
  ledger.decide({ itemId, revision, actor, kind: 'item.approved', to: 'approved' }, 20)

const settle = async (
  ledger: Ledger,
  { id, revision }: Item,
  finding: Parameters<Ledger['recordGapFinding']>[2],
) => ledger.recordGapFinding(id, revision, finding, 30)

describe('a ledger that lost its end', () => {
  it('sends under names and numbers that the lost part never used', async () => {
    const { ledger } = await restored('awaiting_review')
    expect(ledger.nameMark).toMatch(/^[2-9a-hjkmnp-z]{6}$/)
    expect(ledger.nameMark).not.toBe(ledger.id)
    const mark = ledger.nameMark
    ledger.openGap(loss, 11)
    expect(ledger.nameMark).not.toBe(mark)
    expect((await ledger.readRestored())?.sentAs).toEqual(['old234', mark, ledger.id])
    const item = await takeIn(ledger, 'new.jpg')
    expect(item.id).toBeGreaterThan(200_000)
    expect(await ledger.verify()).toMatchObject({ ok: true, faults: [] })
  })

  it('tells of it in its chain, with the last event that is left', async () => {
    const { ledger } = await ledgerFixture()
    await takeIn(ledger, 'a.jpg')
    const head = (await ledger.eventsAfter(0, 1_000)).at(-1)
    ledger.openGap(loss, 10)
    expect((await ledger.eventsAfter(head?.seq ?? 0, 10)).at(-1)).toMatchObject({
      kind: 'ledger.restored',
      data: { backupName: 'b', setAside: '/d', headHash: head?.hash, gapFromMs: head?.atMs },
    })
  })

  it('holds what was approved until the endpoint was asked, and sends what is surely not there', async () => {
    const { ledger, present } = await restored('approved')
    expect(await ledger.nextDue(1_000_000, 10)).toEqual([])
    expect(await present()).toMatchObject({ state: 'awaiting_review' })
    await settle(ledger, await present(), absent)
    expect(await present()).toMatchObject({ state: 'approved', reason: null, reconstructed: false })
  })

  it('keeps an approval that waits when its end is lost again', async () => {
    const { ledger, present } = await restored('approved')
    ledger.openGap(loss, 12)
    await settle(ledger, await present(), absent)
    expect((await present()).state).toBe('approved')
  })

  it.each(['approved', 'awaiting_review', 'needs_attention'] as const)(
    'calls uploaded what is at the endpoint: %s',
    async (route) => {
      const { ledger, present } = await restored(route)
      await settle(ledger, await present(), found)
      expect(await present()).toMatchObject({ state: 'uploaded', uploadedAtMs: 7_000, reconstructed: true })
      expect(await ledger.verify()).toMatchObject({ ok: true, faults: [] })
    },
  )

  it('finds what is missing, and leaves an approval of what is gone', async () => {
    const { ledger, present } = await restored('approved')
    await ledger.recordMissing('inbox', ['a.jpg'], 15)
    await settle(ledger, await present(), absent)
    expect((await present()).state).toBe('missing')
    const other = await restored('approved')
    await other.ledger.recordMissing('inbox', ['a.jpg'], 15)
    await settle(other.ledger, await other.present(), found)
    expect((await other.present()).state).toBe('uploaded')
  })

  it('takes a person’s approval and acts on it once the endpoint was asked', async () => {
    const { ledger, present } = await restored('awaiting_review')
    expect((await approve(ledger, await present())).state).toBe('awaiting_review')
    await settle(ledger, await present(), absent)
    expect((await present()).state).toBe('approved')
  })

  it('does not keep an approval of content that is another by now', async () => {
    const { ledger, present } = await restored('approved')
    await ledger.recordMissing('inbox', ['a.jpg'], 15)
    await ledger.recordListed('inbox', [listedFile('a.jpg')], 16)
    await ledger.recordIdentified('inbox', [identifiedFile('a.jpg', { sha256: contentHash('other') })], 17)
    await settle(ledger, await present(), absent)
    expect((await present()).state).toBe('awaiting_review')
  })

  it('lets a person decide where the endpoint cannot tell, and nobody else', async () => {
    const { ledger, present } = await restored('approved')
    await settle(ledger, await present(), { kind: 'unclear', ...sayAsWritten('why') })
    expect(await present()).toMatchObject({
      state: 'needs_attention',
      reason: 'why',
      reasonSaid: sayAsWritten('why').said,
    })
    await approve(ledger, await present(), 'engine')
    expect((await present()).state).toBe('needs_attention')
    await approve(ledger, await present())
    expect((await present()).state).toBe('approved')
  })

  it('marks new files of a folder until that was compared in full', async () => {
    const { ledger } = await restored('awaiting_review')
    await takeIn(ledger, 'found.jpg', { route: 'approved', entityId: 'two' })
    expect(await ledger.entitiesToAsk(10)).toEqual(['cust-1', 'two'])
    await ledger.closeGapOf('inbox', 40)
    const late = await takeIn(ledger, 'late.jpg', { route: 'approved', entityId: 'three' })
    expect(late.state).toBe('approved')
    expect(await ledger.entitiesToAsk(10)).toEqual(['cust-1', 'two'])
  })

  it('leaves alone what changed while the endpoint was asked', async () => {
    const { ledger, before, present } = await restored('awaiting_review')
    await approve(ledger, await present())
    expect(await ledger.recordGapFinding(before.id, before.revision, found, 30)).toBeNull()
    expect((await present()).state).toBe('awaiting_review')
  })
})
