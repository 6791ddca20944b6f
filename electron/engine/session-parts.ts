import { join } from 'node:path'
import { IntrayError } from '../shared/error-codes.ts'
import { aliasKey } from '../shared/media-types.ts'
import type { IndexFile, Item } from '../shared/records.ts'
import type { ConnectionSettings } from '../shared/settings/connection.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { ConnectionTest, FolderStatus, LaneStatus } from '../shared/status.ts'
import { archiveExclusion } from './archive-exclusion.ts'
import { startArchiving } from './archiving.ts'
import type { Archiving } from './archiving.ts'
import { tryConnection } from './connection-trial.ts'
import { createBlankLooks } from './blank-looks.ts'
import type { BlankLooks } from './blank-looks.ts'
import { startDueLooks } from './due-looks.ts'
import { createEntityLookUps } from './entity-look-ups.ts'
import type { EntityLookUps } from './entity-look-ups.ts'
import { startFolderIntake } from './folder-intake.ts'
import type { FolderIntake } from './folder-intake.ts'
import type { Identifier } from './identification.ts'
import { createItemDesk } from './item-desk.ts'
import type { ItemDesk } from './item-desk.ts'
import { keepsArchive } from './kept-archive.ts'
import type { Ledger } from './ledger/ledger.ts'
import { lookPlan } from './look-series.ts'
import { isOwnDraft, removeDropDrafts } from './own-drafts.ts'
import type { Practice } from './practice.ts'
import { createNeighbours } from './neighbours.ts'
import { networkWay } from './network-way.ts'
import type { RuleBook } from './rule-book.ts'
import { openRepairParts } from './repair-parts.ts'
import type { RepairDesk } from './repair-desk.ts'
import { createUnknownOutcomes } from './unknown-outcomes.ts'
import type { UnknownOutcomes } from './unknown-outcomes.ts'
import { systemClock, systemTimers } from './time/clock.ts'
import type { ConnectionTestRequest } from './upload/connection-test.ts'
import { createEndpointClient } from './upload/endpoint-client.ts'
import type { EndpointClient } from './upload/endpoint-client.ts'
import { openHttpPort } from './upload/http-port.ts'
import { createBandwidth } from './upload/bandwidth.ts'
import { createPacer } from './upload/pacer.ts'
import { openUploadLane } from './upload-lane.ts'
import type { UploadLane } from './upload-lane.ts'
import { followForeignChanges } from './foreign-changes.ts'
import type { SessionOptions } from './session-options.ts'
import type { Undo } from './undo.ts'

/** What runs on one ledger: its folders, and its way to the endpoint. */
export interface SessionParts extends ItemDesk {
  readonly client: EndpointClient
  readonly connection: ConnectionSettings
  readonly folders: readonly FolderSettings[]
  readonly entities: EntityLookUps
  readonly repairs: RepairDesk
  readonly lane: UploadLane
  readonly unknowns: UnknownOutcomes
  readonly archiving: Archiving
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
}

/** What is open before anything runs. */
export interface Opened {
  readonly ledger: Ledger
  readonly book: RuleBook
  readonly practice: Practice | null
}

const uploadGraceMs = 5_000

