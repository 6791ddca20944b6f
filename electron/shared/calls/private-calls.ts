import { z } from 'zod'
import { csvDelimiters } from '../csv.ts'
import type { BundleReport, EvidenceSummary } from '../evidence.ts'
import { evidenceFormats, evidenceSelectionSchema } from '../evidence.ts'
import type { DropResult } from '../records.ts'
import { call, itemId, nothing } from './call-spec.ts'

const filePath = z.string().min(1).max(32_767)

/** What the shell asks the engine, and no window can. */
export const privateCalls = {
  /** The keys of all profiles, by the profile's id. */
  'secrets.provide': call(
    'engine_private',
    z.strictObject({ keys: z.record(z.string().max(64), z.string().max(4096)) }),
  ).returns<null>(),
  /**
   * Somebody is about to store or to forget a profile's key, which the ledger tells before it happens. Throws
   * `operator_needed`.
   */
  'secrets.announceChange': call(
    'engine_private',
    z.strictObject({ profileId: z.string().max(64), change: z.enum(['stored', 'forgotten']) }),
  ).returns<null>(),
  /** Where an item's file is, for the shell's own use. */
  'items.locate': call('engine_private', z.strictObject({ itemId })).returns<{ path: string }>(),
  'folders.locate': call('engine_private', z.strictObject({ folderId: z.string().max(64) })).returns<{
    path: string
  }>(),
  /** Copies files that a person dragged onto the window into a watched folder. Overwrites nothing. */
  'folders.drop': call(
    'engine_private',
    z.strictObject({ folderId: z.string().max(64), paths: z.array(filePath).min(1).max(5_000) }),
  ).returns<DropResult>(),
  /**
   * A file that Chromium can show: the scan itself, or a picture made of it.
   * Fails with `preview_unavailable` where neither exists.
   */
  'media.preview': call(
    'engine_private',
    z.strictObject({
      itemId,
      /** A repaired form of it in place of the original, by its SHA-256. */
      repairSha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
      /** One page of a TIFF, from 1, in place of all pages below one another. */
      page: z.int().min(1).max(10_000).optional(),
    }),
  ).returns<{
    path: string
    mime: string
    /** Of a TIFF; 1 for everything else. */
    pageCount: number
  }>(),
  'evidence.write': call(
    'engine_private',
    z.strictObject({
      path: filePath,
      selection: evidenceSelectionSchema,
      format: z.enum(evidenceFormats),
      delimiter: z.enum(csvDelimiters).optional(),
    }),
  ).returns<EvidenceSummary>(),
  /** Tells its progress by `evidence.checkProgressed`. Null where `evidence.cancelCheck` ended it. */
  'evidence.verify': call(
    'engine_private',
    z.strictObject({ path: filePath }),
  ).returns<BundleReport | null>(),
  /** How the system reaches the endpoint: a proxy by its settings or PAC, and the authorities that it trusts. */
  'network.provide': call(
    'engine_private',
    z.strictObject({
      proxyUrl: z.string().max(2_000).nullable(),
      authorities: z.array(z.string().max(100_000)).max(2_000),
    }),
  ).returns<null>(),
  /** What became of a file that the engine wanted in the system's trash. */
  'files.trashed': call(
    'engine_private',
    z.strictObject({ itemId, failure: z.string().max(1_000).nullable() }),
  ).returns<null>(),
  'engine.stop': call('engine_private', nothing).returns<null>(),
} as const
