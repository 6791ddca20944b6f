import { definitionOf } from '../shared/rules.ts'
import type { Settings } from '../shared/settings/settings.ts'
import type { LedgerStatus } from '../shared/status.ts'
import { startAnchoring } from './anchoring.ts'
import type { Anchoring } from './anchoring.ts'
import { lockEngine } from './ledger/engine-lock.ts'
import type { Ledger } from './ledger/ledger.ts'
import { startLedgerCare } from './ledger-care.ts'
import type { LedgerCare } from './ledger-care.ts'
import { openSoundLedger } from './ledger-restoring.ts'
import { startPractice } from './practice.ts'
import { reconstructionPace, startReconstruction } from './reconstruction.ts'
import { startRetention } from './retention.ts'
import type { Retention } from './retention.ts'
import { openRuleBook } from './rule-book.ts'
import { systemClock, systemTimers } from './time/clock.ts'
import { startParts } from './session-parts.ts'
import type { SessionOptions } from './session-options.ts'
import type { SessionParts } from './session-parts.ts'
import { undoAll } from './undo.ts'
import type { Undo } from './undo.ts'

/** Everything that runs for one set of settings: one ledger, its folders, its way to the endpoint. */
export interface Session extends SessionParts {
  /** With the rules that are in force now. */
  readonly settings: Settings
  readonly ledger: Ledger
  readonly care: LedgerCare
  readonly anchoring: Anchoring
  readonly retention: Retention
  /** How the ledger is, besides whether the engine is paused. */
  ledgerStatus(): Promise<Omit<LedgerStatus, 'state'>>
  /** Stops everything but the ledger, which stays open for reading. */
  suspend(): Promise<void>
  stop(): Promise<void>
}

/**
 * Opens the ledger, settles what a crash left behind, and starts folders and uploads.
 * Throws IntrayError when the ledger cannot be used; nothing is left running then.
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { settings, data, log, now } = options
  const undo: Undo = []
  const running: Undo = []
  const stop = (): Promise<void> => undoAll(undo)
  try {
    const ledgerFile = data.ledgerFile(settings.mode, settings.profile.id)
    const binding = { nativeBinding: options.nativeBinding }
    undo.push(lockEngine(ledgerFile, binding))
    const ledger = await openSoundLedger(ledgerFile, {
      ...binding,
      log,
      now,
      distrusts: options.distrustsLedger,
      examine: options.examineLedger,
    })
    undo.push(() => {
      ledger.close()
    })
    undo.push(() => undoAll(running))
    const care = startLedgerCare({
      ledger,
      ledgerFile,
      backupsKept: settings.ledger.backupsKept,
      timers: systemTimers,
      log,
      now,
      onFailure: (failure) => {
        options.onLedgerFailure(failure)
      },
      onStatusChanged: () => {
        options.announcer.statusChanged()
      },
    })
    running.push(() => care.stop())
    const practice =
      settings.mode === 'practice' ? await startPractice(data, options.resourcesDir, settings) : null
    if (practice !== null) running.push(() => practice.stop())
    const book = await openRuleBook(ledger, definitionOf(settings), await options.actor(), now())
    const parts = await startParts(options, { ledger, book, practice }, running)
    const reconstruction = await startReconstruction({
      ...parts,
      ledger,
      pace: options.reconstructionPace ?? reconstructionPace,
      clock: systemClock,
      timers: systemTimers,
      log,
      key: () => practice?.key ?? options.liveKey(),
      onItemsChanged: (itemIds) => {
        options.announcer.itemsChanged(itemIds)
        parts.lane.kick()
        parts.archiving.kick(itemIds)
      },
    })
    running.push(() => reconstruction.stop())
    const anchoring = startAnchoring({
      ledger,
      anchorFile: settings.ledger.anchorFile,
      timers: systemTimers,
      log,
      now,
      onStatusChanged: () => {
        options.announcer.statusChanged()
      },
    })
    running.push(() => anchoring.stop())
    const retention = startRetention({
      ledger,
      settings: settings.retention,
      folders: parts.folders,
      timers: systemTimers,
      log,
      now,
      onErased: () => {
        options.announcer.everythingChanged()
      },
    })
    running.push(() => retention.stop())
    log.info('session_opened', { mode: settings.mode, ledger: ledger.id, folders: parts.folders.length })
    return {
      ...parts,
      get settings() {
        return { ...settings, ...definitionOf(book.inUse().definition) }
      },
      ledger,
      care,
      anchoring,
      retention,
      ledgerStatus: async () => ({
        ...(await care.status()),
        restored: await reconstruction.status(),
        anchorFailure: anchoring.failure(),
      }),
      suspend: () => undoAll(running),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
