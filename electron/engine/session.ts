import { join } from 'node:path'
import { IntrayError } from '../shared/error-codes.ts'
import { aliasKey } from '../shared/media-types.ts'
import type { RulesProgress } from '../shared/readings.ts'
import type { IndexFile, Item } from '../shared/records.ts'
import { definitionOf } from '../shared/rules.ts'
import type { RulesDefinition } from '../shared/rules.ts'
import type { ConnectionSettings, FolderSettings, Settings } from '../shared/settings.ts'
import type { ConnectionTest, FolderStatus, LaneStatus } from '../shared/status.ts'
import type { Announcer } from './announcer.ts'
import { createBlankLooks } from './blank-looks.ts'
import type { DataFolder } from './data-folder.ts'
import { startDueLooks } from './due-looks.ts'
import { createEntityLookUps } from './entity-look-ups.ts'
import type { EntityLookUps } from './entity-look-ups.ts'
import { startFolderIntake } from './folder-intake.ts'
import type { FolderIntake } from './folder-intake.ts'
import { createItemDesk } from './item-desk.ts'
import type { ItemDesk } from './item-desk.ts'
import { lockEngine } from './ledger/engine-lock.ts'
import { openLedger } from './ledger/ledger.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'
import type { BlankCheck } from './media/blank-check.ts'
import { startPractice } from './practice.ts'
import type { Practice } from './practice.ts'
import { createNeighbours } from './neighbours.ts'
import { openRuleBook } from './rule-book.ts'
import type { RuleBook } from './rule-book.ts'
import { createUnknownOutcomes } from './unknown-outcomes.ts'
import type { UnknownOutcomes } from './unknown-outcomes.ts'
import { systemClock, systemTimers } from './time/clock.ts'
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
  /** Measures pictures that may be blank. */
  readonly blankCheck?: BlankCheck | undefined
  /** False for a single run: each folder is compared once. */
  readonly watch: boolean
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

/** Everything that runs for one set of settings: one ledger, its folders, its way to the endpoint. */
export interface Session extends ItemDesk {
  /** With the rules that are in force now. */
  readonly settings: Settings
  readonly connection: ConnectionSettings
  readonly folders: readonly FolderSettings[]
  readonly ledger: Ledger
  readonly entities: EntityLookUps
  readonly lane: UploadLane
  readonly unknowns: UnknownOutcomes
  readonly intakes: readonly FolderIntake[]
  /** Whether there is a key for the real connection; practice has its own. */
  hasKey(): boolean
  laneStatus(): LaneStatus
  folderStatuses(): Omit<FolderStatus, 'counts'>[]
  /** The index files that were read last, of all folders. */
  listIndexes(): Promise<{ files: readonly IndexFile[] }>
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
    const book = await openRuleBook(ledger, definitionOf(settings), await options.actor(), now())
    const parts = await startParts(options, { ledger, book, practice }, undo)
    log.info('session_opened', { mode: settings.mode, ledger: ledger.id, folders: parts.folders.length })
    return {
      ...parts,
      get settings() {
        return { ...settings, ...definitionOf(book.inUse().definition) }
      },
      ledger,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

interface Opened {
  readonly ledger: Ledger
  readonly book: RuleBook
  readonly practice: Practice | null
}

async function startParts(
  options: SessionOptions,
  { ledger, book, practice }: Opened,
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
  const entities = createEntityLookUps({
    ledger,
    client,
    connection,
    settings: settings.entityLookUp,
    timers: systemTimers,
    log,
    key,
    now,
    random: Math.random,
    onChecked: ({ entityId }) => {
      neighbours.entityChecked(entityId)
    },
  })
  undo.push(() => entities.stop())
  const desk = createItemDesk({
    ledger,
    book,
    settings,
    folders,
    log,
    readsAgain: true,
    blankCheck: options.blankCheck,
    actor: () => options.actor(),
    now,
    keepRules: (definition) => options.keepRules(definition),
    onItemsChanged: (itemIds) => {
      announcer.itemsChanged(itemIds)
      desk.rules.forgetNames()
      lane.kick()
    },
    onRulesProgress: (progress) => {
      options.onRulesProgress(progress)
    },
  })
  const { identifier, readingAgain } = desk
  const { blankCheck } = options
  const blankLooks =
    blankCheck === undefined
      ? undefined
      : createBlankLooks({
          ledger,
          identifier,
          blankCheck,
          log,
          now,
          onItemsChanged: (itemIds) => {
            announcer.itemsChanged(itemIds)
          },
        })
  if (blankLooks !== undefined) undo.push(() => blankLooks.stop())
  const neighbours = createNeighbours({ ledger, folders, log, readingAgain, entities })
  undo.push(() => neighbours.idle())
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

  await readingAgain.readAll()
  await desk.slips.writeOutstanding()
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
        desk.rules.forgetNames()
        if (folder.policy !== 'review_everything') lane.kick()
      },
      onIdentified: (files) => {
        neighbours.identified(folder, files)
      },
      readingAgain,
      slips: desk.slips,
      blankLooks,
      readSide: (text) => book.inUse().ruleSet.sides.sideByKey.get(aliasKey(text)) ?? null,
      onStatusChanged: () => {
        announcer.statusChanged()
      },
    })
    intakes.push(intake)
    undo.push(() => intake.stop())
  }
  undo.push(
    startDueLooks({
      ledger,
      log,
      now,
      readItems: (itemIds) => readingAgain.readItems(itemIds),
      lookElsewhere: async () => {
        for (const intake of intakes) await intake.lookAtIndexes()
      },
    }),
  )
  undo.push(
    await followForeignChanges(log, ledger, async () => {
      announcer.everythingChanged()
      desk.rules.forgetNames()
      lane.kick()
      if (await book.refresh()) await readingAgain.readAll()
      await desk.slips.writeOutstanding()
    }),
  )
  lane.kick()

  return {
    connection,
    folders,
    ...desk,
    entities,
    lane,
    unknowns,
    intakes,
    locate,
    listIndexes: async () => ({
      files: await ledger.listIndexFiles(
        now(),
        (folderId) => folders.find(({ id }) => id === folderId)?.index.waitMs ?? 0,
      ),
    }),
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

/** The `intray` command may decide, or change rules, while the window is open: both work on the same ledger. */
async function followForeignChanges(
  log: Log,
  ledger: Ledger,
  onChange: () => Promise<void>,
): Promise<() => Promise<void>> {
  let mark = await ledger.foreignChangeMark()
  let looking: Promise<void> | null = null
  const look = async (): Promise<void> => {
    const present = await ledger.foreignChangeMark()
    if (mark === present) return
    mark = present
    await onChange()
  }
  const timer = setInterval(() => {
    looking ??= look()
      .catch((error: unknown) => {
        log.error('foreign_change_look_failed', error)
      })
      .finally(() => {
        looking = null
      })
  }, foreignChangeIntervalMs)
  return async () => {
    clearInterval(timer)
    await looking
  }
}
