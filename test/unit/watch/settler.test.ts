import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ListedFile } from '../../../electron/engine/watch/listed-entry.ts'
import { createSettler } from '../../../electron/engine/watch/settler.ts'
import type { SettlerOptions, StillChanging } from '../../../electron/engine/watch/settler.ts'
import { fakeTime } from './fake-time.ts'

function scan(path: string, over: Partial<ListedFile> = {}): ListedFile {
  return { path, sizeBytes: 100, modifiedAtMs: 5_000, fileKey: '1:1', ...over }
}

function settlerFixture(over: Partial<SettlerOptions> = {}) {
  const time = fakeTime()
  const disk = new Map<string, ListedFile>()
  const seen = {
    settled: [] as ListedFile[],
    vanished: [] as string[],
    stillChanging: [] as StillChanging[],
    failures: [] as unknown[],
    batches: 0,
  }
  const settings = { quietMs: 2_000 }
  const settler = createSettler({
    quietMs: () => settings.quietMs,
    clock: time.clock,
    timers: time.timers,
    stat: (path) => Promise.resolve(disk.get(path) ?? null),
    onSettled: (batch) => {
      seen.batches += 1
      seen.settled.push(...batch)
    },
    onVanished: (paths) => void seen.vanished.push(...paths),
    onStillChanging: (batch) => void seen.stillChanging.push(...batch),
    onFailure: (thrown) => void seen.failures.push(thrown),
    ...over,
  })
  const write = (path: string, facts: Partial<ListedFile> = {}) => {
    const file = scan(path, facts)
    disk.set(path, file)
    return file
  }
  return { time, disk, seen, settings, settler, write }
}

