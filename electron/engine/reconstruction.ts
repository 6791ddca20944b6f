import { lstat } from 'node:fs/promises'
import { dispositionOf } from '../shared/error-codes.ts'
import type { Item } from '../shared/records.ts'
import type { ConnectionSettings } from '../shared/settings/connection.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { LedgerStatus } from '../shared/status.ts'
import type { FolderIntake } from './folder-intake.ts'
import { judgeSuspects } from './gap-evidence.ts'
import type { Suspect } from './gap-evidence.ts'
import type { GapFinding, GapSteps } from './ledger/gap-steps.ts'
import type { Restored } from './ledger/gap-opening.ts'
import type { Log } from './log.ts'
import type { Clock, Timers } from './time/clock.ts'
import type { EndpointClient } from './upload/endpoint-client.ts'
import { sayWith } from '../shared/sentences/detail.ts'
import { say, sayAsWritten } from '../shared/sentences/say.ts'
import type { Sentence } from '../shared/sentences/told.ts'

/** How long the endpoint is given before its word is believed. */
export interface ReconstructionPace {
  /** What it does not list so long after the restore was surely never sent: what it stored can show late. */
  readonly absentAfterMs: number
  /** Where it cannot be asked for so long, a person decides. */
  readonly patienceMs: number
  /** Between two rounds. */
  readonly roundMs: number
}

export const reconstructionPace: ReconstructionPace = {
  absentAfterMs: 300_000,
  patienceMs: 900_000,
  roundMs: 5_000,
}

export interface ReconstructionOptions {
  readonly ledger: GapSteps
  readonly client: Pick<EndpointClient, 'listMedia'>
  readonly connection: ConnectionSettings
  readonly folders: readonly FolderSettings[]
  readonly intakes: readonly Pick<FolderIntake, 'folder' | 'firstComparison' | 'compareNow' | 'idle'>[]
  readonly pace: ReconstructionPace
  readonly clock: Pick<Clock, 'nowMs' | 'monotonicMs'>
  readonly timers: Timers
  readonly log: Log
  key(): string | null
  locate(item: Item): Promise<string>
  onItemsChanged(itemIds: readonly number[]): void
}

export interface Reconstruction {
  /** Null for a ledger that was never restored. */
  status(): Promise<LedgerStatus['restored']>
  stop(): Promise<void>
}

/**
 * Closes the gap in a ledger that was restored: finds out from the folders and from the endpoint's `media_data` what
 * the lost part of the ledger had sent. What is there becomes uploaded, with the evidence; what surely is not goes its
 * usual way; what cannot be told waits for a person. Nothing of it is sent before.
 */
export async function startReconstruction(options: ReconstructionOptions): Promise<Reconstruction> {
  const { ledger, clock, log, pace } = options
  const restored = await ledger.readRestored()
  const stopping = new AbortController()
  const stopped = new Promise<void>((resolve) => {
    stopping.signal.addEventListener('abort', () => {
      resolve()
    })
  })
  const startedMs = clock.monotonicMs()
  let cancelTimer: (() => void) | null = null
  let running: Promise<void> = Promise.resolve()

  /** True once every folder was compared in full since the restore: then no file is missing that speaks for itself. */
  const closeFolders = async (): Promise<boolean> => {
    let allClosed = true
    for (const intake of options.intakes) {
      const { id } = intake.folder
      if (await ledger.isGapClosed(id)) continue
      const first = await intake.firstComparison
      const { complete } = first.complete ? first : await intake.compareNow()
      if (complete) await Promise.race([intake.idle(), stopped])
      if (stopping.signal.aborted) return false
      if (complete) await ledger.closeGapOf(id, clock.nowMs())
      else allClosed = false
    }
    return allClosed
  }

  const toSuspect = async (item: Item): Promise<Suspect> => {
    const folder = options.folders.find(({ id }) => id === item.folderId)
    const stat = await lstat(await options.locate(item)).catch(() => null)
    return {
      item,
      fileChangedAtMs: stat === null ? null : Math.max(stat.mtimeMs, stat.ctimeMs),
      staysAfterUpload: folder?.afterUpload === 'leave',
    }
  }

  const ask = async (
    entityId: string,
    key: string,
    items: readonly Item[],
    gap: Restored,
  ): Promise<ReadonlyMap<number, GapFinding>> => {
    const { connection } = options
    const list = await options.client.listMedia({ connection, key, entityId, signal: stopping.signal })
    if (list.kind === 'unavailable') {
      const isLasting = dispositionOf(list.code) === 'review' || elapsedMs() >= pace.patienceMs
      return isLasting ? unanswered(items, sayWith(sayAsWritten(list.code), list)) : new Map()
    }
    const known = await ledger.knownSentNames(list.entries.map(({ name }) => name))
    return judgeSuspects(await Promise.all(items.map(toSuspect)), list.entries, known, gap)
  }

  const elapsedMs = (): number => clock.monotonicMs() - startedMs

  const settle = async (entityId: string, gap: Restored, allClosed: boolean): Promise<void> => {
    const items = await ledger.itemsToAsk(entityId)
    const key = options.key()
    if (key === null && elapsedMs() < pace.patienceMs) return
    const findings = key === null ? unanswered(items, say('no_key')) : await ask(entityId, key, items, gap)
    for (const item of items) {
      const found = findings.get(item.id)
      if (found === undefined || stopping.signal.aborted) continue
      if (found.kind === 'absent' && elapsedMs() < pace.absentAfterMs) continue
      // Another file of the same name may still come to light in a folder that could not be listed yet.
      if (found.kind !== 'absent' && item.id > gap.lastItemId && !allClosed) continue
      if ((await ledger.recordGapFinding(item.id, item.revision, found, clock.nowMs())) === null) continue
      log.info('gap_item_settled', { itemId: item.id, result: found.kind })
      options.onItemsChanged([item.id])
    }
  }

  const round = async (gap: Restored): Promise<void> => {
    const allClosed = await closeFolders()
    for (const entityId of await ledger.entitiesToAsk(entitiesARound)) {
      if (stopping.signal.aborted) return
      await settle(entityId, gap, allClosed)
    }
  }

  const schedule = (gap: Restored, delayMs: number): void => {
    cancelTimer = options.timers.after(delayMs, () => {
      running = round(gap)
        .catch((error: unknown) => {
          if (!stopping.signal.aborted) log.error('reconstruction_failed', error)
        })
        .then(() => {
          if (!stopping.signal.aborted) schedule(gap, pace.roundMs)
        })
    })
  }
  if (restored !== null) schedule(restored, 0)

  return {
    async status() {
      if (restored === null) return null
      const closed = await Promise.all(options.intakes.map(({ folder }) => ledger.isGapClosed(folder.id)))
      return {
        atMs: restored.atMs,
        backupName: restored.backupName,
        setAside: restored.setAside,
        reconstructedCount: await ledger.reconstructedCount(),
        finished: closed.every(Boolean) && (await ledger.entitiesToAsk(1)).length === 0,
      }
    },
    async stop() {
      stopping.abort()
      cancelTimer?.()
      await running
    },
  }
}

/** The next round takes up where this one ended. */
const entitiesARound = 200

function unanswered(items: readonly Item[], reason: Sentence): ReadonlyMap<number, GapFinding> {
  const found = { kind: 'unclear', ...say('untold_after_restore', { reason }) } as const
  return new Map(items.map(({ id }) => [id, found]))
}
