import { z } from 'zod'
import type { LedgerProof } from '../ledger-proof.ts'
import type { Anchor, ErasureAccount, FolderAccount, LedgerBackup } from '../records.ts'
import { reportGroups } from '../reports.ts'
import type { Report } from '../reports.ts'
import { connectionSchema } from '../settings/connection.ts'
import { settingsSchema } from '../settings/settings.ts'
import type { Settings, SettingsProblem } from '../settings/settings.ts'
import { placeKinds } from '../status.ts'
import type { ConnectionTest, PlaceTest, Status } from '../status.ts'
import { call, day, folderId, nothing, queryText } from './call-spec.ts'

/** The engine as a whole: its state, uploads, folders, settings, ledger and reports. */
export const engineCalls = {
  'status.get': call('engine', nothing).returns<Status>(),

  'uploads.pause': call('engine', nothing).returns<null>(),
  'uploads.resume': call('engine', nothing).returns<null>(),

  'folders.compare': call('engine', nothing).returns<null>(),
  /** Seen = uploaded + waiting + attention + rejected + ignored + missing, by folder and day. */
  'folders.account': call(
    'engine',
    z.strictObject({ folderId: folderId.optional(), days: z.int().min(1).max(3_660).default(31) }),
  ).returns<FolderAccount>(),

  'settings.get': call('engine', nothing).returns<{
    settings: Settings
    path: string
    dataDir: string
    practiceFolder: string
    problems: readonly SettingsProblem[]
    /** Somebody else wrote the file since it was read: what it says now holds from the next start on. */
    changedOnDisk: boolean
  }>(),
  'settings.save': call('engine', z.strictObject({ settings: settingsSchema })).returns<{
    problems: readonly SettingsProblem[]
    /** Where the file is kept that somebody else wrote in the meantime; null where nobody did. */
    keptAs: string | null
  }>(),
  /** The settings as a file, without keys, PINs and what belongs to this computer alone. */
  'settings.export': call('engine', nothing).returns<{ text: string }>(),
  /** Reads such a file over the present settings. Nothing becomes active. */
  'settings.import': call('engine', z.strictObject({ text: z.string().max(5_000_000) })).returns<{
    settings: Settings | null
    problems: readonly SettingsProblem[]
  }>(),
  /** Goes over to another connection with its own folders and its own ledger. Throws `profile_unknown`. */
  'settings.useProfile': call('engine', z.strictObject({ profileId: z.string().max(64) })).returns<null>(),

  /** Tries a connection without saving it. Uses the stored key of the profile unless one is given. */
  'connection.test': call(
    'engine',
    z.strictObject({
      connection: connectionSchema,
      key: z.string().max(4096).optional(),
      profileId: z.string().max(64).optional(),
    }),
  ).returns<ConnectionTest>(),

  /** Tries a folder, an archive or an anchor file that is not saved yet. Changes nothing there. */
  'settings.testPlace': call(
    'engine',
    z.strictObject({ kind: z.enum(placeKinds), path: z.string().max(4_096) }),
  ).returns<PlaceTest>(),

  /** Checks the whole ledger, and holds it against the anchor file of the settings. */
  'ledger.verify': call('engine', nothing).returns<LedgerProof>(),
  'ledger.backUp': call('engine', nothing).returns<LedgerBackup>(),
  'ledger.backups': call('engine', nothing).returns<{ backups: readonly LedgerBackup[] }>(),
  /** Writes the chain's head to the anchor file now. Throws `output_unwritable`. */
  'ledger.anchor': call('engine', nothing).returns<Anchor>(),
  'ledger.anchors': call('engine', nothing).returns<{ anchors: readonly Anchor[] }>(),

  /** Ends the check of a bundle. Nothing happens where none runs. */
  'evidence.cancelCheck': call('engine', nothing).returns<null>(),

  /** What the policy would erase now. */
  'retention.preview': call('engine', nothing).returns<ErasureAccount>(),
  /** Erases personal values from items that are older than the policy says. */
  'retention.run': call('engine', nothing).returns<ErasureAccount>(),

  'reports.get': call(
    'engine',
    z.strictObject({ fromDay: day, toDay: day, by: z.enum(reportGroups), text: queryText.default('') }),
  ).returns<Report>(),
} as const
