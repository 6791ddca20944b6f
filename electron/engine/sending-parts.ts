import type { FolderSettings } from '../shared/settings/folder.ts'
import type { Settings } from '../shared/settings/settings.ts'
import { lookPlan } from './look-series.ts'
import type { LookPlan } from './look-series.ts'
import { systemClock, systemTimers } from './time/clock.ts'
import type { Undo } from './undo.ts'
import { createUnknownOutcomes } from './unknown-outcomes.ts'
import type { UnknownOutcomes } from './unknown-outcomes.ts'
import { createPacer } from './upload/pacer.ts'
import { openUploadLane } from './upload-lane.ts'
import type { LaneOptions, UploadLane } from './upload-lane.ts'

export interface SendingPartsOptions extends Omit<
  LaneOptions,
  'upload' | 'folderPriorities' | 'graceMs' | 'pacer' | 'showsAfterMs' | 'random' | 'onOutcomeUnknown'
> {
  readonly settings: Pick<Settings, 'upload' | 'review'>
  readonly folders: readonly FolderSettings[]
  /** When unknown uploads are looked for. Default: the plan that Intray has. */
  readonly plan?: LookPlan | undefined
}

/** The way of items to the endpoint, and what asks about those of which nobody knows whether they arrived. */
export interface SendingParts {
  readonly lane: UploadLane
  readonly unknowns: UnknownOutcomes
}

/** What is being sent at the end may take so long. */
const uploadGraceMs = 5_000

/** Settles what a crash left behind and opens the lane; nothing is sent before it is kicked. */
export async function openSendingParts(options: SendingPartsOptions, undo: Undo): Promise<SendingParts> {
  const { ledger, client, connection, settings, folders, plan = lookPlan, log, key, now } = options
  const { upload, review } = settings
  const pacer = createPacer({ clock: systemClock, requestsPerSecond: upload.requestsPerSecond })
  const unknowns = createUnknownOutcomes({
    ledger,
    client,
    connection,
    log,
    plan,
    pacer,
    maxAttempts: upload.maxAttempts,
    clock: { nowMs: now, monotonicMs: () => systemClock.monotonicMs() },
    timers: systemTimers,
    key,
    random: Math.random,
    onItemChanged: (itemId) => {
      options.onItemChanged(itemId)
    },
    onSentAnew: () => {
      lane.kick()
    },
  })
  undo.push(() => unknowns.stop())
  const recovered = await ledger.recoverInFlight(now())
  if (recovered.length > 0) log.warn('attempts_interrupted', { count: recovered.length })
  const lane = await openUploadLane({
    ...options,
    upload,
    folderPriorities: new Map(folders.map(({ id, priority }) => [id, priority])),
    graceMs: review.graceMs,
    pacer,
    showsAfterMs: plan.afterMs[0] ?? 0,
    random: Math.random,
    onOutcomeUnknown: (item) => {
      unknowns.lookUpLater(item)
    },
  })
  undo.push(() => lane.stop(uploadGraceMs))
  await unknowns.lookUpAll()
  return { lane, unknowns }
}
