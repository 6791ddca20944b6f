import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startAnchoring } from '../../../electron/engine/anchoring.ts'
import { readAnchorFile } from '../../../electron/engine/evidence/anchor-file.ts'
import type { Log } from '../../../electron/engine/log.ts'
import { ledgerFixture } from '../../support/ledger-fixture.ts'
import { listedFile } from '../../support/ledger-steps.ts'
import { manualTimers } from '../../support/manual-timers.ts'
import { runningEngine } from '../../support/running-engine.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const silent: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  close: () => undefined,
}

const minuteMs = 60_000
const dayMs = 86_400_000

async function anchoring(anchorFile: string) {
  const fixture = await ledgerFixture()
  const { ledger, clock } = fixture
  const timers = manualTimers()
  const told: (string | null)[] = []
  const running = startAnchoring({
    ledger,
    anchorFile,
    timers,
    log: silent,
    now: () => clock.nowMs,
    onStatusChanged: () => told.push(running.failure()?.code ?? null),
  })
  onTestFinished(() => running.stop())
  const ended = async (): Promise<void> => {
    await expect.poll(() => timers.delaysMs()).toEqual([minuteMs])
  }
  await ended()
  /** A look after so long, when it has ended. */
  const lookAfter = async (delayMs: number): Promise<void> => {
    clock.nowMs += delayMs
    await timers.next()
    await ended()
  }
  const see = (name: string) => ledger.recordListed('inbox', [listedFile(name)], clock.nowMs)
  return { ...fixture, running, lookAfter, see, told }
}

describe('anchors', () => {
  it('are written at the start and then once a day, where something happened', async () => {
    const file = join(temporaryFolder(), 'intray.anchors')
    const { ledger, lookAfter, see } = await anchoring(file)
    const count = async (): Promise<number> => (await readAnchorFile(file)).anchors.length
    expect(await count()).toBe(1)
    await see('a.jpg')
    await lookAfter(dayMs - 1)
    expect(await count()).toBe(1)
    await lookAfter(1)
    expect(await count()).toBe(2)
    await lookAfter(3 * dayMs)
    expect(await count()).toBe(2)
    const known = await ledger.listAnchors(10)
    expect((await readAnchorFile(file)).anchors).toEqual([...known].reverse())
    expect((await ledger.verify()).faults).toEqual([])
  })

  it('are appended at once when asked for, and overwrite nothing, not even a line that was cut', async () => {
    const file = join(temporaryFolder(), 'intray.anchors')
    writeFileSync(file, 'kept\n{"ledgerId":"cut')
    const { running, see } = await anchoring(file)
    await see('a.jpg')
    await running.anchorNow()
    expect(readFileSync(file, 'utf8').startsWith('kept\n{"ledgerId":"cut\n{')).toBe(true)
    expect(await readAnchorFile(file)).toMatchObject({
      anchors: [{ seq: 1 }, { seq: 3 }],
      unreadableLines: 2,
    })
  })

  it('fail where the file is away, say so, stop nothing, and are tried again', async () => {
    const share = join(temporaryFolder(), 'share')
    const file = join(share, 'intray.anchors')
    const { running, lookAfter, see, told, ledger } = await anchoring(file)
    expect(running.failure()).toMatchObject({ code: 'output_unwritable' })
    await expect(running.anchorNow()).rejects.toThrow(expect.objectContaining({ code: 'output_unwritable' }))
    mkdirSync(share)
    await lookAfter(minuteMs)
    expect(existsSync(file)).toBe(false)
    await see('a.jpg')
    await lookAfter(10 * minuteMs)
    expect(running.failure()).toBeNull()
    expect(told).toEqual(['output_unwritable', null])
    expect(await ledger.listAnchors(10)).toHaveLength(1)
  })

  it('are tried again soon where the clock was set back meanwhile', async () => {
    const share = join(temporaryFolder(), 'share')
    const { running, lookAfter } = await anchoring(join(share, 'intray.anchors'))
    expect(running.failure()).toMatchObject({ code: 'output_unwritable' })
    mkdirSync(share)
    await lookAfter(-365 * dayMs)
    expect(running.failure()).toBeNull()
  })

  it('are none where no file is set', async () => {
    const { running, ledger } = await anchoring('')
    await expect(running.anchorNow()).rejects.toThrow(expect.objectContaining({ code: 'output_unwritable' }))
    expect(running.failure()).toBeNull()
    expect(await ledger.listAnchors(10)).toEqual([])
  })

  it('are the engine’s calls, and a failure shows in its status', async () => {
    const root = temporaryFolder()
    const file = join(root, 'intray.anchors')
    const good = await runningEngine({
      settings: (settings) => ({ ...settings, ledger: { ...settings.ledger, anchorFile: file } }),
    })
    const anchor = await good.engine.handlers['ledger.anchor']({})
    expect((await good.engine.handlers['ledger.anchors']({})).anchors[0]).toEqual(anchor)
    expect((await good.engine.handlers['status.get']({})).ledger.anchorFailure).toBeNull()

    const away = join(root, 'away', 'intray.anchors')
    const bad = await runningEngine({
      settings: (settings) => ({ ...settings, ledger: { ...settings.ledger, anchorFile: away } }),
    })
    await bad.until(
      async () =>
        (await bad.engine.handlers['status.get']({})).ledger.anchorFailure?.code === 'output_unwritable',
      'the failure in the status',
    )
  })
})