describe('settler', () => {
  it('hands over a file that did not change between two looks, and not before', async () => {
    const { time, seen, settler, write } = settlerFixture()
    settler.offer(write('a.jpg'))
    await time.pass(1_999)
    expect(seen.settled).toEqual([])
    await time.pass(1)
    expect(seen.settled).toEqual([scan('a.jpg')])
    expect(settler.pending()).toBe(0)
  })

  it('does not believe an old time: a copy keeps the time of its original', async () => {
    const { time, seen, settler, write } = settlerFixture()
    settler.offer(write('a.jpg', { modifiedAtMs: 0 }))
    await time.pass(1_999)
    expect(seen.settled).toEqual([])
  })

  it.each([
    ['size', { sizeBytes: 200 }],
    ['time', { modifiedAtMs: 6_000 }],
    ['key, as when it is replaced in place', { fileKey: '1:2' }],
  ])('waits anew when its %s changed', async (_what, change) => {
    const { time, seen, settler, write } = settlerFixture()
    settler.offer(write('a.jpg'))
    await time.pass(1_500)
    const changed = write('a.jpg', change)
    await time.pass(500)
    expect(seen.stillChanging).toEqual([{ file: changed, waitingForMs: 2_000, heldOpen: false }])
    await time.pass(1_999)
    expect(seen.settled).toEqual([])
    await time.pass(1)
    expect(seen.settled).toEqual([changed])
  })

  it('says how long a file that never settles has been waited for', async () => {
    const { time, seen, settler, write } = settlerFixture()
    settler.offer(write('log.txt'))
    for (let size = 101; size <= 110; size += 1) {
      write('log.txt', { sizeBytes: size })
      await time.pass(2_000)
    }
    expect(seen.settled).toEqual([])
    expect(seen.stillChanging.at(-1)?.waitingForMs).toBe(20_000)
  })

  it('reports a file that others find changed all the time, and takes it when they no longer do', async () => {
    const { time, seen, settler, write } = settlerFixture()
    for (let size = 1; size <= 60; size += 1) {
      settler.offer(write('a.jpg', { sizeBytes: size }))
      await time.pass(100)
    }
    expect(seen.settled).toEqual([])
    expect(seen.stillChanging.length).toBeGreaterThanOrEqual(2)
    expect(seen.stillChanging.at(-1)?.waitingForMs).toBeGreaterThanOrEqual(3_900)
    await time.pass(1_900)
    expect(seen.settled).toMatchObject([{ sizeBytes: 60 }])
  })

  it('does not begin again when the same look is offered twice', async () => {
    const { time, seen, settler, write } = settlerFixture()
    const file = write('a.jpg')
    settler.offer(file)
    await time.pass(1_900)
    settler.offer(file)
    await time.pass(100)
    expect(seen.settled).toEqual([file])
  })

  it('waits longer for an empty file, since copies begin empty', async () => {
    const { time, seen, settings, settler, write } = settlerFixture()
    settings.quietMs = 100
    settler.offer(write('a.jpg', { sizeBytes: 0 }))
    settler.offer(write('b.jpg'))
    await time.pass(100)
    expect(seen.settled.map((file) => file.path)).toEqual(['b.jpg'])
    await time.pass(1_899)
    expect(seen.settled).toHaveLength(1)
    await time.pass(1)
    expect(seen.settled.map((file) => file.path)).toEqual(['b.jpg', 'a.jpg'])
  })

  it('takes one look and no wait at a quiet time of 0, also at an empty or growing file', async () => {
    const { time, seen, settings, settler, write } = settlerFixture()
    settings.quietMs = 0
    settler.offer(write('a.jpg', { sizeBytes: 0 }))
    settler.offer(scan('b.jpg', { sizeBytes: 1 }))
    const grown = write('b.jpg', { sizeBytes: 2 })
    await time.pass(0)
    expect(seen.settled).toEqual([grown, scan('a.jpg', { sizeBytes: 0 })])
  })

  it('heeds a new quiet time for files that already wait', async () => {
    const { time, seen, settings, settler, write } = settlerFixture()
    settings.quietMs = 3_600_000
    settler.offer(write('a.jpg'))
    await time.pass(10_000)
    settings.quietMs = 1_000
    await time.pass(5_000)
    expect(seen.settled).toHaveLength(1)
  })

  it('reports a file that vanished while it waited, and no file that was forgotten', async () => {
    const { time, disk, seen, settler, write } = settlerFixture()
    settler.offer(write('a.jpg'))
    settler.offer(write('b.jpg'))
    disk.clear()
    settler.forget('b.jpg')
    await time.pass(10_000)
    expect(seen.vanished).toEqual(['a.jpg'])
    expect(settler.pending()).toBe(0)
  })

  it('is not fooled by a wall clock that jumps either way', async () => {
    const { time, seen, settler, write } = settlerFixture()
    settler.offer(write('a.jpg'))
    time.turnWallClock(86_400_000)
    await time.pass(1_999)
    time.turnWallClock(-2 * 86_400_000)
    expect(seen.settled).toEqual([])
    await time.pass(1)
    expect(seen.settled).toHaveLength(1)
  })

  it('keeps a file that cannot be looked at, and looks again', async () => {
    let isAway = true
    const { time, seen, settler, write } = settlerFixture({
      stat: (path) => (isAway ? Promise.reject(new Error('away')) : Promise.resolve(scan(path))),
    })
    settler.offer(write('a.jpg'))
    await time.pass(20_000)
    expect(seen.vanished).toEqual([])
    expect(seen.failures.length).toBeGreaterThan(3)
    expect(seen.failures.length).toBeLessThan(12)
    isAway = false
    await time.pass(2_000)
    expect(seen.settled).toHaveLength(1)
  })

  it('offers a batch again when its handler failed', async () => {
    let refusals = 2
    const taken: string[] = []
    const { time, seen, settler, write } = settlerFixture({
      onSettled(batch) {
        if (refusals-- > 0) throw new Error('ledger locked')
        taken.push(...batch.map((file) => file.path))
      },
    })
    settler.offer(write('a.jpg'))
    settler.offer(write('b.jpg'))
    await time.pass(2_000)
    expect([taken, settler.pending()]).toEqual([[], 2])
    await time.pass(4_000)
    expect(taken).toEqual(['a.jpg', 'b.jpg'])
    expect(seen.failures).toHaveLength(2)
  })

  it('hands over thousands in few batches, with one timer and few looks at a time', async () => {
    let looking = 0
    let mostLooking = 0
    const { time, seen, settler } = settlerFixture({
      async stat(path) {
        mostLooking = Math.max(mostLooking, ++looking)
        await Promise.resolve()
        looking -= 1
        return scan(path)
      },
    })
    for (let n = 0; n < 3_000; n += 1) settler.offer(scan(`${n}.jpg`))
    expect(time.timerCount()).toBe(1)
    expect(settler.pending()).toBe(3_000)
    await time.pass(2_000)
    expect(seen.settled).toHaveLength(3_000)
    expect(seen.batches).toBe(6)
    expect(mostLooking).toBeLessThanOrEqual(16)
  })

  it('hands over one batch at a time and counts it until its handler is done', async () => {
    let finish: () => void = () => undefined
    const { time, settler, write } = settlerFixture({
      onSettled: () => new Promise<void>((resolve) => (finish = resolve)),
    })
    settler.offer(write('a.jpg'))
    await time.pass(2_000)
    let isIdle = false
    const idle = settler.idle().then(() => (isIdle = true))
    await time.pass(1_000)
    expect([settler.pending(), isIdle]).toEqual([1, false])
    finish()
    await idle
    expect(settler.pending()).toBe(0)
  })

  it('waits for a file that changed while its last look was handed over', async () => {
    const deliveries: ListedFile[] = []
    const { time, settler, write } = settlerFixture({
      onSettled(batch) {
        deliveries.push(...batch)
        if (deliveries.length === 1) settler.offer(write('a.jpg', { sizeBytes: 101 }))
      },
    })
    settler.offer(write('a.jpg'))
    await time.pass(2_000)
    expect(settler.pending()).toBe(1)
    await time.pass(2_000)
    expect(deliveries.map((file) => file.sizeBytes)).toEqual([100, 101])
  })

  it('does not hand over what a newer look contradicts while the file is looked at', async () => {
    let answer: (file: ListedFile) => void = () => undefined
    const { time, seen, settler } = settlerFixture({
      stat: () => new Promise((resolve) => (answer = resolve)),
    })
    settler.offer(scan('a.jpg'))
    await time.pass(2_000)
    settler.offer(scan('a.jpg', { sizeBytes: 300 }))
    answer(scan('a.jpg'))
    await time.pass(1_999)
    expect([seen.settled, settler.pending()]).toEqual([[], 1])
  })

  it('stops at once: no timer runs, no handler is called, nobody waits for idle in vain', async () => {
    const { time, seen, settler, write } = settlerFixture()
    settler.offer(write('a.jpg'))
    const idle = settler.idle()
    await settler.stop()
    await idle
    settler.offer(write('b.jpg'))
    await time.pass(60_000)
    expect([seen.settled, settler.pending(), time.timerCount()]).toEqual([[], 0, 0])
  })

  it('never hands over a file that changed within the quiet time, whatever happens to it', async () => {
    const step = fc.record({
      waitMs: fc.integer({ min: 0, max: 4_000 }),
      act: fc.constantFrom('write', 'offer', 'offer', 'nothing'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        let lastWriteMs = 0
        let size = 1
        const early: number[] = []
        const { time, settler, write, seen } = settlerFixture({
          onSettled: () => {
            const quietMs = time.clock.monotonicMs() - lastWriteMs
            if (quietMs < 2_000) early.push(quietMs)
          },
        })
        lastWriteMs = time.clock.monotonicMs()
        settler.offer(write('a.jpg', { sizeBytes: size }))
        for (const { waitMs, act } of steps) {
          await time.pass(waitMs)
          if (act === 'nothing') continue
          if (act === 'write') {
            size += 1
            lastWriteMs = time.clock.monotonicMs()
          }
          const file = write('a.jpg', { sizeBytes: size })
          if (act === 'offer') settler.offer(file)
        }
        await time.pass(10_000)
        expect([early, settler.pending(), seen.failures]).toEqual([[], 0, []])
      }),
      { numRuns: 100 },
    )
  })
})

