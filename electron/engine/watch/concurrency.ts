import type { Timers } from '../time/clock.ts'

/** Runs `work` over all items, at most `limit` at the same time. Results keep the order of the items. */
export async function mapBounded<Input, Output>(
  items: readonly Input[],
  limit: number,
  work: (item: Input) => Promise<Output>,
): Promise<Output[]> {
  const results: Output[] = new Array<Output>(items.length)
  const waiting = items.entries()
  const lane = async () => {
    for (const [index, item] of waiting) results[index] = await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane))
  return results
}

/** Lets at most `limit` pieces of work run at the same time; the others wait in order. */
export function createGate(limit: number): <Output>(work: () => Promise<Output>) => Promise<Output> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}

/** Waits for `work`, but no longer than `patienceMs`: a file system that hangs cannot be interrupted. */
export async function withPatience(
  timers: Timers,
  patienceMs: number,
  work: Promise<unknown>,
): Promise<void> {
  let stopTimer: () => void = () => undefined
  const patience = new Promise<void>((resolve) => {
    stopTimer = timers.after(patienceMs, resolve)
  })
  await Promise.race([work, patience])
  stopTimer()
}
