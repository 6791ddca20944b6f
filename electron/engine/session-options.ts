import type { Failure } from '../shared/error-codes.ts'
import type { RulesDefinition } from '../shared/rules.ts'
import type { RulesProgress } from '../shared/readings.ts'
import type { Settings } from '../shared/settings/settings.ts'
import type { Announcer } from './announcer.ts'
import type { DataFolder } from './data-folder.ts'
import type { Examine } from './ledger/examination.ts'
import type { Log } from './log.ts'
import type { LookPlan } from './look-series.ts'
import type { BlankCheck } from './media/blank-check.ts'
import type { SystemNetwork } from './network-way.ts'
import type { ReconstructionPace } from './reconstruction.ts'
import type { Trash } from './trash-requests.ts'

/** What one session is opened with. */
export interface SessionOptions {
  readonly settings: Settings
  readonly data: DataFolder
  /** Where the shipped practice scans are. */
  readonly resourcesDir: string
  readonly nativeBinding?: string | undefined
  readonly log: Log
  readonly announcer: Announcer
  /** Measures pictures that may be blank. */
  readonly blankCheck?: BlankCheck | undefined
  /** The built or plain file of `preview-worker.ts`, in which pictures are made smaller. */
  readonly pictureWorker?: URL | string | undefined
  /** When unknown uploads are looked for, in place of the plan that Intray has. */
  readonly lookPlan?: LookPlan | undefined
  /** False for a single run: each folder is compared once. */
  readonly watch: boolean
  /** How long a file must be quiet that seems unfinished. Default: intake's own. */
  readonly secondLookMs?: ((quietMs: number) => number) | undefined
  /** The system's own way to the network. */
  readonly network: SystemNetwork
  /** The system's trash; null where there is none. */
  readonly trash: Trash | null
  /** Whether the ledger is to be checked in full before it is used, however large it is. */
  readonly distrustsLedger: boolean
  /** How long the endpoint is given after a restore; the tests take less. */
  readonly reconstructionPace?: ReconstructionPace | undefined
  /** How the ledger's file and its backups are examined. Default: in this thread. */
  readonly examineLedger?: Examine | undefined
  /** The ledger could not do a step. */
  onLedgerFailure(failure: Failure): void
  /** The key of the real connection. Practice has its own. */
  liveKey(): string | null
  now(): number
  /** Who decides. */
  actor(): Promise<string>
  /** Makes rules a part of the settings. Throws IntrayError. */
  keepRules(definition: RulesDefinition): Promise<void>
  onRulesProgress(progress: RulesProgress): void
  onProgress(itemId: number, sentBytes: number, totalBytes: number): void
}
