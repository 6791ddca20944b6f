import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readEndState } from '../../support/torture/end-state.ts'
import { comeToRest, lifeCommands } from '../../support/torture/life-commands.ts'
import { checkLife, openLife } from '../../support/torture/life.ts'
import { attendOnce, isAtRest, untilStatus } from '../../support/torture/person.ts'
import { amount, repeatWords, seed, tell } from '../../support/torture/proportions.ts'

it(
  'keeps its promises through every life that an item can have',
  async () => {
    const lived: number[] = []
    let uploadedCount = 0
    const property = fc.asyncProperty(
      fc.array(fc.oneof(...lifeCommands), {
        minLength: amount({ short: 40, long: 80 }),
        maxLength: amount({ short: 50, long: 120 }),
      }),
      async (commands) => {
        const { model, real } = await openLife()
        try {
          await fc.asyncModelRun(() => ({ model, real }), commands)
          real.place.sandbox.faults.chance(null)
          await real.engine.turnClock(0)
          await comeToRest(real)
          await untilStatus(
            real.engine,
            (status) => isAtRest(status) && status.counts.failed + status.counts.outcome_unknown === 0,
            {
              withinMs: 20_000,
              what: 'all that was approved is uploaded',
              whileWaiting: () => attendOnce(real.engine, real.place),
            },
          )
          await checkLife(model, real)
          const { problems, counts } = await readEndState(real.place, model.files)
          lived.push(commands.length)
          uploadedCount += counts.uploaded ?? 0
          expect(problems).toEqual([])
        } finally {
          await real.engine.stop()
          await real.place.stop()
        }
      },
    )
    // A life takes seconds: the first one that fails is told as it is, not made smaller.
    const check = { seed, numRuns: amount({ short: 3, long: 150 }), endOnFailure: true }
    await fc.assert(property, check).catch((error: unknown) => {
      throw new Error(`${repeatWords} ${error instanceof Error ? error.message : ''}`, { cause: error })
    })
    const commandCount = lived.reduce((sum, count) => sum + count, 0)
    tell(
      `item lives: ${lived.length} lives of ${commandCount} commands, ${uploadedCount} uploads, seed ${seed}`,
    )
    expect(uploadedCount).toBeGreaterThan(0)
  },
  amount({ short: 120_000, long: 7_200_000 }),
)
