import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Item } from '../../shared/records.ts'
import type { ItemCounts } from '../../shared/status.ts'
import type { Engine } from '../engine.ts'
import type { FolderIntake } from '../folder-intake.ts'
import { sumCounts } from '../ledger/queries.ts'
import type { Session } from '../session.ts'
import { allItems } from './all-items.ts'
import { countOf, unsentStates } from './run-end.ts'
import type { RunEnd, UnreadDirectory } from './run-end.ts'
import type { RunProgress } from './run-progress.ts'

export interface SingleRunOptions {
  readonly engine: Engine
  readonly approveReady: boolean
  readonly progress: RunProgress
  /** Aborted when the time is over, or by a person. */
  readonly signal: AbortSignal
}

/** How often is looked whether the work is done. */
const lookIntervalMs = 100

/**
 * Takes in what lies in the folders, approves what needs no eye where that was asked for, and waits until nothing
 * more can be sent. Resolves early when `signal` is aborted.
 */
export async function runOnce(options: SingleRunOptions): Promise<Omit<RunEnd, 'counts'>> {
  const { engine, progress, signal } = options
  const session = await engine.session()
  let unreadDirectories: readonly UnreadDirectory[] = []
  let compared = false
  const comparing = Promise.all(session.intakes.map(unreadBelow)).then((unread) => {
    unreadDirectories = unread.flat()
    compared = true
  })

  const until = async (isDone: (counts: ItemCounts) => boolean): Promise<boolean> => {
    for (;;) {
      const counts = sumCounts(await session.ledger.countsByFolder())
      progress.show(counts)
      if (isDone(counts)) return true
      if (signal.aborted) return false
      await wait(lookIntervalMs, undefined, { signal }).catch(() => undefined)
    }
  }

  let done = await until(() => compared && backlogOf(session) === 0)
  if (done) await comparing
  if (done && options.approveReady) await approveReady(engine, session, signal)
  done &&= await until((counts) => isNothingToSend(session, counts))
  if (done) await session.archiving.idle()
  return {
    mode: session.settings.mode,
    lane: session.laneStatus(),
    folders: session.folderStatuses(),
    unreadDirectories,
    timedOut: !done,
  }
}

/** What the folder's first comparison could not read. That of the folder itself shows in its status. */
async function unreadBelow({ folder, firstComparison }: FolderIntake): Promise<UnreadDirectory[]> {
  const { failure, failedDirectories } = await firstComparison
  if (failure !== null) return []
  return failedDirectories.map(({ directory, words }) => ({ path: join(folder.path, directory), words }))
}

function backlogOf({ intakes }: Session): number {
  return intakes.reduce((sum, intake) => sum + intake.backlog(), 0)
}

/** What a stopped lane cannot send is not waited for; what it is sending is. */
function isNothingToSend(session: Session, counts: ItemCounts): boolean {
  if (counts.uploading > 0 || session.unknowns.pending() > 0 || backlogOf(session) > 0) return false
  return session.laneStatus().state !== 'running' || countOf(counts, unsentStates) === 0
}

async function approveReady(engine: Engine, session: Session, signal: AbortSignal): Promise<void> {
  const query = { states: ['awaiting_review'], text: '', order: 'oldest_first' } as const
  for await (const item of allItems(session.ledger, query)) {
    if (signal.aborted) return
    if (needsNoEye(item)) {
      await engine.handlers['review.approve']({ itemId: item.id, revision: item.revision })
    }
  }
}

function needsNoEye(item: Item): boolean {
  return item.findings.every(({ severity }) => severity === 'info')
}
