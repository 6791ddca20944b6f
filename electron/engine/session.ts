import { join } from 'node:path'
import { IntrayError } from '../shared/error-codes.ts'
import type { Item } from '../shared/records.ts'
import type { ConnectionSettings, FolderSettings, Settings } from '../shared/settings.ts'
import type { ConnectionTest, FolderStatus, LaneStatus } from '../shared/status.ts'
import type { Announcer } from './announcer.ts'
import type { DataFolder } from './data-folder.ts'
import { startFolderIntake } from './folder-intake.ts'
import type { FolderIntake } from './folder-intake.ts'
import { createIdentifier } from './identification.ts'
import type { Identifier } from './identification.ts'
import { compileRules } from './identify/naming/rule-set.ts'
import { lockEngine } from './ledger/engine-lock.ts'
import { openLedger } from './ledger/ledger.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'
import { startPractice } from './practice.ts'
import type { Practice } from './practice.ts'
import { readWaitingAgain } from './reading-again.ts'
import { createUnknownOutcomes } from './unknown-outcomes.ts'
import type { UnknownOutcomes } from './unknown-outcomes.ts'
import { systemClock } from './time/clock.ts'
import type { ConnectionTestRequest } from './upload/connection-test.ts'
import { createEndpointClient } from './upload/endpoint-client.ts'
import { openHttpPort } from './upload/http-port.ts'
import { createPacer } from './upload/pacer.ts'
import { proxyFromEnvironment } from './upload/proxy-environment.ts'
import { openUploadLane } from './upload-lane.ts'
import type { UploadLane } from './upload-lane.ts'

export interface SessionOptions {
  readonly settings: Settings
  readonly data: DataFolder
  readonly resourcesDir: string
  readonly nativeBinding?: string | undefined
  readonly log: Log
  readonly announcer: Announcer
  /** False for a single run: each folder is compared once. */
  readonly watch: boolean
  /** The key of the real connection. Practice has its own. */
  liveKey(): string | null
  now(): number
  onProgress(itemId: number, sentBytes: number, totalBytes: number): void
}

/** Everything that runs for one set of settings: one ledger, its folders, its way to the endpoint. */
export interface Session {
  readonly settings: Settings
  readonly connection: ConnectionSettings
  readonly folders: readonly FolderSettings[]
  readonly ledger: Ledger
  readonly identifier: Identifier
  readonly lane: UploadLane
  readonly unknowns: UnknownOutcomes
  readonly intakes: readonly FolderIntake[]
  /** Whether there is a key for the real connection; practice has its own. */
  hasKey(): boolean
  laneStatus(): LaneStatus
  folderStatuses(): Omit<FolderStatus, 'counts'>[]
  /** Tries a connection without changing anything. */
  testConnection(request: ConnectionTestRequest): Promise<ConnectionTest>
  /** Where an item's file is. Throws `file_missing` for a folder that the ledger does not know. */
  locate(item: Item): Promise<string>
  stop(): Promise<void>
}

const foreignChangeIntervalMs = 1_000
const uploadGraceMs = 5_000

