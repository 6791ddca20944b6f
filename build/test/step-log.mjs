import { explain } from '../run/entry.mjs'
import { addTallies, closingLine, NOTHING } from './tally.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */

/** Runs the steps of `npm test` one after another, each whatever became of the one before, and sums them up. */
export class StepLog {
  /** @type {{ name: string, durationMs: number, tally: Tally }[]} */
  #steps = []

  /**
   * Runs a step that makes something ready. Its failure is explained and counts as one failed test.
   *
   * @template T
   * @param {string} name
   * @param {() => Promise<T>} work
   * @returns {Promise<T | undefined>} undefined when it failed
   */
  async prepare(name, work) {
    /** @type {T | undefined} */
    let result
    await this.test(name, async () => {
      result = await work()
      return NOTHING
    })
    return result
  }

  /**
   * @param {string} name
   * @param {() => Promise<Tally>} work
   */
  async test(name, work) {
    console.log(`\n== ${name}`)
    const startedAtMs = performance.now()
    const tally = await work().catch((/** @type {unknown} */ error) => {
      explain(error)
      return { ...NOTHING, failed: 1 }
    })
    this.#steps.push({ name, durationMs: performance.now() - startedAtMs, tally })
  }

  /**
   * Prints a line for each step and the closing line.
   * @returns {number} the exit code: 0 only when tests ran and none failed
   */
  close() {
    console.log('\n== summary')
    for (const { name, durationMs, tally } of this.#steps) {
      const seconds = (durationMs / 1000).toFixed(1).padStart(6)
      console.log(`${name.padEnd(8)} ${seconds} s   ${tally.passed} passed, ${tally.failed} failed`)
    }
    const total = this.#steps.reduce((sum, { tally }) => addTallies(sum, tally), NOTHING)
    console.log(closingLine(total))
    return total.failed === 0 && total.passed > 0 ? 0 : 1
  }
}
