import { z } from 'zod'
import { csvDelimiters } from '../csv.ts'
import type { BundleReport, EvidenceSummary } from '../evidence.ts'
import { evidenceFormats, evidenceSelectionSchema } from '../evidence.ts'
import { preferencesSchema } from '../preferences.ts'
import type { Preferences } from '../preferences.ts'
import type { DropResult } from '../records.ts'
import type { EngineState } from '../status.ts'
import { call, folderId, itemId, nothing } from './call-spec.ts'

const profileId = z.string().max(64)

/** What only the shell can do. */
export const shellCalls = {
  /** Throws `operator_needed` where PINs are set and nobody has signed in, and so does forgetting. */
  'connection.setKey': call(
    'main',
    z.strictObject({ key: z.string().trim().min(1).max(4096), profileId }),
  ).returns<{
    /** False when the keychain is not available and the key lives only until Intray is closed. */
    kept: boolean
  }>(),
  'connection.forgetKey': call('main', z.strictObject({ profileId })).returns<null>(),

  'preferences.get': call('main', nothing).returns<Preferences>(),
  'preferences.save': call('main', z.strictObject({ preferences: preferencesSchema })).returns<Preferences>(),

  /** Shows a notification of the system now. False where the system takes none. */
  'shell.testNotice': call('main', nothing).returns<{ shown: boolean }>(),

  'shell.engineState': call('main', nothing).returns<EngineState>(),
  /** Starts an engine that ended now, and not when its time has come. The state tells what becomes of it. */
  'shell.startEngine': call('main', nothing).returns<null>(),
  'shell.openItem': call('main', z.strictObject({ itemId })).returns<null>(),
  'shell.showItem': call('main', z.strictObject({ itemId })).returns<null>(),
  'shell.showFolder': call('main', z.strictObject({ folderId })).returns<null>(),
  /** Lets the person choose files and copies them into a watched folder; null when nothing was chosen. */
  'shell.addFiles': call('main', z.strictObject({ folderId })).returns<{ result: DropResult | null }>(),
  'shell.pickFolder': call('main', nothing).returns<{ path: string | null }>(),
  /** Lets the person choose where a text is kept. */
  'shell.saveText': call(
    'main',
    z.strictObject({ suggestedName: z.string().min(1).max(120), text: z.string().max(5_000_000) }),
  ).returns<{ saved: boolean }>(),
  /** Lets the person choose a text file and reads it; null when nothing was chosen. */
  'shell.openText': call('main', nothing).returns<{ file: { name: string; text: string } | null }>(),
  /** Lets the person choose where the evidence goes; null when nothing was chosen. */
  'shell.exportEvidence': call(
    'main',
    z.strictObject({
      selection: evidenceSelectionSchema,
      format: z.enum(evidenceFormats),
      /** What stands between the cells of a CSV: as the spreadsheets of the region have it. */
      delimiter: z.enum(csvDelimiters).optional(),
      suggestedName: z.string().min(1).max(120),
    }),
  ).returns<{ summary: EvidenceSummary | null }>(),
  /** Lets the person choose a sealed bundle and checks it; null when nothing was chosen, or the check was ended. */
  'shell.verifyBundle': call('main', nothing).returns<{ report: BundleReport | null }>(),
  /** Prints what the window shows as PDF. */
  'shell.printToPdf': call('main', z.strictObject({ suggestedName: z.string().min(1).max(120) })).returns<{
    saved: boolean
  }>(),
  /** Lets the person choose where the anchor file is. */
  'shell.pickAnchorFile': call('main', nothing).returns<{ path: string | null }>(),
} as const