describe('a file that seems quiet and is not finished', () => {
  it('waits while a program holds it open, and that is told', async () => {
    let isHeld = true
    const { time, seen, settler, write } = settlerFixture({ isHeldOpen: () => Promise.resolve(isHeld) })
    settler.offer(write('a.jpg'))
    await time.pass(10_000)
    expect(seen.settled).toEqual([])
    expect(seen.stillChanging.at(-1)).toEqual({ file: scan('a.jpg'), waitingForMs: 10_000, heldOpen: true })
    isHeld = false
    await time.pass(2_000)
    expect(seen.settled).toHaveLength(1)
  })

  it('that is given back is handed over again after 30 s of quiet, or five times the quiet time', async () => {
    for (const [quietMs, laterMs] of [
      [2_000, 30_000],
      [10_000, 50_000],
    ] as const) {
      const fixture = settlerFixture({
        onSettled(batch) {
          fixture.seen.settled.push(...batch)
          if (fixture.seen.settled.length === 1) for (const file of batch) fixture.settler.offerLater(file)
        },
      })
      const { time, seen, settings, settler, write } = fixture
      settings.quietMs = quietMs
      settler.offer(write('a.jpg'))
      await time.pass(quietMs)
      expect([seen.settled.length, settler.pending()]).toEqual([1, 1])
      await time.pass(laterMs - 1)
      expect(seen.settled).toHaveLength(1)
      await time.pass(1)
      expect([seen.settled.length, settler.pending()]).toEqual([2, 0])
    }
  })

  it('that is given back and then goes on is handed over after the usual quiet time', async () => {
    const fixture = settlerFixture({
      onSettled(batch) {
        fixture.seen.settled.push(...batch)
        if (fixture.seen.settled.length === 1) for (const file of batch) fixture.settler.offerLater(file)
      },
    })
    const { time, seen, settler, write } = fixture
    settler.offer(write('a.jpg'))
    await time.pass(5_000)
    settler.offer(write('a.jpg', { sizeBytes: 200 }))
    await time.pass(2_000)
    expect(seen.settled.map((file) => file.sizeBytes)).toEqual([100, 200])
  })

  it('is tried now and then after it was tried in vain many times', async () => {
    let looks = 0
    const { time, settler, write } = settlerFixture({
      stat() {
        looks += 1
        return Promise.reject(new Error('away'))
      },
    })
    settler.offer(write('a.jpg'))
    await time.pass(24 * 3_600_000)
    expect(looks).toBeGreaterThan(2_000)
    expect(looks).toBeLessThan(3_000)
  })
})
