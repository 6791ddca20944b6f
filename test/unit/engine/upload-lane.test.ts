import { describe, expect, it } from 'vitest'
import { openUploadLane } from '../../../electron/engine/upload-lane.ts'
import type { LaneOptions, UploadLane } from '../../../electron/engine/upload-lane.ts'

/** More turns of the microtask queue than any end of the lane's work takes. */
const turns = 40

/** Lets so many microtasks pass. */
async function pass(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve()
}

/** A lane over a ledger in which nothing is due, and how often the lane looked. */
async function idleLane(): Promise<{ lane: UploadLane; looks: () => number }> {
  let looks = 0
  const ledger = {
    readFact: () => Promise.resolve(null),
    nextDueAtMs: () => Promise.resolve(null),
    nextDue: () => {
      looks += 1
      return Promise.resolve([])
    },
  }
  const options = {
    ledger,
    pacer: { turn: () => Promise.resolve(), noteAnswer: () => undefined, slowedUntilMs: () => null },
    upload: {
      concurrency: 4,
      backoffMaxMs: 60_000,
      schedule: { enabled: false, from: '08:00', to: '18:00', days: [1, 2, 3, 4, 5] },
    },
    folderPriorities: new Map(),
    graceMs: 0,
    now: () => 1_000_000,
    random: () => 0.5,
    log: { error: (...words: unknown[]) => expect.unreachable(String(words)) },
    key: () => 'a key',
    onStatusChanged: () => undefined,
  }
  // While nothing is due the lane asks for nothing else.
  const lane = await openUploadLane(options as unknown as LaneOptions)
  return { lane, looks: () => looks }
}

describe('a kick', () => {
  it('leads to a look of its own, in whatever moment of the look before it comes', async () => {
    for (let moment = 0; moment < turns; moment += 1) {
      const { lane, looks } = await idleLane()
      lane.kick()
      await pass(moment)
      const before = looks()
      lane.kick()
      await pass(turns)
      expect(looks(), `a kick after ${String(moment)} microtasks`).toBeGreaterThan(before)
      await lane.stop(0)
    }
  })
})
