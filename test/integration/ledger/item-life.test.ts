import { describe, expect, it } from 'vitest'
import { finding } from '../../../electron/shared/finding-codes.ts'
import { sayAsWritten } from '../../../electron/shared/sentences/say.ts'
import { ledgerFixture, takeIn } from '../../support/ledger-fixture.ts'
import { identifiedFile, listedFile } from '../../support/ledger-steps.ts'

describe('listing', () => {
  it('gives a new file its row and asks for it to settle', async () => {
    const { ledger } = await ledgerFixture()
    const outcome = await ledger.recordListed('inbox', [listedFile('a.jpg')], 1)
    expect(outcome.toSettle.map((file) => file.path)).toEqual(['a.jpg'])
    const page = await ledger.list({ states: ['seen'], text: '', order: 'oldest_first', limit: 10 })
    expect(page.items.map((item) => item.path)).toEqual(['a.jpg'])
  })

  it('does not look again at a file that did not change', async () => {
    const { ledger } = await ledgerFixture()
    await takeIn(ledger, 'a.jpg')
    const outcome = await ledger.recordListed('inbox', [listedFile('a.jpg')], 3)
    expect(outcome).toEqual({ toSettle: [], changedItemIds: [] })
  })

  it('counts ignored files with the pattern, and takes them once the pattern is gone', async () => {
    const { ledger } = await ledgerFixture()
    await ledger.recordListed(
      'inbox',
      [listedFile('Thumbs.db', { ignoredBecause: { words: 'Thumbs.db' } })],
      1,
    )
    expect((await ledger.getItem(1)).reason).toBe('Thumbs.db')
    expect((await ledger.getItem(1)).state).toBe('ignored')
    const outcome = await ledger.recordListed('inbox', [listedFile('Thumbs.db')], 2)
    expect(outcome.toSettle).toHaveLength(1)
    expect((await ledger.getItem(1)).state).toBe('seen')
  })

  it('lets a file with a transient name wait, and takes it up under its final name', async () => {
    const { ledger } = await ledgerFixture()
    const part = listedFile('a.jpg.part', {
      fileKey: '1:7',
      waitsBecause: sayAsWritten('still being copied'),
    })
    expect((await ledger.recordListed('inbox', [part], 1)).toSettle).toEqual([])
    expect(await ledger.getItem(1)).toMatchObject({ state: 'settling', reason: 'still being copied' })
    const final = listedFile('a.jpg', { fileKey: '1:7', movedItemId: 1 })
    expect((await ledger.recordListed('inbox', [final], 2)).toSettle).toHaveLength(1)
    await ledger.recordIdentified('inbox', [identifiedFile('a.jpg')], 3)
    expect(await ledger.getItem(1)).toMatchObject({ path: 'a.jpg', state: 'awaiting_review', reason: null })
  })

  it('marks waiting files missing, and takes them up when they come back', async () => {
    const { ledger } = await ledgerFixture()
    await takeIn(ledger, 'a.jpg')
    expect(await ledger.waitingPaths('inbox')).toEqual(['a.jpg'])
    await ledger.recordMissing('inbox', ['a.jpg'], 3)
    expect((await ledger.getItem(1)).state).toBe('missing')
    expect((await ledger.recordListed('inbox', [listedFile('a.jpg')], 4)).toSettle).toHaveLength(1)
    expect((await ledger.getItem(1)).state).toBe('seen')
  })

  it('names paths that have no row', async () => {
    const { ledger } = await ledgerFixture()
    await takeIn(ledger, 'a.jpg')
    expect(await ledger.unaccountedPaths('inbox', ['a.jpg', 'b.jpg'])).toEqual(['b.jpg'])
  })
})

describe('identification', () => {
  it('makes new content at an old path a new item', async () => {
    const { ledger } = await ledgerFixture()
    const old = await takeIn(ledger, 'scan.jpg')
    const changed = identifiedFile('scan.jpg', { sha256: 'f'.repeat(64), modifiedAtMs: 2_000 })
    const ids = await ledger.recordIdentified('inbox', [changed], 3)
    expect(ids).toHaveLength(2)
    expect((await ledger.getItem(old.id)).state).toBe('superseded')
    expect(await ledger.getItem(ids[1] ?? 0)).toMatchObject({ state: 'awaiting_review', path: 'scan.jpg' })
  })

  it('keeps an uploaded item as it is when new content comes to its path', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takeIn(ledger, 'scan.jpg', { route: 'approved' })
    const [attempt] = await ledger.startAttempts([newAttempt(item.id, item.revision)], 3)
    await ledger.settleAttempt(accepted(attempt?.id ?? 0), 4)
    await ledger.recordIdentified('inbox', [identifiedFile('scan.jpg', { sha256: 'f'.repeat(64) })], 5)
    expect((await ledger.getItem(item.id)).state).toBe('uploaded')
    expect((await ledger.getItem(item.id + 1)).state).toBe('awaiting_review')
  })

  it('sends a renamed item back for another look, but keeps what a person corrected', async () => {
    const { ledger } = await ledgerFixture()
    const byRule = await takeIn(ledger, 'a.jpg', { route: 'approved' })
    const byPerson = await takeIn(ledger, 'b.jpg')
    await ledger.decide(
      {
        itemId: byPerson.id,
        revision: byPerson.revision,
        actor: 'ada',
        kind: 'item.corrected',
        values: { entityId: 'mine', mediaType: 'LETTER', findings: [], byPerson: true },
      },
      3,
    )
    for (const [id, from, to] of [
      [byRule.id, 'a.jpg', 'c.jpg'],
      [byPerson.id, 'b.jpg', 'd.jpg'],
    ] as const) {
      const file = { fileKey: `1:${from}`, movedItemId: id }
      await ledger.recordListed('inbox', [listedFile(to, file)], 4)
      await ledger.recordIdentified(
        'inbox',
        [identifiedFile(to, { entityId: 'other', sha256: (await ledger.getItem(id)).sha256 ?? '' })],
        5,
      )
    }
    expect(await ledger.getItem(byRule.id)).toMatchObject({ state: 'awaiting_review', entityId: 'other' })
    expect(await ledger.getItem(byPerson.id)).toMatchObject({ path: 'd.jpg', entityId: 'mine' })
  })

  it('holds an unreadable file and identifies it in place once it can be read', async () => {
    const { ledger } = await ledgerFixture()
    await ledger.recordListed('inbox', [listedFile('a.jpg')], 1)
    await ledger.recordUnreadable('inbox', 'a.jpg', finding('unreadable', sayAsWritten('EACCES')), 2)
    expect((await ledger.getItem(1)).state).toBe('needs_attention')
    expect((await ledger.recordListed('inbox', [listedFile('a.jpg')], 3)).toSettle).toHaveLength(1)
    await ledger.recordIdentified('inbox', [identifiedFile('a.jpg')], 4)
    expect(await ledger.getItem(1)).toMatchObject({ state: 'awaiting_review', findings: [] })
  })
})

