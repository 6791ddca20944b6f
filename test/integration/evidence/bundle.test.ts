import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { verifyBundle } from '../../../electron/engine/evidence/bundle/bundle-verification.ts'
import { sentences } from '../../../electron/shared/sentences/sentences.ts'
import { putIntoWords } from '../../../electron/shared/sentences/told.ts'
import { openLedger } from '../../../electron/engine/ledger/ledger.ts'
import { writeLedgerOfVersion1 } from '../../support/ledger-version-1.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { bundleOf, exportedLedger, rewriteBundle } from './bundles.ts'
import { dayMs } from './sent-items.ts'

describe('a sealed bundle', () => {
  it('proves itself, and holds the chosen items’ values alone', async () => {
    const { ledger, one, two, request } = await exportedLedger()
    const { path, summary } = await bundleOf(ledger, request, [two.id])
    const report = await verifyBundle(path)
    expect(report).toMatchObject({
      ok: true,
      faults: [],
      ledgerId: ledger.id,
      itemCount: 1,
      eventCount: summary.eventCount,
    })
    const text = readFileSync(path, 'utf8')
    expect(text).toContain('cust-two')
    expect(text).not.toContain('cust-one')
    expect(text).not.toContain(one.path)
    expect(text.trimEnd().split('\n').length).toBe(1 + 1 + 1 + summary.eventCount + 1 + report.anchorCount)
  })

  it('holds the record of its own making', async () => {
    const { ledger, two, request } = await exportedLedger()
    const { path, summary } = await bundleOf(ledger, request, [two.id])
    const events = await ledger.eventsAfter(0, 1_000)
    const told = events.filter(({ kind }) => kind === 'evidence.exported').map(({ data }) => data)
    expect(told).toMatchObject([
      { stage: 'begun', format: 'bundle', selection: { itemIds: [two.id] } },
      { stage: 'written', itemCount: 1, sha256: summary.sha256, sizeBytes: summary.sizeBytes },
    ])
    expect(readFileSync(path, 'utf8')).toContain('"kind":"evidence.exported"')
  })

  it('is chosen by a query too', async () => {
    const { ledger, request } = await exportedLedger()
    const { path } = await bundleOf(ledger, request, { states: [], text: 'entity:cust-one' })
    expect(await verifyBundle(path)).toMatchObject({ ok: true, itemCount: 1 })
    expect(readFileSync(path, 'utf8')).not.toContain('cust-two')
  })

  it('has the anchors of its part of the chain, and is held against those of a file', async () => {
    const { ledger, one, request, clock } = await exportedLedger()
    const head = await ledger.readHead(clock.nowMs)
    await ledger.recordAnchor(head)
    const { path } = await bundleOf(ledger, request, [one.id])
    expect(await verifyBundle(path)).toMatchObject({ ok: true, anchorCount: 1 })
    expect(await verifyBundle(path, { anchors: [head] })).toMatchObject({ ok: true, anchorCount: 2 })
    const forged = { ...head, hash: 'f'.repeat(64) }
    const report = await verifyBundle(path, { anchors: [forged] })
    expect(report.faults).toMatchObject([{ line: null, words: expect.stringMatching(/made anew/) as string }])
    expect(await verifyBundle(path, { anchors: [{ ...forged, ledgerId: 'other' }] })).toMatchObject({
      ok: true,
    })
  })

  it('of an erased item still proves itself', async () => {
    const { ledger, one, request, clock } = await exportedLedger()
    clock.nowMs += 40 * dayMs
    await ledger.eraseItems(await ledger.listErasable(clock.nowMs, null, 1), 30, clock.nowMs)
    const { path } = await bundleOf(ledger, request, [one.id])
    expect(await verifyBundle(path)).toMatchObject({ ok: true, faults: [], itemCount: 1 })
    expect(readFileSync(path, 'utf8')).not.toContain('cust-one')
  })
})

describe('a bundle of a ledger that an earlier version wrote', () => {
  it('proves itself, as far as that version told it', async () => {
    const file = join(temporaryFolder(), 'ledger.sqlite3')
    writeLedgerOfVersion1(file, [
      { path: 'sent.jpg', state: 'uploaded', readBy: 'rule' },
      { path: 'open.jpg', state: 'awaiting_review', readBy: 'person' },
    ])
    const now = (): number => 40 * dayMs
    const ledger = openLedger(file, { now })
    onTestFinished(() => {
      ledger.close()
    })
    const path = join(temporaryFolder(), 'bundle.jsonl')
    const request = { path, actor: 'ada', intrayVersion: '0.0.0', now }
    await bundleOf(ledger, request, [1, 2])
    expect(await verifyBundle(path)).toMatchObject({ ok: true, faults: [], itemCount: 2 })

    rewriteBundle(path, 'attempt', (line) => inRow(line, { outcome: 'no_answer' }))
    expect((await verifyBundle(path)).faults).toMatchObject([
      { words: expect.stringMatching(/settled/) as string },
    ])

    await ledger.eraseItems(await ledger.listErasable(now(), null, 10), 30, now())
    expect((await ledger.verify()).faults).toEqual([])
    await bundleOf(ledger, request, [1])
    expect(await verifyBundle(path)).toMatchObject({ ok: true, faults: [], itemCount: 1 })
  })
})

