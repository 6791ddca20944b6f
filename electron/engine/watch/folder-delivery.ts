import type { Clock, Timers } from '../time/clock.ts'
import { judgeDelivery } from './delivery-proof.ts'
import type { Delivery } from './delivery-proof.ts'
import { createDeliveryTest } from './delivery-test.ts'
import type { DirectoryChange } from './dirty-directories.ts'
import { createEventSource } from './event-source.ts'
import { createProbeLeftovers, isProbeName } from './event-probe.ts'
import type { ProbeFiles } from './event-probe.ts'
import type { WatchLayout } from './folder-events.ts'
import type { FolderReader } from './folder-reader.ts'
import type { DirectoryVisitor } from './listing.ts'

export interface FolderDeliveryOptions {
  readonly path: string
  readonly layout: WatchLayout
  readonly clock: Pick<Clock, 'monotonicMs'>
  readonly timers: Timers
  readonly reader: Pick<FolderReader, 'readRealPath'>
  readonly probeFiles: ProbeFiles
  onChange(change: DirectoryChange): void
  /** The folder itself may have been deleted or moved away, and may be back already. */
  onRootGone(): void
  /** Events stopped by themselves. */
  onLost(): void
  /** A test of the events has ended. */
  onTested(): void
}

/** The events of one folder, with the test whether they come. */
export interface FolderDelivery {
  /** Told by a listing where it is, so that what changes behind it is seen. */
  readonly visitor: DirectoryVisitor
  /** Begins events for the folder that `rootKey` names, as `EventSource.begin`. */
  begin(rootKey: string, tryRefused: boolean): Promise<void>
  /** Called after each comparison: tests the events, if it is time for it. */
  testIfDue(): Promise<void>
  /** Called when the folder was away, or the computer slept: what was proved no longer counts. */
  distrust(): void
  /** Ends the events, to begin them anew. */
  endEvents(): Promise<void>
  now(): Delivery
  stop(): Promise<void>
}

export function createFolderDelivery(options: FolderDeliveryOptions): FolderDelivery {
  const { path, timers, probeFiles } = options
  const leftovers = createProbeLeftovers(probeFiles)
  const test = createDeliveryTest({
    path,
    clock: options.clock,
    timers,
    files: probeFiles,
    onTested: () => options.onTested(),
  })
  const events = createEventSource({
    path,
    layout: options.layout,
    timers,
    reader: options.reader,
    onChange(change) {
      if (change.directory === '' && change.name !== null && isProbeName(change.name)) test.heard(change.name)
      else options.onChange(change)
    },
    onRootGone: () => options.onRootGone(),
    onLost: () => options.onLost(),
  })

  return {
    visitor: {
      enter: (directory) => events.watch(directory),
      vanished: (directory) => events.forget(directory),
      probeFile: (name) => leftovers.found(name),
    },
    async begin(rootKey, tryRefused) {
      // Events that never came may come when they are asked for anew.
      if (test.proof().kind === 'silent' && test.isDue()) await events.end()
      if (await events.begin(rootKey, tryRefused)) test.reset()
    },
    async testIfDue() {
      if (events.state().isRunning && test.isDue()) test.begin()
      await leftovers.sweep(path)
    },
    distrust: () => test.reset(),
    endEvents: () => events.end(),
    now: () => judgeDelivery(events.state(), test.proof()),
    async stop() {
      await Promise.all([events.end(), test.stop()])
    },
  }
}
