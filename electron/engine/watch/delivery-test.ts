import type { Clock, Timers } from '../time/clock.ts'
import type { DeliveryProof } from './delivery-proof.ts'
import { createEventProbe } from './event-probe.ts'
import type { ProbeFiles } from './event-probe.ts'
import { networkFileSystem } from './network-file-system.ts'
import { isProbeDue } from './watch-pace.ts'

export interface DeliveryTestOptions {
  readonly path: string
  readonly clock: Pick<Clock, 'monotonicMs'>
  readonly timers: Timers
  readonly files: ProbeFiles
  readonly platform?: NodeJS.Platform
  /** Called when a test has ended. */
  onTested(): void
}

/** Finds out, now and then, whether a folder's events come. */
export interface DeliveryTest {
  /** True when it is time for a test. */
  isDue(): boolean
  /** Begins a test, if it is time for one and none is running. */
  begin(): void
  proof(): DeliveryProof
  /** Told of each event that names a probe file. */
  heard(name: string): void
  /** Forgets what was found: the folder was away, its events are new ones, or the computer slept. */
  reset(): void
  /** Resolves when nothing is running any more. */
  stop(): Promise<void>
}

export function createDeliveryTest(options: DeliveryTestOptions): DeliveryTest {
  const { clock, files, path } = options
  const probe = createEventProbe(options.timers, files)
  const untested: DeliveryProof = { kind: 'untested' }
  let proof: DeliveryProof = untested
  let testedAtMs = 0
  let running: Promise<void> | null = null
  /** Rises with each reset: what an older test finds no longer counts. */
  let generation = 0
  let isStopped = false

  const find = async (): Promise<DeliveryProof> => {
    // An answer that cannot be had is no hindrance: the probe file shows what there is to see.
    const type = await files.readFileSystemType(path).catch(() => 0)
    const network = networkFileSystem(type, options.platform)
    if (network !== null) return { kind: 'network', name: network }
    return isStopped ? untested : probe.run(path)
  }

  const test = async (): Promise<void> => {
    const began = generation
    const found = await find()
    running = null
    if (isStopped || began !== generation) return
    proof = found
    testedAtMs = clock.monotonicMs()
    options.onTested()
  }

  return {
    isDue: () => isProbeDue(proof.kind, clock.monotonicMs() - testedAtMs),
    begin() {
      if (!isStopped && isProbeDue(proof.kind, clock.monotonicMs() - testedAtMs)) running ??= test()
    },
    proof: () => proof,
    heard: (name) => probe.heard(name),
    reset() {
      generation += 1
      proof = untested
      probe.cancel()
    },
    async stop() {
      isStopped = true
      probe.cancel()
      await running
    },
  }
}
