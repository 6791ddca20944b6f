import {
  appendFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemClock, systemTimers } from '../../../electron/engine/time/clock.ts'
import type { Timers } from '../../../electron/engine/time/clock.ts'
import type { FolderWatchOptions } from '../../../electron/engine/watch/folder-watch.ts'
import { gatherDelayMs } from '../../../electron/engine/watch/watch-pace.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { runningWatch } from './running-watch.ts'

async function quietWatch(root: string, over: Partial<FolderWatchOptions> = {}) {
  const watch = runningWatch(root, over)
  await watch.compareNow()
  watch.forgetDeliveries()
  return watch
}

describe('what a folder watch sees', () => {
  it('delivers what is there at the start, in one complete comparison', async () => {
    const root = temporaryFolder()
    mkdirSync(join(root, 'cust-1'))
    writeFileSync(join(root, 'a.jpg'), 'x')
    writeFileSync(join(root, 'cust-1/b.jpg'), 'x')
    const watch = runningWatch(root)

    const result = await watch.compareNow()

    expect(result).toMatchObject({ complete: true, fileCount: 2, failure: null })
    expect([...watch.files.keys()].sort()).toEqual(['a.jpg', 'cust-1/b.jpg'])
    expect(watch.comparisons).toEqual([result])
    await watch.until('events come', () => watch.health().delivery === 'events')
    expect(watch.health()).toMatchObject({ reachable: true, failure: null, lastComparisonFileCount: 2 })
  })

  it('sees by events what is dropped, appended to, replaced, renamed and deleted', async () => {
    const root = temporaryFolder()
    mkdirSync(join(root, 'sub'))
    const watch = await quietWatch(root)
    const path = join(root, 'sub/a.jpg')

    writeFileSync(path, 'one')
    await watch.until('dropped', () => watch.files.get('sub/a.jpg')?.sizeBytes === 3)
    appendFileSync(path, 'two')
    await watch.until('appended to', () => watch.files.get('sub/a.jpg')?.sizeBytes === 6)
    const key = watch.files.get('sub/a.jpg')?.fileKey
    writeFileSync(join(root, 'sub/new.tmp'), 'another')
    renameSync(join(root, 'sub/new.tmp'), path)
    await watch.until('replaced', () => (watch.files.get('sub/a.jpg')?.fileKey ?? key) !== key)
    renameSync(path, join(root, 'b.jpg'))
    await watch.until('renamed', () => watch.files.has('b.jpg') && !watch.files.has('sub/a.jpg'))
    unlinkSync(join(root, 'b.jpg'))
    await watch.until('deleted', () => !watch.files.has('b.jpg'))
    expect(watch.comparisons).toHaveLength(1)
    expect(watch.health().lastEventAtMs).not.toBeNull()
  })

  it('reads the events of one watch over the whole tree, as Windows and macOS have it', async () => {
    const root = temporaryFolder()
    mkdirSync(join(root, 'sub'))
    const watch = await quietWatch(root, { layout: 'whole_tree' })
    writeFileSync(join(root, 'sub/a.jpg'), 'one')
    await watch.until('dropped', () => watch.files.get('sub/a.jpg')?.sizeBytes === 3)
    appendFileSync(join(root, 'sub/a.jpg'), 'two')
    await watch.until('appended to', () => watch.files.get('sub/a.jpg')?.sizeBytes === 6)
    mkdirSync(join(root, 'new/deep'), { recursive: true })
    writeFileSync(join(root, 'new/deep/b.jpg'), 'x')
    await watch.until('in a new folder', () => watch.files.has('new/deep/b.jpg'))
    unlinkSync(join(root, 'sub/a.jpg'))
    await watch.until('deleted', () => !watch.files.has('sub/a.jpg'))
    expect(watch.comparisons).toHaveLength(1)
  })

  it('takes a whole folder that is moved in, with all below it, and goes on watching there', async () => {
    const root = temporaryFolder()
    const outside = temporaryFolder()
    mkdirSync(join(outside, 'batch/deep/deeper'), { recursive: true })
    for (const name of ['a.jpg', 'deep/b.jpg', 'deep/deeper/c.jpg'])
      writeFileSync(join(outside, 'batch', name), 'x')
    const watch = await quietWatch(root)

    renameSync(join(outside, 'batch'), join(root, 'batch'))
    await watch.until('all three', () => watch.files.size === 3)
    appendFileSync(join(root, 'batch/deep/deeper/c.jpg'), 'y')
    await watch.until('change inside', () => watch.files.get('batch/deep/deeper/c.jpg')?.sizeBytes === 2)

    renameSync(join(root, 'batch'), join(outside, 'batch'))
    await watch.until('moved out', () => watch.files.size === 0)
  })

  it('loses no file in folders that are made and filled at once, again and again under one name', async () => {
    const root = temporaryFolder()
    const watch = await quietWatch(root)
    for (let n = 0; n < 100; n += 1) {
      mkdirSync(join(root, `scan-${n}`))
      for (const page of [1, 2, 3]) writeFileSync(join(root, `scan-${n}/page-${page}.jpg`), 'x')
    }
    await watch.until('300 pages', () => watch.files.size === 300)
    for (let round = 1; round <= 5; round += 1) {
      rmSync(join(root, 'scan-1'), { recursive: true })
      mkdirSync(join(root, 'scan-1'))
      writeFileSync(join(root, `scan-1/round-${round}.jpg`), 'x')
      await watch.until(`round ${round}`, () => watch.files.has(`scan-1/round-${round}.jpg`))
      writeFileSync(join(root, `scan-1/late-${round}.jpg`), 'x')
      await watch.until(`late ${round}`, () => watch.files.has(`scan-1/late-${round}.jpg`))
    }
    expect(watch.comparisons).toHaveLength(1)
  })

  it('delivers each file of a burst of 2,000, in far fewer batches', async () => {
    const root = temporaryFolder()
    const watch = await quietWatch(root)
    for (let n = 0; n < 2_000; n += 1) writeFileSync(join(root, `${n}.jpg`), 'x')
    await watch.until('2,000 files', () => watch.files.size === 2_000)
    expect(watch.deliveries.length).toBeLessThan(50)
  })

  it('loses nothing in a burst too large for the system’s queue of events', async () => {
    const root = temporaryFolder()
    for (const name of ['a', 'b']) mkdirSync(join(root, name))
    const watch = await quietWatch(root)
    for (let n = 0; n < 10_000; n += 1) writeFileSync(join(root, n < 9_000 ? 'a' : 'b', `${n}.jpg`), 'x')
    await watch.until('10,000 files', () => watch.files.size === 10_000)
  })

  it('ignores sub-folders of a folder that is not recursive', async () => {
    const root = temporaryFolder()
    mkdirSync(join(root, 'sub'))
    const watch = await quietWatch(root, { folder: { path: root, recursive: false } })
    writeFileSync(join(root, 'sub/inner.jpg'), 'x')
    mkdirSync(join(root, 'later'))
    writeFileSync(join(root, 'later/inner.jpg'), 'x')
    writeFileSync(join(root, 'outer.jpg'), 'x')
    await watch.until('the outer file', () => watch.files.has('outer.jpg'))
    await watch.compareNow()
    expect([...watch.files.keys()]).toEqual(['outer.jpg'])
  })

  it('sees events through a link to the folder, and under names with a backslash', async () => {
    const folder = join(temporaryFolder(), 'with\\backslash')
    mkdirSync(join(folder, 'sub\\folder'), { recursive: true })
    const link = join(temporaryFolder(), 'link')
    symlinkSync(folder, link)
    const watch = await quietWatch(link)
    writeFileSync(join(folder, 'a\\b.jpg'), 'x')
    writeFileSync(join(folder, 'sub\\folder', 'c.jpg'), 'x')
    await watch.until('both', () => watch.files.has('a\\b.jpg') && watch.files.has('sub\\folder/c.jpg'))
  })

  it('watches the folder that a link names now, after the link was changed', async () => {
    const [before, after] = [temporaryFolder(), temporaryFolder()]
    const link = join(temporaryFolder(), 'link')
    symlinkSync(before, link)
    const watch = await quietWatch(link)
    symlinkSync(after, `${link}.new`)
    renameSync(`${link}.new`, link)
    await watch.compareNow()
    writeFileSync(join(after, 'a.jpg'), 'x')
    await watch.until('the file', () => watch.files.has('a.jpg'))
    expect(watch.deliveries.map((delivery) => delivery.origin)).toEqual(['event'])
  })

  it('does without events when told to', async () => {
    const root = temporaryFolder()
    const watch = await quietWatch(root, { useEvents: false })
    expect(watch.health()).toMatchObject({ delivery: 'comparison_only' })
    writeFileSync(join(root, 'a.jpg'), 'x')
    await watch.compareNow()
    expect(watch.deliveries.map((delivery) => delivery.origin)).toEqual(['comparison'])
  })
})