/**
 * Opens the ledger, settles what a crash left behind, and starts folders and uploads.
 * Throws IntrayError when the ledger cannot be used; nothing is left running then.
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { settings, data, log, now } = options
  const undo: (() => Promise<void> | void)[] = []
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const ledgerFile = data.ledgerFile(settings.mode)
    const binding = { nativeBinding: options.nativeBinding }
    undo.push(lockEngine(ledgerFile, binding))
    const ledger = openLedger(ledgerFile, { ...binding, now })
    undo.push(() => {
      ledger.close()
    })
    const practice =
      settings.mode === 'practice' ? await startPractice(data, options.resourcesDir, settings) : null
    if (practice !== null) undo.push(() => practice.stop())
    const parts = await startParts(options, ledger, practice, undo)
    log.info('session_opened', { mode: settings.mode, ledger: ledger.id, folders: parts.folders.length })
    return { ...parts, settings, ledger, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startParts(
  options: SessionOptions,
  ledger: Ledger,
  practice: Practice | null,
  undo: (() => Promise<void> | void)[],
): Promise<Omit<Session, 'settings' | 'ledger' | 'stop'>> {
  const { settings, announcer, log, now } = options
  const connection = practice?.connection ?? settings.connection
  const folders = practice === null ? settings.folders : [practice.folder]
  const key = (): string | null => practice?.key ?? options.liveKey()
  const http = openHttpPort({
    connections: settings.upload.concurrency + 2,
    proxyFor: proxyFromEnvironment(process.env),
  })
  const client = createEndpointClient({ http, clock: systemClock })
  undo.push(() => client.close())

  const locate = async (item: Item): Promise<string> => {
    const folder =
      folders.find(({ id }) => id === item.folderId)?.path ?? (await ledger.folderPath(item.folderId))
    if (folder === null) throw new IntrayError('file_missing', 'Its folder is not known any more.')
    return join(folder, ...item.path.split('/'))
  }
  const itemChanged = (itemId: number): void => {
    announcer.itemsChanged([itemId])
  }
  const identifier = createIdentifier({
    ledger,
    ruleSet: compileRules(settings.rules, settings.mediaTypeAliases),
    maxFileSizeBytes: settings.intake.maxFileSizeBytes,
  })
  const unknowns = createUnknownOutcomes({
    ledger,
    client,
    connection,
    log,
    key,
    now,
    onItemChanged: itemChanged,
  })
  undo.push(() => unknowns.stop())
  const recovered = await ledger.recoverInFlight(now())
  if (recovered.length > 0) log.warn('attempts_interrupted', { count: recovered.length })
  await lookUpUnknown(ledger, unknowns)

  const intakes: FolderIntake[] = []
  const lane = await openUploadLane({
    ledger,
    client,
    connection,
    upload: settings.upload,
    pacer: createPacer({ clock: systemClock, requestsPerSecond: settings.upload.requestsPerSecond }),
    log,
    key,
    locate,
    now,
    random: Math.random,
    onItemChanged: itemChanged,
    onStatusChanged: () => {
      announcer.statusChanged()
    },
    onProgress: (itemId, sentBytes, totalBytes) => {
      options.onProgress(itemId, sentBytes, totalBytes)
    },
    onContentChanged: (item) => {
      void intakes.find(({ folder }) => folder.id === item.folderId)?.compareNow()
    },
    onOutcomeUnknown: (item) => {
      unknowns.lookUpLater(item)
    },
  })
  undo.push(() => lane.stop(uploadGraceMs))

  announcer.itemsChanged(await readWaitingAgain(ledger, identifier, settings, folders, now))
  for (const folder of folders) {
    const intake = await startFolderIntake({
      folder,
      intake: settings.intake,
      ledger,
      identifier,
      log,
      watch: options.watch,
      now,
      onItemsChanged: (itemIds) => {
        announcer.itemsChanged(itemIds)
        if (folder.policy !== 'review_everything') lane.kick()
      },
      onStatusChanged: () => {
        announcer.statusChanged()
      },
    })
    intakes.push(intake)
    undo.push(() => intake.stop())
  }
  undo.push(await followForeignChanges(options, ledger, lane))
  lane.kick()

  return {
    connection,
    folders,
    identifier,
    lane,
    unknowns,
    intakes,
    locate,
    testConnection: (request) => client.test(request),
    hasKey: () => options.liveKey() !== null,
    laneStatus: () => lane.status(),
    folderStatuses: () => intakes.map((intake) => intake.status()),
  }
}

async function lookUpUnknown(ledger: Ledger, unknowns: UnknownOutcomes): Promise<void> {
  const page = await ledger.list({ states: ['outcome_unknown'], text: '', order: 'oldest_first', limit: 100 })
  for (const item of page.items) unknowns.lookUpLater(item)
}

/** The `intray` command may decide while the window is open: both work on the same ledger. */
async function followForeignChanges(
  { announcer, log }: SessionOptions,
  ledger: Ledger,
  lane: UploadLane,
): Promise<() => void> {
  let mark = await ledger.foreignChangeMark()
  const look = async (): Promise<void> => {
    const present = await ledger.foreignChangeMark()
    if (mark !== present) {
      announcer.everythingChanged()
      lane.kick()
    }
    mark = present
  }
  const timer = setInterval(() => {
    look().catch((error: unknown) => {
      log.error('foreign_change_look_failed', error)
    })
  }, foreignChangeIntervalMs)
  return () => {
    clearInterval(timer)
  }
}
