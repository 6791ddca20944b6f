import { z } from 'zod'
import type { FileFamilyId } from './file-families.ts'

/** How a picture is made smaller. The same recipe on the same content gives the same picture. */
export const recipeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('jpeg'),
    quality: z.int().min(30).max(95),
    /** In percent of the original's width and height. */
    scalePercent: z.int().min(10).max(100),
    grey: z.boolean(),
  }),
  /** Every page of a TIFF becomes a file of its own beside it, which is reviewed by itself. */
  z.strictObject({
    kind: z.literal('split_pages'),
    quality: z.int().min(30).max(95),
    scalePercent: z.int().min(10).max(100),
    grey: z.boolean(),
  }),
])
export type Recipe = z.infer<typeof recipeSchema>

/** What a recipe makes of an item's picture. Nothing is decided by it. */
export interface RepairProposal {
  readonly recipe: Recipe
  readonly before: RepairForm
  /** One for each page that is split off, else one. */
  readonly after: readonly RepairForm[]
  /** True when every part is within the endpoint's limit. */
  readonly fits: boolean
}

export interface RepairForm {
  readonly sha256: string
  readonly sizeBytes: number
  readonly family: FileFamilyId
  readonly widthPixels: number
  readonly heightPixels: number
}

/** The repaired form that is sent in place of an item's original, as the ledger keeps it. */
export interface Repair {
  readonly recipe: Recipe
  readonly sha256: string
  readonly sizeBytes: number
  readonly family: FileFamilyId
  /** Whether the folder's policy accepted it; else a person did. */
  readonly byPolicy: boolean
}