/** Settles what a crash left behind, and starts folders and uploads. `undo` gets what ends them. */
export async function startParts(
  options: SessionOptions,
  { ledger, book, practice }: Opened,
  undo: Undo,
): Promise<SessionParts> {
  const { settings, announcer, log, now } = options
  const connection = practice?.connection ?? settings.connection
  const folders = practice === null ? settings.folders : [practice.folder]
  const key = (): string | null => practice?.key ?? options.liveKey()
  const way = networkWay(connection, options.network)
  const http = openHttpPort({
    connections: settings.upload.concurrency + 2,
    proxyFor: (url) => way.proxyFor(url),
    extraAuthorities: () => way.authorities(),
    bandwidth: createBandwidth(settings.upload.bytesPerSecond, systemClock),
  })
  const client = createEndpointClient({ http, clock: systemClock })
  undo.push(() => client.close())

  const locate = async (item: Item): Promise<string> => {
    if (item.archivedTo === 'trash') throw new IntrayError('file_missing', 'It is in the system’s trash.')
    if (item.archivedTo !== null) return item.archivedTo
    const folder =
      folders.find(({ id }) => id === item.folderId)?.path ?? (await ledger.folderPath(item.folderId))
    if (folder === null) throw new IntrayError('file_missing', 'Its folder is not known any more.')
    return join(folder, ...item.path.split('/'))
  }
  const archiving = startArchiving({
    ledger,
    folders,
    log,
    trash: options.trash,
    now,
    onItemChanged: (itemId) => {
      announcer.itemsChanged([itemId])
    },
    onStatusChanged: () => {
      announcer.statusChanged()
    },
  })
  undo.push(() => archiving.stop())
  const itemChanged = (itemId: number): void => {
    announcer.itemsChanged([itemId])
    archiving.kick([itemId])
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
  const blankLooks = openBlankLooks(options, ledger, identifier)
  undo.push(() => blankLooks?.stop())
  const repairParts = openRepairParts({
    ledger,
    ledgerFile: options.data.ledgerFile(settings.mode, settings.profile.id),
    identifier,
    readingAgain,
    settings,
    folders,
    pictureWorker: options.pictureWorker,
    log,
    locate,
    now,
    onItemsChanged: (itemIds) => {
      announcer.itemsChanged(itemIds)
      lane.kick()
    },
  })
  undo.push(() => repairParts.stop())
  const neighbours = createNeighbours({ ledger, folders, log, readingAgain, entities })
  undo.push(() => neighbours.idle())
  const pacer = createPacer({ clock: systemClock, requestsPerSecond: settings.upload.requestsPerSecond })
  const plan = options.lookPlan ?? lookPlan
  const unknowns = createUnknownOutcomes({
    ledger,
    client,
    connection,
    log,
    plan,
    pacer,
    maxAttempts: settings.upload.maxAttempts,
    clock: { nowMs: now, monotonicMs: () => systemClock.monotonicMs() },
    timers: systemTimers,
    key,
    random: Math.random,
    onItemChanged: itemChanged,
    onSentAnew: () => {
      lane.kick()
    },
  })
  undo.push(() => unknowns.stop())
  const recovered = await ledger.recoverInFlight(now())
  if (recovered.length > 0) log.warn('attempts_interrupted', { count: recovered.length })

  const intakes: FolderIntake[] = []
  const lane = await openUploadLane({
    ledger,
    client,
    connection,
    upload: settings.upload,
    folderPriorities: new Map(folders.map(({ id, priority }) => [id, priority])),
    graceMs: settings.review.graceMs,
    pacer,
    showsAfterMs: plan.afterMs[0] ?? 0,
    log,
    key,
    locate,
    readForm: (sha256) => repairParts.readForm(sha256),
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
  await unknowns.lookUpAll()

  await readingAgain.readAll()
  await desk.slips.writeOutstanding()
  await repairParts.splitting.writeOutstanding()
  for (const folder of folders) {
    // Not waited for: a share that is away answers late.
    removeDropDrafts(folder.path, ledger.id, now()).catch((error: unknown) => {
      log.error('drafts_not_removed', error)
    })
    const isArchived = await archiveExclusion(
      (await keepsArchive(ledger, folder)) ? { ...folder, afterUpload: 'archive' } : folder,
      folders,
    )
    const intake = await startFolderIntake({
      folder,
      intake: settings.intake,
      ledger,
      identifier,
      log,
      watch: options.watch,
      isExcluded: (path) => isOwnDraft(path) || isArchived(path),
      // Practice shows what a damaged scan is; nobody is to wait for that.
      secondLookMs: practice === null ? options.secondLookMs : (quietMs) => quietMs,
      now,
      onItemsChanged: (itemIds) => {
        announcer.itemsChanged(itemIds)
        desk.rules.forgetNames()
        if (folder.policy !== 'review_everything') lane.kick()
      },
      onIdentified: (files) => {
        neighbours.identified(files)
        repairParts.automatic.want(folder, files)
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
    await repairParts.automatic.wantHeld(folder)
  }
  undo.push(
    startDueLooks({
      ledger,
      log,
      longestWaitMs: Math.max(
        0,
        ...folders.flatMap(({ index, otherSideWaitMs }) => [index.waitMs, otherSideWaitMs]),
      ),
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
      archiving.kick()
      if (await book.refresh()) await readingAgain.readAll()
      await desk.slips.writeOutstanding()
    }),
  )
  lane.kick()
  archiving.kick()

  return {
    client,
    connection,
    folders,
    ...desk,
    entities,
    repairs: repairParts.repairs,
    lane,
    unknowns,
    archiving,
    intakes,
    locate,
    listIndexes: async () => ({
      files: await ledger.listIndexFiles(
        now(),
        (folderId) => folders.find(({ id }) => id === folderId)?.index.waitMs ?? 0,
      ),
    }),
    testConnection: (request) => tryConnection(request, options.network),
    hasKey: () => options.liveKey() !== null,
    laneStatus: () => lane.status(),
    folderStatuses: () =>
      intakes.map((intake) => {
        const status = intake.status()
        const archiveWords = archiving.words(status.id)
        return archiveWords === null
          ? status
          : { ...status, deliveryWords: `${status.deliveryWords} ${archiveWords}`.trim() }
      }),
  }
}

function openBlankLooks(
  { blankCheck, announcer, log, now }: SessionOptions,
  ledger: Ledger,
  identifier: Identifier,
): BlankLooks | undefined {
  if (blankCheck === undefined) return undefined
  const onItemsChanged = (itemIds: readonly number[]): void => {
    announcer.itemsChanged(itemIds)
  }
  return createBlankLooks({ ledger, identifier, blankCheck, log, now, onItemsChanged })
}
