import type { Failure } from './error-codes.ts'
import type { ItemState } from './item-states.ts'
import type { SettingsProblem } from './settings.ts'

export type ItemCounts = Readonly<Record<ItemState, number>>

/** How the engine learns of changes in a folder. */
export type DeliveryMode = 'events' | 'comparison_only'

export interface FolderStatus {
  readonly id: string
  readonly path: string
  readonly failure: Failure | null
  readonly delivery: DeliveryMode
  readonly lastComparisonAtMs: number | null
  readonly lastComparisonDurationMs: number | null
  /** Files on disk at the last comparison that have no row in the ledger. Anything but 0 is a defect. */
  readonly unaccounted: number
  readonly counts: ItemCounts
}

/** The state of uploading as a whole. */
export interface LaneStatus {
  readonly state: 'running' | 'paused_by_person' | 'stopped'
  /** Why it is stopped, when it stopped by itself. */
  readonly failure: Failure | null
  readonly sinceMs: number
  /** Set while the endpoint asked for a slower pace. */
  readonly slowedUntilMs: number | null
}

export interface ConnectionStatus {
  readonly baseUrl: string
  readonly organisation: string
  /** Whether a key for the real connection is stored. */
  readonly hasKey: boolean
}

/** Everything the window shows at all times. Sent whole whenever something in it changed. */
export interface Status {
  readonly mode: 'practice' | 'live'
  readonly version: string
  readonly operator: string
  readonly ledgerId: string
  readonly counts: ItemCounts
  readonly total: number
  readonly folders: readonly FolderStatus[]
  readonly lane: LaneStatus
  readonly connection: ConnectionStatus
  /** Files that are being checked right now. */
  readonly intakeBacklog: number
  readonly settingsProblems: readonly SettingsProblem[]
}

/** The answer to "does this connection work?", one line for each thing that was tried. */
export interface ConnectionTest {
  readonly ok: boolean
  readonly steps: readonly {
    readonly step: 'address' | 'reach' | 'key' | 'organisation'
    readonly ok: boolean
    readonly words: string
  }[]
}

/** How the engine is, as the window's shell sees it. */
export interface EngineState {
  readonly state: 'starting' | 'running' | 'restarting' | 'failed'
  readonly failure: Failure | null
  readonly restarts: number
}
