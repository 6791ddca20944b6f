import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyBundle } from '../../../electron/engine/evidence/bundle/bundle-verification.ts'
import { writeLongBundle } from '../../support/long-bundle.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { intrayJson } from '../command/running-command.ts'
import { bundleOf, exportedLedger, resealBundle } from './bundles.ts'
import { dayMs, uploadedItem } from './sent-items.ts'

/** Fits no item besides one; so every item has a reading of its own. */
const oneAtOnce = 1

/** A bundle of items that were sent, one of them erased, with anchors. */
async function richBundle(): Promise<string> {
  const fixture = await exportedLedger()
  const { ledger, clock, request } = fixture
  clock.nowMs += 40 * dayMs
  await ledger.eraseItems(await ledger.listErasable(clock.nowMs, null, 1), 30, clock.nowMs)
  await uploadedItem(fixture, 'third.jpg', 'cust-three')
  for (let anchor = 0; anchor < 3; anchor += 1) {
    clock.nowMs += dayMs
    await ledger.recordAnchor(await ledger.readHead(clock.nowMs))
  }
  await uploadedItem(fixture, 'fourth.jpg', 'cust-four')
  return (await bundleOf(ledger, request, { states: [], text: '' })).path
}

type Line = Readonly<Record<string, unknown>>

describe('a bundle that is checked in portions', () => {
  it('proves itself, with all of its anchors', async () => {
    const path = await richBundle()
    const report = await verifyBundle(path, { keptAtOnce: oneAtOnce })
    expect(report).toMatchObject({ ok: true, faults: [], itemCount: 4, anchorCount: 3 })
    expect(report).toEqual(await verifyBundle(path))
  })

  it('has the same faults as one that is checked at once, whatever is altered under a new seal', async () => {
    const path = await richBundle()
    const good = readFileSync(path, 'utf8')
    const altered = join(temporaryFolder(), 'altered.jsonl')
    const texts = good.trimEnd().split('\n')
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: texts.length - 2 }),
        fc.constantFrom('removed', 'twice', 'moved', 'value'),
        fc.nat(),
        async (at, change, place) => {
          writeFileSync(
            altered,
            resealBundle(good, (lines) => alter(lines, at, change, place)),
          )
          const atOnce = await verifyBundle(altered)
          const inPortions = await verifyBundle(altered, { keptAtOnce: oneAtOnce })
          // The bundle's own anchors prove nothing, and their order and time say nothing.
          const isAnchor = texts[at]?.startsWith('{"part":"anchor"') === true
          expect(atOnce.ok && !isAnchor).toBe(false)
          const told = (faults: typeof atOnce.faults) => faults.map((fault) => JSON.stringify(fault)).sort()
          // What else is told of rows that stand in no order depends on where a portion ends.
          const isInOrder = !/in the order of|in the bundle twice/.test(told(atOnce.faults).join())
          if (isInOrder) expect(told(inPortions.faults)).toEqual(told(atOnce.faults))
          else expect(inPortions.ok).toBe(false)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is refused where an item has more attempts than there is room for, and the others are checked', async () => {
    const path = await richBundle()
    const text = resealBundle(readFileSync(path, 'utf8'), (lines) =>
      lines.flatMap((line) => {
        const { row } = line as { row?: Record<string, unknown> }
        return line['part'] === 'attempt' && row?.['item_id'] === 2
          ? [line, { ...line, row: { ...row, number: 2 } }]
          : [line]
      }),
    )
    writeFileSync(path, text)
    const { faults } = await verifyBundle(path, { keptAtOnce: oneAtOnce })
    expect(faults.map(({ words }) => words)).toContain('Item 2 has more attempts than can be checked.')
  })

  it('of 200,500 items needs no more than a small heap, and one altered value is found', async () => {
    const path = join(temporaryFolder(), 'long.jsonl')
    const eventCount = writeLongBundle(path, 200_500, { alteredItemId: 200_250 })
    // The part of the heap for what is new has to fit too, or it is searched for room without end.
    const heap = { NODE_OPTIONS: '--max-old-space-size=64 --max-semi-space-size=4' }
    expect(await intrayJson(['verify', path], heap)).toMatchObject({
      code: 1,
      value: {
        itemCount: 200_500,
        eventCount,
        faults: [{ line: 200_251, words: 'Item 200250 is not what its last event says.' }],
      },
    })
  }, 180_000)
})

/** A change that a forger could make. */
function alter(lines: readonly Line[], at: number, change: string, place: number): readonly Line[] {
  const line = lines[at] ?? {}
  if (change === 'removed') return lines.toSpliced(at, 1)
  if (change === 'twice') return lines.toSpliced(at, 0, line)
  // Behind the next line, or before the last one where the next one is the seal.
  if (change === 'moved') {
    const other = at + 1 < lines.length - 1 ? at + 1 : at - 1
    return lines.with(at, lines[other] ?? {}).with(other, line)
  }
  const row = line['row'] as Line | undefined
  const values = Object.entries(row ?? line).filter(([name]) => name !== 'part')
  const [name, value] = values[place % values.length] ?? ['', '']
  const other = typeof value === 'number' ? value + 1 : `${String(value)}x`
  return lines.with(
    at,
    row === undefined ? { ...line, [name]: other } : { ...line, row: { ...row, [name]: other } },
  )
}
