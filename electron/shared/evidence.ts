import { z } from 'zod'
import { itemSelectionSchema } from './calls/item-calls.ts'
import type { Told } from './sentences/told.ts'

/** `csv` opens in a spreadsheet, `jsonl` is exact, `bundle` is sealed and proves itself. */
export const evidenceFormats = ['csv', 'jsonl', 'bundle'] as const
export type EvidenceFormat = (typeof evidenceFormats)[number]

/** Which items evidence is wanted of. */
export const evidenceSelectionSchema = z.union([
  z.strictObject({ itemIds: z.array(z.int().positive()).min(1).max(20_000) }),
  z.strictObject({ selection: itemSelectionSchema }),
])
export type EvidenceSelection = z.infer<typeof evidenceSelectionSchema>

/** What was written. */
export interface EvidenceSummary {
  readonly path: string
  readonly format: EvidenceFormat
  readonly itemCount: number
  readonly eventCount: number
  readonly sizeBytes: number
  /** Of the whole file. */
  readonly sha256: string
}

/** What is wrong with a line of a bundle, or with the bundle as a whole (null). */
export interface BundleFault extends Told {
  readonly line: number | null
}

/** Whether a sealed bundle is as it was written, and what it proves. */
export interface BundleReport {
  readonly path: string
  readonly ok: boolean
  readonly ledgerId: string | null
  readonly writtenAtMs: number | null
  readonly itemCount: number
  readonly eventCount: number
  readonly headHash: string | null
  /** How many anchors inside the bundle lie on its chain. */
  readonly anchorCount: number
  /** Where and why it does not prove itself; empty when it does. */
  readonly faults: readonly BundleFault[]
}