describe('decisions', () => {
  it('refuses a decision on an older revision, and changes nothing', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takeIn(ledger, 'a.jpg')
    const reject = {
      itemId: item.id,
      revision: item.revision,
      actor: 'ada',
      kind: 'item.rejected',
      to: 'rejected',
    } as const
    await ledger.decide(reject, 3)
    await expect(ledger.decide(reject, 4)).rejects.toMatchObject({ code: 'stale_item' })
    expect((await ledger.getItem(item.id)).state).toBe('rejected')
  })

  it('refuses a way that the life of an item does not have', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takeIn(ledger, 'a.jpg')
    const wrong = {
      itemId: item.id,
      revision: item.revision,
      actor: 'ada',
      kind: 'outcome.settled',
      to: 'uploaded',
    } as const
    await expect(ledger.decide(wrong, 3)).rejects.toMatchObject({ code: 'transition_refused' })
  })
})

describe('attempts', () => {
  it('gives one item of each entity, oldest first', async () => {
    const { ledger } = await ledgerFixture()
    for (const [path, entityId] of [
      ['a', 'one'],
      ['b', 'one'],
      ['c', 'two'],
    ] as const) {
      await takeIn(ledger, `${path}.jpg`, { route: 'approved', entityId })
    }
    const due = await ledger.nextDue(10, 10)
    expect(due.map(({ item }) => item.path)).toEqual(['a.jpg', 'c.jpg'])
  })

  it('lets an entity wait while one of its files waits for a retry', async () => {
    const { ledger } = await ledgerFixture()
    const first = await takeIn(ledger, 'a.jpg', { route: 'approved' })
    await takeIn(ledger, 'b.jpg', { route: 'approved' })
    const [attempt] = await ledger.startAttempts([newAttempt(first.id, first.revision)], 3)
    expect(await ledger.nextDue(10, 10)).toEqual([])
    await ledger.settleAttempt(
      {
        ...accepted(attempt?.id ?? 0),
        outcome: 'server_error',
        to: 'retry_wait',
        nextAttemptAtMs: 1_000,
        failure: { code: 'server_error', detail: '' },
      },
      4,
    )
    expect(await ledger.nextDue(999, 10)).toEqual([])
    expect(await ledger.nextDueAtMs(10)).toBe(1_000)
    const due = await ledger.nextDue(1_000, 10)
    expect(due).toMatchObject([{ item: { path: 'a.jpg', attemptCount: 1 }, attemptNumber: 2 }])
  })

  it('calls what was in flight unknown after a restart', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takeIn(ledger, 'a.jpg', { route: 'approved' })
    await ledger.startAttempts([newAttempt(item.id, item.revision)], 3)
    expect(await ledger.recoverInFlight(9)).toEqual([item.id])
    expect(await ledger.getItem(item.id)).toMatchObject({
      state: 'outcome_unknown',
      lastFailure: { code: 'interrupted' },
    })
    expect(await ledger.recoverInFlight(9)).toEqual([])
  })

  it('starts no attempt for an item that changed since it was chosen', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takeIn(ledger, 'a.jpg', { route: 'approved' })
    expect(await ledger.startAttempts([newAttempt(item.id, item.revision - 1)], 3)).toEqual([])
    expect((await ledger.getItem(item.id)).state).toBe('approved')
  })
})

function newAttempt(itemId: number, revision: number) {
  return {
    itemId,
    revision,
    number: 1,
    url: 'http://127.0.0.1/v1',
    bodyForm: 'multipart',
    sentName: `n-${String(itemId)}`,
  } as const
}

function accepted(attemptId: number) {
  return {
    attemptId,
    outcome: 'accepted',
    httpStatus: 200,
    answerCode: null,
    answerMessage: null,
    durationMs: 5,
    to: 'uploaded',
    failure: null,
    nextAttemptAtMs: null,
    counted: true,
  } as const
}
