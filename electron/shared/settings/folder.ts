import { z } from 'zod'
import { findingCodes, findingSeverities } from '../finding-codes.ts'
import { shortIdSchema } from '../short-id.ts'
import { indexSchema } from './index-file.ts'

export const reviewPolicies = ['review_everything', 'review_exceptions', 'upload_when_certain'] as const
export const afterUploadChoices = ['leave', 'archive', 'trash'] as const
export const repairPolicies = ['off', 'ask', 'automatic'] as const
export const priorities = ['high', 'normal', 'low'] as const

export const folderSchema = z.strictObject({
  id: shortIdSchema.describe('A short name that stays the same when the folder is moved.'),
  path: z.string().min(1).max(4096).describe('Where the folder is.'),
  recursive: z.boolean().default(true).describe('Whether sub-folders are watched too.'),
  policy: z
    .enum(reviewPolicies)
    .default('review_everything')
    .describe(
      'Whether a person looks at every file, at files with a warning, or only at files that are held.',
    ),
  afterUpload: z
    .enum(afterUploadChoices)
    .default('leave')
    .describe(
      'What happens to a scan once the endpoint has it: leave it, move it to an archive, or to the trash.',
    ),
  archivePath: z
    .string()
    .max(4096)
    .default('')
    .describe('Where the archive is. Empty: the sub-folder “uploaded” of the folder. Days get sub-folders.'),
  priority: z.enum(priorities).default('normal').describe('Whose scans go out first.'),
  repair: z
    .enum(repairPolicies)
    .default('ask')
    .describe(
      'Pictures over the limit: propose a smaller form, take it by itself where it is good enough, or hold them.',
    ),
  secondReview: z
    .boolean()
    .default(false)
    .describe('Whether two persons must approve every file of this folder.'),
  severities: z
    .partialRecord(z.enum(findingCodes), z.enum(findingSeverities))
    .default({})
    .describe('Other severities of findings than the catalogue’s, by code.'),
  index: indexSchema.prefault({}),
  otherSideWaitMs: z
    .int()
    .min(0)
    .max(31 * 86_400_000)
    .default(0)
    .describe('How long the front and the back of a document wait for one another. 0: not at all.'),
})

export type FolderSettings = z.infer<typeof folderSchema>
export type ReviewPolicy = (typeof reviewPolicies)[number]
export type AfterUpload = (typeof afterUploadChoices)[number]
export type RepairPolicy = (typeof repairPolicies)[number]
export type Priority = (typeof priorities)[number]
