import { describe, expect, it } from 'vitest'
import { createLedgerPause } from '../../../electron/engine/ledger-pause.ts'
import type { Log } from '../../../electron/engine/log.ts'
import { IntrayError } from '../../../electron/shared/error-codes.ts'
import { manualTimers } from '../../support/manual-timers.ts'

const silent: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  close: () => undefined,
}

function pausing() {
  const timers = manualTimers()
  const happened: string[] = []
  const broken = { writing: false, opening: false }
  const pause = createLedgerPause({
    timers,
    log: silent,
    random: () => 0.999_999,
    suspend: () => {
      happened.push('suspended')
      return Promise.resolve()
    },
    tryWriting: () => {
      happened.push('tried')
      if (broken.writing) throw new IntrayError('disk_full')
    },
    reopen: (distrusts) => {
      happened.push(distrusts ? 'checked and opened' : 'opened')
      return broken.opening ? Promise.reject(new IntrayError('ledger_unwritable')) : Promise.resolve()
    },
    onChanged: () => undefined,
  })
  const settled = async () => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
  }
  return { timers, happened, broken, pause, settled }
}

describe('a pause of the ledger', () => {
  it('tries again, longer apart each time, and starts anew as soon as writing works', async () => {
    const { timers, happened, broken, pause, settled } = pausing()
    broken.writing = true
    pause.begin({ code: 'disk_full', detail: '' })
    await settled()
    expect(happened).toEqual(['suspended'])
    const waits: number[] = []
    for (let round = 0; round < 8; round += 1) {
      waits.push(...timers.delaysMs())
      await timers.next()
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
    expect(happened).not.toContain('opened')
    expect(pause.failure()).toEqual({ code: 'disk_full', detail: '' })
    broken.writing = false
    await timers.next()
    expect(happened.slice(-2)).toEqual(['tried', 'opened'])
    expect(pause.failure()).toBeNull()
  })

  it('begins once, however many steps fail', async () => {
    const { happened, pause, settled } = pausing()
    pause.begin({ code: 'disk_full', detail: '' })
    pause.begin({ code: 'ledger_unwritable', detail: '' })
    await settled()
    expect(happened).toEqual(['suspended'])
    expect(pause.failure()?.code).toBe('disk_full')
  })

  it('goes on trying when the start fails, and says why', async () => {
    const { timers, broken, pause, settled } = pausing()
    broken.opening = true
    pause.begin({ code: 'disk_full', detail: '' })
    await settled()
    await timers.next()
    expect(pause.failure()?.code).toBe('ledger_unwritable')
    broken.opening = false
    await timers.next()
    expect(pause.failure()).toBeNull()
  })

  it('has a damaged ledger checked in full, whether it can be written or not', async () => {
    const { timers, happened, pause, settled } = pausing()
    pause.begin({ code: 'ledger_damaged', detail: '' })
    await settled()
    await timers.next()
    expect(happened).toEqual(['suspended', 'checked and opened'])
  })

  it('does not begin anew at full speed when it soon fails again', async () => {
    const { timers, pause, settled } = pausing()
    for (const firstWaitMs of [500, 1_000]) {
      pause.begin({ code: 'ledger_locked', detail: '' })
      await settled()
      expect(timers.delaysMs()).toEqual([firstWaitMs])
      await timers.next()
    }
    await timers.next()
    pause.begin({ code: 'ledger_locked', detail: '' })
    await settled()
    expect(timers.delaysMs()).toEqual([500])
  })

  it('ends with the engine', async () => {
    const { timers, happened, pause, settled } = pausing()
    pause.begin({ code: 'disk_full', detail: '' })
    await settled()
    await pause.stop()
    expect(timers.delaysMs()).toEqual([])
    pause.begin({ code: 'disk_full', detail: '' })
    await settled()
    expect(happened).toEqual(['suspended'])
  })
})
