import { expect, it } from 'vitest'
import { createDraws } from '../../support/torture/draws.ts'
import { startCommand } from '../../support/torture/engine-process.ts'
import { amount, repeatWords, seed, tell } from '../../support/torture/proportions.ts'
import { recoverPlace } from '../../support/torture/recovery.ts'
import { archiving, openTorturePlace, scanPath } from '../../support/torture/torture-place.ts'
import type { TorturePlace } from '../../support/torture/torture-place.ts'

const filesPerKill = 12

/** Resolves at the first request after now, or when the time is over. */
function firstRequest({ sandbox }: TorturePlace, withinMs: number): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const stop = sandbox.watchRequests(finish)
    const timer = setTimeout(finish, withinMs)
  })
}

it(
  'loses nothing and sends nothing twice, killed at random under load while answers get lost',
  async () => {
    const draws = createDraws(seed)
    const place = await openTorturePlace({ settings: archiving })
    try {
      const dropped = new Map<string, string>()
      const kills = amount({ short: 5, long: 300 })
      place.sandbox.faults.chance({
        seed,
        rate: 0.3,
        kinds: [
          { kind: 'cut_after_storing' },
          { kind: 'cut_while_answering' },
          { kind: 'cut_while_reading', afterBytes: 300 },
          { kind: 'delay', delayMs: 100, stage: 'after_storing' },
          { kind: 'delay', delayMs: 100, stage: 'before_storing' },
          { kind: 'junk', content: 'truncated_json', stored: true },
        ],
      })
      for (let kill = 0; kill < kills; kill += 1) {
        for (let number = 0; number < filesPerKill; number += 1) {
          const path = scanPath(kill * filesPerKill + number)
          dropped.set(path, place.drop(path, path))
        }
        const running = startCommand(place, ['run'])
        await firstRequest(place, 5_000)
        await new Promise((resolve) => setTimeout(resolve, draws.integer(0, 400)))
        running.kill()
        await running.ended
      }
      place.sandbox.faults.chance(null)
      const { problems, counts } = await recoverPlace(place, dropped)
      tell(`random kills: ${kills} kills, ${dropped.size} files, ${JSON.stringify(counts)}, seed ${seed}`)
      expect(problems, repeatWords).toEqual([])
    } finally {
      await place.stop()
    }
  },
  amount({ short: 120_000, long: 7_200_000 }),
)
