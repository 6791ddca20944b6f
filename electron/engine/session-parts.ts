import type { IndexFile, Item } from '../shared/records.ts'
import type { ConnectionSettings } from '../shared/settings/connection.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { ConnectionTest, FolderStatus, LaneStatus } from '../shared/status.ts'
import { startArchiving } from './archiving.ts'
import type { Archiving } from './archiving.ts'
import { tryConnection } from './connection-trial.ts'
import { openBlankLooks } from './blank-looks.ts'
import { startDueLooks } from './due-looks.ts'
import { openEndpoint } from './endpoint-access.ts'
import { openEntityParts } from './entity-parts.ts'
import type { EntityLookUps } from './entity-look-ups.ts'
import { createFolderIntakes } from './folder-intakes.ts'
import type { FolderIntake } from './folder-intake.ts'
import { createItemDesk } from './item-desk.ts'
import type { ItemDesk } from './item-desk.ts'
import { folderPaths, itemLocation } from './item-location.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Practice } from './practice.ts'
import type { RuleBook } from './rule-book.ts'
import { openRepairParts } from './repair-parts.ts'
import type { RepairDesk } from './repair-desk.ts'
import type { UnknownOutcomes } from './unknown-outcomes.ts'
import type { ConnectionTestRequest } from './upload/connection-test.ts'
import type { EndpointClient } from './upload/endpoint-client.ts'
import type { UploadLane } from './upload-lane.ts'
import { followForeignChanges } from './foreign-changes.ts'
import { openSendingParts } from './sending-parts.ts'
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

/** Settles what a crash left behind, and starts folders and uploads. `undo` gets what ends them. */
export async function startParts(
  options: SessionOptions,
  { ledger, book, practice }: Opened,
  undo: Undo,
): Promise<SessionParts> {
  const { settings, announcer, log, now } = options
  const connection = practice?.connection ?? settings.connection
  const folders = practice === null ? settings.folders : [practice.folder]
  /** What every part stands on. */
  const ground = { ledger, settings, folders, log, now }
  const locate = itemLocation(folderPaths(ledger, folders))
  const statusChanged = (): void => {
    announcer.statusChanged()
  }
  const { client, close } = openEndpoint({
    connection,
    network: options.network,
    connections: settings.upload.concurrency + 2,
    bytesPerSecond: settings.upload.bytesPerSecond,
  })
  undo.push(close)
  const endpoint = { client, connection, key: () => practice?.key ?? options.liveKey() }
  const archiving = startArchiving({
    ...ground,
    trash: options.trash,
    onItemChanged: (itemId) => {
      announcer.itemsChanged([itemId])
    },
    onStatusChanged: statusChanged,
  })
  undo.push(() => archiving.stop())
  const desk = createItemDesk({
    ...ground,
    book,
    readsAgain: true,
    blankCheck: options.blankCheck,
    actor: () => options.actor(),
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
  const { identifier, readingAgain, slips } = desk
  undo.push(() => readingAgain.stop())
  const blankLooks = openBlankLooks({
    ...ground,
    identifier,
    blankCheck: options.blankCheck,
    onItemsChanged: (itemIds) => {
      announcer.itemsChanged(itemIds)
    },
  })
  undo.push(() => blankLooks?.stop())
  const repairParts = openRepairParts({
    ...ground,
    ledgerFile: options.data.ledgerFile(settings.mode, settings.profile.id),
    identifier,
    readingAgain,
    pictureWorker: options.pictureWorker,
    locate,
    onItemsChanged: (itemIds) => {
      announcer.itemsChanged(itemIds)
      lane.kick()
    },
  })
  undo.push(() => repairParts.stop())
  const { entities, neighbours } = openEntityParts({ ...ground, ...endpoint, readingAgain }, undo)
  const folderIntakes = createFolderIntakes({
    ...ground,
    book,
    identifier,
    watch: options.watch,
    // Practice shows what a damaged scan is; nobody is to wait for that.
    secondLookMs: practice === null ? options.secondLookMs : (quietMs) => quietMs,
    readingAgain,
    slips,
    blankLooks,
    automaticRepairs: repairParts.automatic,
    onItemsChanged: ({ policy }, itemIds) => {
      announcer.itemsChanged(itemIds)
      desk.rules.forgetNames()
      if (policy !== 'review_everything') lane.kick()
    },
    onIdentified: (folder, files) => {
      neighbours.identified(files)
      repairParts.automatic.want(folder, files)
    },
    onStatusChanged: statusChanged,
  })
  const { lane, unknowns } = await openSendingParts(
    {
      ...ground,
      ...endpoint,
      plan: options.lookPlan,
      locate,
      readForm: (sha256) => repairParts.readForm(sha256),
      onItemChanged: (itemId) => {
        announcer.itemsChanged([itemId])
        archiving.kick([itemId])
      },
      onStatusChanged: statusChanged,
      onProgress: (itemId, sentBytes, totalBytes) => {
        options.onProgress(itemId, sentBytes, totalBytes)
      },
      onContentChanged: ({ folderId }) => {
        folderIntakes.compare(folderId)
      },
    },
    undo,
  )

  // A person need not wait for it to see the window. A run that ends by itself ends with everything read.
  if (options.watch) readingAgain.beginReadAll()
  else await readingAgain.readAll()
  await slips.writeOutstanding()
  await desk.pages.removeOutstanding()
  await repairParts.splitting.writeOutstanding()
  await folderIntakes.start(undo)
  undo.push(
    startDueLooks({
      ...ground,
      readItems: (itemIds) => readingAgain.readItems(itemIds),
      lookElsewhere: () => folderIntakes.lookAtIndexes(),
    }),
  )
  undo.push(
    await followForeignChanges(log, ledger, async () => {
      announcer.everythingChanged()
      desk.rules.forgetNames()
      lane.kick()
      archiving.kick()
      if (await book.refresh()) await readingAgain.readAll()
      await slips.writeOutstanding()
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
    intakes: folderIntakes.intakes,
    locate,
    listIndexes: () => folderIntakes.listIndexes(),
    testConnection: (request) => tryConnection(request, options.network),
    hasKey: () => options.liveKey() !== null,
    laneStatus: () => lane.status(),
    folderStatuses: () => folderIntakes.statuses((folderId) => archiving.why(folderId)),
  }
}
