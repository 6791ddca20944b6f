import type { EventName, Events } from '../shared/contract.ts'

export type Announce = <Name extends EventName>(name: Name, payload: Events[Name]) => void

export interface Announcer {
  /** Some items changed. */
  itemsChanged(itemIds: readonly number[]): void
  /** More changed than can be named, such as by another process. */
  everythingChanged(): void
  /** Something that the status shows changed. */
  statusChanged(): void
  /** Says at once what is waiting to be said, and stops. */
  stop(): void
}

/** More ids than these are not worth naming: whoever listens reloads what it shows. */
const maxNamedItems = 500

/**
 * Gathers changes and tells them at most once per `intervalMs`: a folder with 20,000 new scans must not become
 * 20,000 messages. `tellStatus` reads and announces the present status.
 */
export function createAnnouncer(announce: Announce, tellStatus: () => void, intervalMs = 100): Announcer {
  let changed: Set<number> | null = new Set()
  let anyChanged = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const flush = (): void => {
    timer = undefined
    if (anyChanged) announce('items.changed', { itemIds: changed === null ? null : [...changed] })
    changed = new Set()
    anyChanged = false
    tellStatus()
  }
  const schedule = (): void => {
    timer ??= setTimeout(flush, intervalMs)
  }

  return {
    itemsChanged(itemIds) {
      if (itemIds.length === 0) return
      anyChanged = true
      for (const id of itemIds) changed?.add(id)
      if (changed !== null && changed.size > maxNamedItems) changed = null
      schedule()
    },
    everythingChanged() {
      changed = null
      anyChanged = true
      schedule()
    },
    statusChanged: schedule,
    stop() {
      if (timer === undefined) return
      clearTimeout(timer)
      flush()
    },
  }
}
