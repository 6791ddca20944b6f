import { z } from 'zod'
import { maxFileSizeBytes } from '../file-families.ts'

export const shippedIgnorePatterns = ['.*', '~$*', '*.lnk', 'Thumbs.db', 'desktop.ini', '__MACOSX/**']

export const intakeSchema = z.strictObject({
  quietMs: z
    .int()
    .min(0)
    .max(3_600_000)
    .default(2_000)
    .describe('A file is taken when its size and time have not changed for this long.'),
  neverQuietMs: z
    .int()
    .min(1_000)
    .max(31 * 86_400_000)
    .default(1_800_000)
    .describe('A file that is still being written after so long is called a problem.'),
  comparisonIntervalMs: z
    .int()
    .min(1_000)
    .max(86_400_000)
    .default(300_000)
    .describe('How often folders are compared in full with the ledger.'),
  ignore: z
    .array(z.string().min(1).max(300))
    .max(200)
    .default(shippedIgnorePatterns)
    .describe('Names that are never taken; * stands for any text.'),
  maxFileSizeBytes: z.int().min(1).max(maxFileSizeBytes).default(maxFileSizeBytes),
  minPicturePixels: z
    .int()
    .min(0)
    .max(5_000)
    .default(200)
    .describe('A picture whose shorter side has fewer pixels is called too small.'),
  manyForEntity: z
    .strictObject({
      count: z.int().min(0).max(100_000).default(20).describe('0: not checked.'),
      withinMs: z
        .int()
        .min(1_000)
        .max(366 * 86_400_000)
        .default(3_600_000),
    })
    .prefault({})
    .describe('So many scans for one entity in so short a time are a finding.'),
})

export type IntakeSettings = z.infer<typeof intakeSchema>
