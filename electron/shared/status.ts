import type { Failure } from './error-codes.ts'
import type { ItemState } from './item-states.ts'
import type { Profile } from './settings/profile.ts'
import type { SettingsProblem } from './settings/settings.ts'
import type { Said, Told } from './sentences/told.ts'

export type ItemCounts = Readonly<Record<ItemState, number>>

/** How the engine learns of changes in a folder. */
export type DeliveryMode = 'events' | 'comparison_only'

export interface FolderStatus {
  readonly id: string
  readonly path: string
  readonly failure: Failure | null
  readonly delivery: DeliveryMode
  /** Why it is so, in plain words: `No event came for the probe file.` */
  readonly deliveryWords: string
  /** The words as data, for other languages. */
  readonly deliverySaid?: Said | undefined
  readonly lastEventAtMs: number | null
  /** Since when it can be read without a break; null while it cannot. */
  readonly reachableSinceMs: number | null
  /** Files that wait to be quiet or are being looked into. */
  readonly backlog: number
  /** On the folder's disk; null where the system does not say. */
  readonly freeBytes: number | null
  readonly lastComparisonAtMs: number | null
  readonly lastComparisonDurationMs: number | null
  /** Files on disk at the last comparison that have no row in the ledger. Anything but 0 is a defect. */
  readonly unaccounted: number
  readonly counts: ItemCounts
}

/** The state of uploading as a whole. */
export interface LaneStatus {
  /** `scheduled`: outside of the hours in which uploads may start. */
  readonly state: 'running' | 'paused_by_person' | 'stopped' | 'scheduled'
  /** Why it is stopped, when it stopped by itself. */
  readonly failure: Failure | null
  readonly sinceMs: number
  /** Set while the endpoint asked for a slower pace. */
  readonly slowedUntilMs: number | null
  /** When the next upload may start, outside of the hours; else null. */
  readonly opensAtMs: number | null
}

/** How the ledger itself is. */
export interface LedgerStatus {
  /** `paused`: nothing can be written; the engine waits and tries again by itself. */
  readonly state: 'ok' | 'paused'
  readonly failure: Failure | null
  readonly lastBackupAtMs: number | null
  readonly freeBytes: number | null
  /** Set after the ledger was restored: from which backup, what it held, and how far the gap is closed. */
  readonly restored: {
    readonly atMs: number
    readonly backupName: string | null
    /** Where the damaged file lies. */
    readonly setAside: string
    readonly reconstructedCount: number
    readonly finished: boolean
  } | null
  /** Why the anchor file could not be written the last time. */
  readonly anchorFailure: Failure | null
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
  /** Who decides; empty while a PIN is needed and nobody has given one. */
  readonly operator: string
  readonly needsPin: boolean
  readonly profile: Profile
  readonly ledgerId: string
  readonly counts: ItemCounts
  readonly total: number
  readonly folders: readonly FolderStatus[]
  readonly lane: LaneStatus
  readonly connection: ConnectionStatus
  readonly ledger: LedgerStatus
  /** Files that are being checked right now. */
  readonly intakeBacklog: number
  readonly settingsProblems: readonly SettingsProblem[]
}

/** The answer to "does this connection work?", one line for each thing that was tried. */
export interface ConnectionTest {
  readonly ok: boolean
  readonly steps: readonly {
    readonly step: 'address' | 'way' | 'reach' | 'key' | 'organisation'
    readonly ok: boolean
    readonly words: string
    /** The words as data, for other languages. */
    readonly said?: Said | undefined
  }[]
}

/** Places that the settings name. */
export const placeKinds = ['folder', 'archive', 'anchor_file'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** What a test of a place found out, with the next step where it did not pass. */
export interface PlaceTest extends Told {
  readonly ok: boolean
}

/** How the engine is, as the window's shell sees it. */
export interface EngineState {
  readonly state: 'starting' | 'running' | 'restarting' | 'failed'
  readonly failure: Failure | null
  readonly restarts: number
}
