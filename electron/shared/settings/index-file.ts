import { z } from 'zod'

export const indexEncodings = ['auto', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export const indexDelimiters = ['auto', ',', ';', '\t', '|'] as const
export const sidecarKinds = ['json', 'xml', 'txt'] as const

/** Index files: tables beside the scans that say whose they are. */
export const indexSchema = z.strictObject({
  files: z
    .array(z.string().min(1).max(120))
    .max(20)
    .default(['index.csv', 'index.tsv'])
    .describe('The names of index files; * stands for any text. Empty: there are none.'),
  sidecars: z
    .array(z.enum(sidecarKinds))
    .default([])
    .describe('Which files of a scan’s own name describe it: passport.json beside passport.jpg.'),
  columns: z
    .record(z.string().min(1).max(200), z.string().min(1).max(60))
    .default({})
    .describe(
      'What columns mean, by their heading: file, entity_id, media_type, side, ignore, or the name of a further value. Usual headings are known.',
    ),
  encoding: z.enum(indexEncodings).default('auto'),
  delimiter: z.enum(indexDelimiters).default('auto'),
  required: z
    .boolean()
    .default(false)
    .describe('Whether every scan needs a row. Else only scans beside an index file do.'),
  waitMs: z
    .int()
    .min(0)
    .max(31 * 86_400_000)
    .default(600_000)
    .describe('How long a scan waits for its row, and a row for its scan, before that is a finding.'),
})

export type IndexSettings = z.infer<typeof indexSchema>
