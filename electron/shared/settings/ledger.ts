import { z } from 'zod'

export const ledgerSchema = z.strictObject({
  backupsKept: z
    .int()
    .min(1)
    .max(1_000)
    .default(14)
    .describe('How many daily backups of the ledger are kept.'),
  anchorFile: z
    .string()
    .max(4096)
    .default('')
    .describe('A file, best on another computer, to which the head of the history is written daily.'),
})
