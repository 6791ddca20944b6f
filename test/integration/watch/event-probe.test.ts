import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemClock, systemTimers } from '../../../electron/engine/time/clock.ts'
import type { Timers } from '../../../electron/engine/time/clock.ts'
import { probePatienceMs, systemProbeFiles } from '../../../electron/engine/watch/event-probe.ts'
import type { ProbeFiles } from '../../../electron/engine/watch/event-probe.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { pngBytes } from '../../support/scan-bytes.ts'
import { mountOrSkip } from './real-mount.ts'
import { runningIntake } from './running-intake.ts'
import { runningWatch } from './running-watch.ts'

/** Waits a tenth of a second for a probe file's event, and between comparisons that are as often as can be. */
const impatient: Timers = {
  after: (delayMs, callback) => systemTimers.after(delayMs === probePatienceMs ? 100 : delayMs, callback),
}

function refusing(code: string): ProbeFiles {
  return {
    ...systemProbeFiles,
    write: () => Promise.reject(Object.assign(new Error(code), { code })),
  }
}

/** As on a share whose server reports nothing: the file is written where no event comes from. */
const silent: ProbeFiles = {
  ...systemProbeFiles,
  write: () => Promise.resolve(),
  remove: () => Promise.resolve(),
}

describe('the probe of a folder’s events', () => {
  it('proves that they come, leaves nothing behind and delivers nothing', async () => {
    const root = temporaryFolder()
    writeFileSync(join(root, 'a.jpg'), 'x')
    const written: string[] = []
    const watch = runningWatch(root, {
      probeFiles: {
        ...systemProbeFiles,
        write(path) {
          written.push(path)
          return systemProbeFiles.write(path)
        },
      },
    })
    expect(watch.health()).toMatchObject({ delivery: 'comparison_only', reachableSinceMs: null })
    await watch.until('the proof', () => watch.health().delivery === 'events')
    expect(watch.health()).toMatchObject({
      deliveryWords: 'The system reports changes: the event of a probe file came.',
      lastEventAtMs: null,
    })
    expect(watch.health().reachableSinceMs).toBe(watch.health().lastComparisonAtMs)
    expect(written).toHaveLength(1)
    expect(written[0]).toMatch(/\/\.intray-probe-[0-9a-f-]{36}$/)
    await expect.poll(() => readdirSync(root), { timeout: 10_000 }).toEqual(['a.jpg'])
    expect([...watch.files.keys()]).toEqual(['a.jpg'])
    expect(watch.deliveries.flatMap(({ batch }) => [...batch.others, ...batch.gone])).toEqual([])
  })

  it('finds by itself that no events come, says so, and compares often instead', async () => {
    const root = temporaryFolder()
    const watch = runningWatch(root, { timers: impatient, probeFiles: silent })
    await watch.until('the finding', () => watch.health().deliveryWords.startsWith('No event came'))
    expect(watch.health()).toMatchObject({
      delivery: 'comparison_only',
      deliveryWords:
        'No event came for the probe file within 5 s, as on many shares. The folder is compared often instead.',
      failure: null,
    })
    // The set interval is an hour.
    const before = watch.comparisons.length
    await watch.until('another comparison', () => watch.comparisons.length > before)
  })

  it.each(['EROFS', 'EACCES', 'EPERM', 'ENOSPC', 'EDQUOT'])(
    'that cannot be written (%s) leaves the folder on the safe side, with its events',
    async (code) => {
      const root = temporaryFolder()
      const watch = runningWatch(root, { probeFiles: refusing(code) })
      await watch.until('the finding', () => watch.health().deliveryWords.includes(code))
      expect(watch.health()).toMatchObject({ delivery: 'comparison_only', failure: null })
      writeFileSync(join(root, 'a.jpg'), 'x')
      await watch.until('the file', () => watch.files.has('a.jpg'))
      expect(watch.deliveries.map(({ origin }) => origin)).toEqual(['event'])
    },
  )

  it('of a disk that is really read-only says so, and the folder is compared often', async (context) => {
    const root = temporaryFolder()
    mountOrSkip(context, ['--bind', root], root)
    mountOrSkip(context, ['-o', 'remount,bind,ro'], root)
    const watch = runningWatch(root)
    await watch.until('the finding', () => watch.health().deliveryWords.includes('(EROFS)'))
    expect(watch.health()).toMatchObject({ delivery: 'comparison_only', failure: null, reachable: true })
  })

  it('is not trusted on a network file system, where this computer’s own changes are reported and no others', async () => {
    const nfs = 0x6969
    const watch = runningWatch(temporaryFolder(), {
      probeFiles: { ...systemProbeFiles, readFileSystemType: () => Promise.resolve(nfs) },
    })
    await watch.until('the finding', () => watch.health().deliveryWords.includes('(NFS)'))
    expect(watch.health().delivery).toBe('comparison_only')
  })

  it('that the system does not answer holds up no comparison and no end', async () => {
    const root = temporaryFolder()
    const watch = runningWatch(root, {
      timers: impatient,
      probeFiles: { ...systemProbeFiles, write: () => new Promise(() => undefined) },
    })
    await watch.until('the finding', () => watch.health().deliveryWords.startsWith('No event came'))
    writeFileSync(join(root, 'a.jpg'), 'x')
    await watch.compareNow()
    expect([...watch.files.keys()]).toEqual(['a.jpg'])
    await watch.stop()
  })

  it('runs again when the folder is back after it was away', async () => {
    const root = join(temporaryFolder(), 'share')
    mkdirSync(root)
    let isSilent = true
    const watch = runningWatch(root, {
      timers: impatient,
      probeFiles: {
        ...systemProbeFiles,
        write: (path) => (isSilent ? Promise.resolve() : systemProbeFiles.write(path)),
      },
    })
    await watch.until('silence', () => watch.health().deliveryWords.startsWith('No event came'))
    const before = watch.health().reachableSinceMs
    renameSync(root, `${root}-away`)
    await watch.until('the failure', () => !watch.health().reachable)
    expect(watch.health().reachableSinceMs).toBeNull()
    isSilent = false
    renameSync(`${root}-away`, root)
    await watch.until('the proof', () => watch.health().delivery === 'events')
    expect(watch.health().reachableSinceMs).toBeGreaterThan(before ?? Infinity)
  })

  it('runs again now and then, with events that are asked for anew', async () => {
    const root = temporaryFolder()
    let offsetMs = 0
    let isSilent = true
    const watch = runningWatch(root, {
      timers: impatient,
      clock: { ...systemClock, monotonicMs: () => systemClock.monotonicMs() + offsetMs },
      probeFiles: {
        ...systemProbeFiles,
        write: (path) => (isSilent ? Promise.resolve() : systemProbeFiles.write(path)),
      },
    })
    await watch.until('silence', () => watch.health().deliveryWords.startsWith('No event came'))
    isSilent = false
    await watch.compareNow()
    expect(watch.health().delivery).toBe('comparison_only')
    offsetMs = 600_000
    await watch.compareNow()
    await watch.until('the proof', () => watch.health().delivery === 'events')
    writeFileSync(join(root, 'a.jpg'), 'x')
    await watch.until('the file', () => watch.files.has('a.jpg'))
  })

  it('removes what a crash left behind once two comparisons have found it, and never lists it', async () => {
    const root = temporaryFolder()
    const left = '.intray-probe-11111111-2222-3333-4444-555555555555'
    writeFileSync(join(root, left), 'x')
    const watch = runningWatch(root)
    await watch.compareNow()
    await watch.compareNow()
    await expect.poll(() => readdirSync(root), { timeout: 10_000 }).toEqual([])
    expect(watch.deliveries).toEqual([])
  })
})

describe('the health of a folder', () => {
  it('tells delivery, last event, since when it is reachable, backlog and free space; no probe is an item', async () => {
    const { drop, intake, items, itemIn, until } = await runningIntake({ secondLookMs: 60_000 })
    await until('events', () => intake.status().delivery === 'events')
    await until('free space', () => (intake.status().freeBytes ?? 0) > 0)
    const status = intake.status()
    expect(status).toMatchObject({ failure: null, lastEventAtMs: null, backlog: 0, unaccounted: 0 })
    expect(status.reachableSinceMs).toBe(status.lastComparisonAtMs)
    drop('cust-1_passport.png', pngBytes('a').subarray(0, 60))
    await itemIn('cust-1_passport.png', 'settling')
    expect(intake.status().backlog).toBe(1)
    expect(intake.status().lastEventAtMs).toBeGreaterThanOrEqual(status.reachableSinceMs ?? Infinity)
    await intake.compareNow()
    expect((await items()).map(({ path }) => path)).toEqual(['cust-1_passport.png'])
  })
})