describe('how a folder watch delivers', () => {
  it('never delivers two batches at once, and sees what arrives during a delivery', async () => {
    const root = temporaryFolder()
    for (let n = 0; n < 50; n += 1) mkdirSync(join(root, `d${n}`))
    for (let n = 0; n < 50; n += 1) writeFileSync(join(root, `d${n}/first.jpg`), 'x')
    let running = 0
    let most = 0
    let written = 0
    const watch = runningWatch(root, {
      async onBatch(batch) {
        most = Math.max(most, ++running)
        if (batch.directory !== '' && written < 50)
          writeFileSync(join(root, batch.directory, `during-${written++}.jpg`), 'x')
        await new Promise((resolve) => setImmediate(resolve))
        running -= 1
      },
    })
    await watch.compareNow()
    await watch.until('100 files', () => watch.files.size === 100)
    expect([most, watch.comparisons.length]).toEqual([1, 1])
  })

  it('follows events between the batches of a long comparison', async () => {
    const root = temporaryFolder()
    for (let n = 0; n < 10; n += 1) mkdirSync(join(root, `d${n}`))
    for (let n = 0; n < 10; n += 1) writeFileSync(join(root, `d${n}/a.jpg`), 'x')
    let gatheredCount = 0
    const isFollowing = () => gatheredCount > 0
    const timers: Timers = {
      after: (delayMs, callback) =>
        systemTimers.after(delayMs, () => {
          callback()
          if (delayMs === gatherDelayMs(0)) gatheredCount += 1
        }),
    }
    const watch = runningWatch(root, {
      timers,
      async onBatch(_batch, origin) {
        if (origin === 'event' || isFollowing()) return
        writeFileSync(join(root, 'd0/urgent.jpg'), 'x')
        while (!isFollowing()) await new Promise((resolve) => setImmediate(resolve))
      },
    })
    await watch.compareNow()
    const origins = watch.deliveries.map((delivery) => delivery.origin)
    expect(origins.indexOf('event')).toBeGreaterThan(0)
    expect(origins.indexOf('event')).toBeLessThan(origins.lastIndexOf('comparison'))
  })

  it('runs one more comparison for all who ask while one runs', async () => {
    const root = temporaryFolder()
    writeFileSync(join(root, 'a.jpg'), 'x')
    const later: Promise<unknown>[] = []
    const watch: ReturnType<typeof runningWatch> = runningWatch(root, {
      onBatch() {
        if (later.length === 0) later.push(watch.compareNow(), watch.compareNow(), watch.compareNow())
      },
    })
    const first = await watch.compareNow()
    const results = await Promise.all(later)
    expect(watch.comparisons).toHaveLength(2)
    expect(results).toEqual([watch.comparisons[1], watch.comparisons[1], watch.comparisons[1]])
    expect(first).toBe(watch.comparisons[0])
  })

  it('compares again at each interval', async () => {
    const watch = runningWatch(temporaryFolder(), { comparisonIntervalMs: 50, useEvents: false })
    await watch.until('four comparisons', () => watch.comparisons.length >= 4)
  })

  it('keeps a failure of the ledger’s side, tries again, and delivers all again', async () => {
    const root = temporaryFolder()
    let refusals = 1
    const watch = await quietWatch(root, {
      onBatch() {
        if (refusals-- > 0) throw new Error('a defect')
      },
    })
    writeFileSync(join(root, 'a.jpg'), 'x')
    await watch.until('the failure', () => watch.health().failure?.code === 'unexpected')
    expect(watch.unexpected).toMatchObject([{ message: 'a defect' }])
    expect(watch.health()).toMatchObject({ delivery: 'comparison_only', reachable: true })
    await watch.until('the recovery', () => watch.health().failure === null)
    expect(watch.deliveries.map((delivery) => delivery.origin)).toEqual(['event', 'comparison'])
    await watch.until('events again', () => watch.health().delivery === 'events')
    expect(watch.health().reachable).toBe(true)
  })

  it('goes on when the one who is told of its health fails', async () => {
    // Two comparisons within one millisecond would be one piece of news.
    let nowMs = 0
    const defects: Error[] = []
    const watch = runningWatch(temporaryFolder(), {
      clock: { ...systemClock, nowMs: () => (nowMs += 1) },
      onHealth() {
        const defect = new Error(`defect ${String(defects.length + 1)}`)
        defects.push(defect)
        throw defect
      },
    })
    await watch.compareNow()
    expect(await watch.compareNow()).toMatchObject({ complete: true, failure: null })
    // The test of events may tell of the health once more in between: each failure is told, and told once.
    expect(defects.length).toBeGreaterThanOrEqual(2)
    expect(watch.unexpected).toEqual(defects)
  })

  it('stops: waits for the running handler, calls no other, answers those who wait', async () => {
    const root = temporaryFolder()
    for (let n = 0; n < 5; n += 1) mkdirSync(join(root, `d${n}`))
    for (let n = 0; n < 5; n += 1) writeFileSync(join(root, `d${n}/a.jpg`), 'x')
    let finish: () => void = () => undefined
    const progress = { isStopping: false, patienceEnded: 0 }
    const timers: Timers = {
      after: (delayMs, callback) =>
        systemTimers.after(progress.isStopping ? 0 : delayMs, () => {
          callback()
          if (progress.isStopping) progress.patienceEnded += 1
        }),
    }
    const onBatch = () => new Promise<void>((resolve) => (finish = resolve))
    const watch = runningWatch(root, { timers, onBatch })
    await watch.until('a delivery', () => watch.deliveries.length === 1)
    const waiting = watch.compareNow()
    let isStopped = false
    progress.isStopping = true
    const stopping = watch.stop().then(() => (isStopped = true))
    await expect.poll(() => progress.patienceEnded).toBeGreaterThan(0)
    expect(isStopped).toBe(false)
    finish()
    await stopping
    expect(await waiting).toMatchObject({ complete: false, failure: { code: 'engine_unavailable' } })
    expect(await watch.compareNow()).toMatchObject({ failure: { code: 'engine_unavailable' } })
    const other = await quietWatch(root)
    writeFileSync(join(root, 'later.jpg'), 'x')
    await other.until('another watch sees it', () => other.files.has('later.jpg'))
    expect(watch.deliveries).toHaveLength(1)
  })
})
