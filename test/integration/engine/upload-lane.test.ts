import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createHash } from 'node:crypto'
import { openUploadLane } from '../../../electron/engine/upload-lane.ts'
import type { UploadLane } from '../../../electron/engine/upload-lane.ts'
import type { Ledger } from '../../../electron/engine/ledger/ledger.ts'
import type { EndpointClient, UploadResult } from '../../../electron/engine/upload/endpoint-client.ts'
import { connectionSchema } from '../../../electron/shared/settings/connection.ts'
import { uploadSchema } from '../../../electron/shared/settings/upload.ts'
import type { UploadSchedule } from '../../../electron/shared/settings/upload-schedule.ts'
import { ledgerFixture, takeIn } from '../../support/ledger-fixture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const dayMs = 86_400_000
const content = 'a scan'
const sha256 = createHash('sha256').update(content).digest('hex')

beforeEach(() => {
  // Ledger and files are real; only the lane's alarm and its clock are not.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function result(outcome: UploadResult['outcome']): UploadResult {
  const told = { outcome, answerCode: null, answerMessage: null, retryAfterMs: null, detail: '' }
  return { ...told, requestId: null, httpStatus: outcome === 'accepted' ? 200 : 423, durationMs: 1, url: '' }
}

/** A lane over a real ledger with approved files of as many entities, and an endpoint that answers as it is told. */
async function laneFixture(
  fileCount: number,
  answers: () => UploadResult['outcome'],
  { schedule = {}, startMs }: { schedule?: Partial<UploadSchedule>; startMs?: number } = {},
) {
  const { ledger, clock } = await ledgerFixture()
  if (startMs !== undefined) clock.nowMs = startMs
  const path = join(temporaryFolder(), 'scan.jpg')
  writeFileSync(path, content)
  for (let index = 0; index < fileCount; index += 1) {
    await takeIn(ledger, `${String(index)}.jpg`, {
      entityId: `cust-${String(index)}`,
      sha256,
      route: 'approved',
    })
  }
  const sentAtMs: number[] = []
  let present = 0
  let most = 0
  let looks = 0
  const told: string[] = []
  const watched: Ledger = {
    ...ledger,
    nextDue: (...input) => {
      looks += 1
      return ledger.nextDue(...input)
    },
  }
  const unused = () => Promise.reject(new Error('not asked for here'))
  const client: EndpointClient = {
    async upload() {
      sentAtMs.push(clock.nowMs)
      present += 1
      most = Math.max(most, present)
      await Promise.resolve()
      present -= 1
      return result(answers())
    },
    listMedia: unused,
    lookUpEntity: unused,
    test: unused,
    close: () => Promise.resolve(),
  }
  const lane: UploadLane = await openUploadLane({
    ledger: watched,
    client,
    connection: connectionSchema.parse({ organisation: 'acme' }),
    upload: uploadSchema.parse({
      concurrency: 4,
      backoffBaseMs: 600_000,
      backoffMaxMs: 600_000,
      schedule,
    }),
    folderPriorities: new Map(),
    graceMs: 0,
    pacer: {
      turn: () => Promise.resolve(0),
      slowUntil: () => undefined,
      noteAnswer: () => undefined,
      setRate: () => undefined,
      slowedUntilMs: () => null,
      requestsPerSecond: () => 1,
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined, close: () => undefined },
    showsAfterMs: 0,
    key: () => 'key',
    locate: () => Promise.resolve(path),
    readForm: () => Promise.resolve(undefined),
    now: () => clock.nowMs,
    random: () => 0.5,
    onProgress: () => undefined,
    onItemChanged: () => undefined,
    onStatusChanged: () => {
      told.push(lane.status().state)
    },
    onContentChanged: () => undefined,
    onOutcomeUnknown: () => undefined,
  })
  /** Lets the lane's time and the computer's clock go on together. */
  const pass = async (byMs: number) => {
    for (let passedMs = 0; passedMs < byMs; passedMs += 1_000) {
      clock.nowMs += 1_000
      await vi.advanceTimersByTimeAsync(1_000)
      await quiet(ledger)
    }
  }
  const states = async () => {
    const all = (await ledger.countsByFolder()).get('inbox')
    return { uploaded: all?.uploaded ?? 0, waiting: all?.retry_wait ?? 0 }
  }
  return { lane, clock, pass, states, sentAtMs, ledger, most: () => most, looks: () => looks, told }
}

/** Until nothing is on its way: files are read by the system, which no fake clock moves. */
async function quiet(ledger: Ledger): Promise<void> {
  for (let rounds = 0; rounds < 200; rounds += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    const counts = (await ledger.countsByFolder()).get('inbox')
    if (rounds > 3 && (counts?.uploading ?? 0) === 0) return
  }
}

async function stop(lane: UploadLane): Promise<void> {
  await lane.stop(0)
}

describe('the lane, when the computer’s clock is set', () => {
  it.each([
    ['back', -dayMs],
    ['forward', dayMs],
  ])(
    '%s by a day, sends what waits within a minute and no more at a time than it may',
    async (_way, jumpMs) => {
      let answer: UploadResult['outcome'] = 'entity_busy'
      const { lane, clock, pass, states, sentAtMs, ledger, most, looks } = await laneFixture(12, () => answer)
      lane.kick()
      await quiet(ledger)
      await pass(2_000)
      expect(await states()).toEqual({ uploaded: 0, waiting: 12 })
      expect(sentAtMs).toHaveLength(12)

      answer = 'accepted'
      await pass(60_000)
      expect(sentAtMs).toHaveLength(12)
      const looksBefore = looks()
      clock.nowMs += jumpMs
      await pass(61_000)
      expect(await states()).toEqual({ uploaded: 12, waiting: 0 })
      expect(sentAtMs).toHaveLength(24)
      expect(most()).toBeLessThanOrEqual(4)
      // One look for each file and each slot that became free, not one for each millisecond.
      expect(looks() - looksBefore).toBeLessThan(60)
      await stop(lane)
    },
  )

  it('sleeps quietly while everything waits', async () => {
    const { lane, pass, ledger, looks } = await laneFixture(3, () => 'entity_busy')
    lane.kick()
    await quiet(ledger)
    const before = looks()
    await pass(240_000)
    expect(looks() - before).toBeLessThanOrEqual(5)
    await stop(lane)
  })
})

describe('the lane with hours', () => {
  it('opens and closes by itself, and tells of both', async () => {
    const schedule = { enabled: true, from: '20:00', to: '06:00' }
    const startMs = new Date(2026, 10, 23, 19, 59, 30).getTime()
    const opensAtMs = new Date(2026, 10, 23, 20).getTime()
    const { lane, clock, pass, sentAtMs, ledger, told } = await laneFixture(6, () => 'accepted', {
      schedule,
      startMs,
    })
    lane.kick()
    await quiet(ledger)
    expect(lane.status()).toMatchObject({ state: 'scheduled', opensAtMs })
    await pass(29_000)
    expect(sentAtMs).toEqual([])
    await pass(5_000)
    expect(sentAtMs).toHaveLength(6)
    expect(Math.min(...sentAtMs)).toBeGreaterThanOrEqual(opensAtMs)
    expect(lane.status()).toMatchObject({ state: 'running', opensAtMs: null })

    clock.nowMs = new Date(2026, 10, 24, 5, 59, 30).getTime()
    await pass(60_000)
    expect(lane.status()).toMatchObject({
      state: 'scheduled',
      opensAtMs: new Date(2026, 10, 24, 20).getTime(),
    })
    // The clock jumped over the night, so the lane noticed with the next ring of its alarm.
    const lateMs = lane.status().sinceMs - new Date(2026, 10, 24, 6).getTime()
    expect(lateMs).toBeGreaterThanOrEqual(0)
    expect(lateMs).toBeLessThan(60_000)
    expect(told).toEqual(['running', 'scheduled'])
    await stop(lane)
  })
})