describe('a bundle that was altered', () => {
  it('is found out whatever byte was changed', async () => {
    const { ledger, one, request } = await exportedLedger()
    const { path } = await bundleOf(ledger, request, [one.id])
    const good = readFileSync(path)
    const altered = join(temporaryFolder(), 'altered.jsonl')
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const bytes = Buffer.from(good)
        bytes[at] = (bytes[at] ?? 0) ^ by
        writeFileSync(altered, bytes)
        const report = await verifyBundle(altered).catch((error: unknown) => error)
        expect(report).not.toMatchObject({ ok: true })
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    [
      'the actor of an event',
      'event',
      (line: Line) => ({ ...line, actor: 'eve' }),
      /does not follow from the event/,
    ],
    [
      'the data of an event',
      'event',
      (line: Line) => ({ ...line, data: '{}' }),
      /data of event \d+ was altered/,
    ],
    ['data that is kept back', 'event', withoutData, /data of event \d+ is kept back/],
    [
      'data that is said to be erased',
      'event',
      (line: Line) => ({ ...withoutData(line), erased: true }),
      /without an erasure/,
    ],
    [
      'a value of the item',
      'item',
      (line: Line) => inRow(line, { entity_id: 'eve' }),
      /not what its last event says/,
    ],
    ['a time of the item', 'item', (line: Line) => inRow(line, { uploaded_at_ms: 1 }), /A value of item/],
    [
      'a value of the attempt',
      'attempt',
      (line: Line) => inRow(line, { url: 'https://eve' }),
      /started another attempt/,
    ],
    [
      'the answer to the attempt',
      'attempt',
      (line: Line) => inRow(line, { answer_message: 'no' }),
      /settled another attempt/,
    ],
    ['a missing attempt', 'attempt', () => null, /started another attempt/],
    ['a missing event', 'event', () => null, /does not say what it follows from/],
    ['the ledger', 'manifest', (line: Line) => ({ ...line, ledgerId: 'other' }), /of another ledger/],
  ])('tells %s, also under a new seal', async (_what, part, change, words) => {
    const { ledger, one, request, clock } = await exportedLedger()
    await ledger.recordAnchor(await ledger.readHead(clock.nowMs))
    const { path } = await bundleOf(ledger, request, [one.id])
    rewriteBundle(path, part, change)
    const report = await verifyBundle(path)
    expect(report.ok).toBe(false)
    expect(report.faults.map((fault) => fault.words).join('\n')).toMatch(words)
  })

  it('has its faults as data too, for other languages', async () => {
    const { ledger, one, request } = await exportedLedger()
    const { path } = await bundleOf(ledger, request, [one.id])
    writeFileSync(path, readFileSync(path, 'utf8').replace('cust-one', 'cust-onf'))
    const { faults } = await verifyBundle(path)
    expect(faults.map(({ said }) => said)).toEqual([
      { code: 'item_told_otherwise', values: { itemId: one.id } },
      { code: 'seal_broken' },
    ])
    expect(faults.every(({ words, said }) => words === putIntoWords(said, sentences))).toBe(true)
  })

  it.each([
    ['is no bundle', 'hello\n'],
    ['is empty', ''],
    ['begins with a line without an end', `{"part":"manifest","${'x'.repeat(9_000_000)}`],
    ['is of a later version', '{"part":"manifest","kind":"intray-evidence","version":2}\n'],
  ])('is refused where it %s', async (_what, text) => {
    const path = join(temporaryFolder(), 'bundle.jsonl')
    writeFileSync(path, text)
    await expect(verifyBundle(path)).rejects.toThrow(expect.objectContaining({ code: 'bundle_refused' }))
  })

  it.each([
    ['a cut end', (text: string) => text.slice(0, text.lastIndexOf('{"part":"seal"')), /seal is missing/],
    ['a half line', (text: string) => text.slice(0, -20), /has no end/],
    ['more after the seal', (text: string) => `${text}{}\n`, /follows the seal/],
    ['a line that nests deep', (text: string) => text.replace('\n', `\n${'['.repeat(500_000)}\n`), /no JSON/],
    [
      'two values in one line',
      (text: string) => text.replace('"actor":', '"actor":"eve","actor":'),
      /not written as/,
    ],
    ['a huge line', (text: string) => text.replace('\n', `\n${' '.repeat(9_000_000)}\n`), /longer than any/],
  ])('tells %s', async (_what, change, words) => {
    const { ledger, one, request } = await exportedLedger()
    const { path } = await bundleOf(ledger, request, [one.id])
    writeFileSync(path, change(readFileSync(path, 'utf8')))
    const report = await verifyBundle(path)
    expect(report.faults.map((fault) => fault.words).join('\n')).toMatch(words)
  })
})

type Line = Readonly<Record<string, unknown>>

function withoutData(line: Line): Line {
  const { data, ...rest } = line
  return data === undefined ? line : rest
}

function inRow(line: Line, change: Line): Line {
  return { ...line, row: { ...(line['row'] as Line), ...change } }
}
