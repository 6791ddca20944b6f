import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEngineProcess } from '../../support/torture/engine-process.ts'
import type { Status } from '../../../electron/shared/status.ts'
import type { EngineProcess } from '../../support/torture/engine-process.ts'
import { readEndState } from '../../support/torture/end-state.ts'
import { isAtRest, settleUnknowns, untilStatus } from '../../support/torture/person.ts'
import { amount, repeatWords, tell } from '../../support/torture/proportions.ts'
import { mountSmallDisk } from '../../support/torture/small-disk.ts'
import type { SmallDisk } from '../../support/torture/small-disk.ts'
import { openTorturePlace, scanPath } from '../../support/torture/torture-place.ts'
import type { TorturePlace } from '../../support/torture/torture-place.ts'

const codes = ['ENOSPC', 'EIO', 'EACCES', 'EROFS'] as const

interface Endurance {
  readonly place: TorturePlace
  readonly engine: EngineProcess
  readonly dropped: Map<string, string>
}

async function endurance(dataRoot?: string): Promise<Endurance> {
  const place = await openTorturePlace(dataRoot === undefined ? {} : { dataRoot })
  return { place, engine: await startEngineProcess(place), dropped: new Map() }
}

async function end({ engine, place }: Endurance): Promise<void> {
  await engine.stop()
  await place.stop()
}

function dropNext({ place, dropped }: Endurance, count: number): void {
  for (let left = count; left > 0; left -= 1) {
    const path = scanPath(dropped.size)
    dropped.set(path, place.drop(path, path))
  }
}

/**
 * The same engine, which nobody started again or told to go on, brings everything to the endpoint once the disk is
 * well. Only what it cannot find out is decided by a person.
 */
async function recover({ engine, place, dropped }: Endurance): Promise<void> {
  await untilStatus(engine, (status) => isAtRest(status) && status.counts.uploaded === dropped.size, {
    withinMs: 20_000,
    what: `all ${dropped.size} files are uploaded once the disk is well`,
    whileWaiting: () => settleUnknowns(engine, place),
  })
  const { problems } = await readEndState(place, dropped)
  expect(problems, repeatWords).toEqual([])
}

const toldAs = {
  ENOSPC: 'disk_full',
  EIO: 'ledger_unwritable',
  EACCES: 'ledger_unwritable',
  EROFS: 'ledger_unwritable',
} as const

/** The engine tells it in its status; nothing is sent meanwhile. */
function isPausedBy(code: (typeof codes)[number]): (status: Status) => boolean {
  return ({ ledger }) => ledger.state === 'paused' && ledger.failure?.code === toldAs[code]
}

function isUnreachable({ folders }: Status): boolean {
  return folders.some(({ failure }) => failure?.code === 'folder_unreachable')
}

describe('a disk that fails', () => {
  let life: Endurance
  beforeAll(async () => {
    life = await endurance()
  })
  afterAll(() => end(life))

  it.each(codes.flatMap((code) => (['ledger', 'files'] as const).map((where) => ({ code, where }))))(
    'with $code at every operation of the $where loses nothing',
    async ({ code, where }) => {
      await life.engine.breakDisk({ code, where, nth: null, below: life.place.inbox })
      dropNext(life, 3)
      await untilStatus(life.engine, where === 'ledger' ? isPausedBy(code) : isUnreachable, {
        withinMs: 10_000,
        what: 'the engine says what is wrong',
      })
      const struck = await life.engine.breakDisk(null)
      expect(struck).toBeGreaterThan(0)
      await recover(life)
    },
    30_000,
  )
})

it(
  'a single operation on the disk that fails loses nothing, whichever it is',
  async () => {
    const rounds = amount({ short: 1, long: 50 })
    let struck = 0
    for (let round = 0; round < rounds; round += 1) struck += await failSingly(round, rounds)
    tell(`disk: ${struck} single operations failed of ${rounds * 8} that were aimed at`)
    expect(struck).toBeGreaterThan(rounds * 4)
  },
  amount({ short: 60_000, long: 3_600_000 }),
)

/** Every code once for the ledger and once for files. An engine whose ledger fails again and again waits ever longer. */
async function failSingly(round: number, rounds: number): Promise<number> {
  const life = await endurance()
  let struck = 0
  try {
    for (const [index, code] of codes.entries()) {
      for (const where of ['ledger', 'files'] as const) {
        const nth = 1 + Math.floor(((round + index / codes.length) * 30) / rounds)
        await life.engine.breakDisk({ code, where, nth, below: life.place.inbox })
        dropNext(life, 2)
        await recover(life)
        struck += await life.engine.breakDisk(null)
      }
    }
  } finally {
    await end(life)
  }
  return struck
}

describe('a real disk of a few megabytes', () => {
  /** Null where none can be had; it is said why. */
  function smallDisk(): SmallDisk | null {
    const disk = mountSmallDisk(8)
    if (typeof disk !== 'string') return disk
    tell(`REAL DISK NOT TRIED: ${disk}. The injected faults stand in for it.`)
    return null
  }

  it('that is full loses nothing, and goes on by itself when there is room again', async () => {
    const disk = smallDisk()
    if (disk === null) return
    try {
      const life = await endurance(disk.root)
      try {
        dropNext(life, 4)
        await recover(life)
        disk.fill()
        dropNext(life, 8)
        await untilStatus(life.engine, isPausedBy('ENOSPC'), {
          withinMs: 10_000,
          what: 'the full disk is told',
        })
        disk.empty()
        await recover(life)
      } finally {
        await end(life)
      }
    } finally {
      disk.remove()
    }
  }, 40_000)

  it('that is read-only is told at the start, and loses nothing once it can be written', async () => {
    const disk = smallDisk()
    if (disk === null) return
    try {
      const life = await endurance(disk.root)
      dropNext(life, 4)
      await recover(life)
      await life.engine.stop()
      disk.setReadOnly(true)
      dropNext(life, 4)
      await expect(startEngineProcess(life.place)).rejects.toMatchObject({
        failure: { code: 'ledger_unwritable' },
      })
      disk.setReadOnly(false)
      const again = { ...life, engine: await startEngineProcess(life.place) }
      try {
        await recover(again)
      } finally {
        await end(again)
      }
    } finally {
      disk.remove()
    }
  }, 40_000)
})
