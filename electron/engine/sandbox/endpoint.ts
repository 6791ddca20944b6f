import type { Clock } from '../time/clock.ts'
import type { EntityStore } from './entity-store.ts'
import type { FaultPlan } from './faults.ts'
import type { HeldBytes } from './body-reader.ts'
import type { SandboxOptions } from './options.ts'
import type { RateVerdict } from './rate-limit.ts'
import type { RequestLog } from './request-log.ts'
import type { StoreFile } from './store-file.ts'

/** Time as the simulator needs it. */
export type EndpointClock = Pick<Clock, 'nowMs' | 'wait'>

/** The parts of one running simulator that a request works with. */
export type Endpoint = {
  options: SandboxOptions
  clock: EndpointClock
  store: EntityStore
  /** Null where nothing is remembered over a restart. */
  storeFile: StoreFile | null
  /** Counts a call against the rate; null where the rate is not limited. */
  countCall(nowMs: number): RateVerdict | null
  holdBytes(): HeldBytes
  faults: FaultPlan
  log: RequestLog
  /** Aborts when the simulator stops. */
  stopping: AbortSignal
}
