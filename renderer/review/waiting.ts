import type { Item, WaitsFor } from '../../electron/shared/records.ts'

export interface Waiting {
  readonly for: WaitsFor | 'either'
  /** When the first of them goes on; null where nothing says so. */
  readonly firstUntilMs: number | null
}

/** What waiting items wait for; null when none of them waits for anything. */
export function waitingOf(items: readonly Item[]): Waiting | null {
  const kinds = new Set(items.map((item) => item.waitsFor).filter((kind) => kind !== null))
  const [first] = kinds
  if (first === undefined) return null
  const times = items.map((item) => item.waitsUntilMs).filter((atMs) => atMs !== null)
  return {
    for: kinds.size > 1 ? 'either' : first,
    firstUntilMs: times.length === 0 ? null : Math.min(...times),
  }
}
