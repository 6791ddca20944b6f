import { z } from 'zod'
import { evidenceSelectionSchema } from '../../../shared/evidence.ts'

/** What a sealed bundle is, in its first line. A change of the lines is a new version. */
export const bundleKind = 'intray-evidence'
export const bundleVersion = 1

/** The longest line that is read, in bytes. The largest that Intray writes are a hundred times shorter. */
export const maxLineBytes = 8 * 1024 * 1024

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().nonnegative()
const cell = z.union([z.string(), z.number(), z.null()])

const manifestSchema = z.strictObject({
  part: z.literal('manifest'),
  kind: z.literal(bundleKind),
  version: z.int().positive(),
  ledgerId: z.string().max(100),
  writtenAtMs: z.int(),
  writtenBy: z.string().max(1_000),
  intrayVersion: z.string().max(100),
  selection: evidenceSelectionSchema,
  howToVerify: z.array(z.string()).max(50),
})

const anchorSchema = z.strictObject({
  part: z.literal('anchor'),
  ledgerId: z.string().max(100),
  seq: z.int().positive(),
  hash,
  atMs: z.int(),
})

/** The columns of the row as the ledger has them; the empty ones are left out. */
const itemSchema = z.strictObject({ part: z.literal('item'), row: z.record(z.string(), cell) })
const attemptSchema = z.strictObject({ part: z.literal('attempt'), row: z.record(z.string(), cell) })

const eventSchema = z.strictObject({
  part: z.literal('event'),
  seq: z.int().positive(),
  atMs: z.int(),
  actor: z.string(),
  kind: z.string(),
  itemId: z.int().nullable(),
  dataHash: hash,
  hash,
  /** Of the first event only: the hash that it follows from. */
  previousHash: hash.optional(),
  /** The text whose SHA-256 is `dataHash`. Absent for other items' events, and where it was erased. */
  data: z.string().optional(),
  erased: z.literal(true).optional(),
})

const sealSchema = z.strictObject({
  part: z.literal('seal'),
  itemCount: count,
  attemptCount: count,
  eventCount: count,
  anchorCount: count,
  headSeq: count,
  headHash: hash,
  /** Of every byte before this line. */
  sha256: hash,
})

export const bundleLineSchema = z.discriminatedUnion('part', [
  manifestSchema,
  anchorSchema,
  itemSchema,
  attemptSchema,
  eventSchema,
  sealSchema,
])

export type BundleLine = z.infer<typeof bundleLineSchema>
export type BundleManifest = z.infer<typeof manifestSchema>
export type BundleEvent = z.infer<typeof eventSchema>
export type BundleSeal = z.infer<typeof sealSchema>
export type BundleRow = z.infer<typeof itemSchema>['row']

/** The order of the lines: what events are held against comes before them. */
export const partOrder: readonly BundleLine['part'][] = [
  'manifest',
  'anchor',
  'item',
  'attempt',
  'event',
  'seal',
]
