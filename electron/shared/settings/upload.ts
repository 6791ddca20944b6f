import { z } from 'zod'
import { scheduleSchema } from './upload-schedule.ts'

export const uploadSchema = z.strictObject({
  concurrency: z.int().min(1).max(64).default(4).describe('How many files are sent at the same time.'),
  requestsPerSecond: z
    .number()
    .min(0.01)
    .max(1_000)
    .default(20)
    .describe('The endpoint takes 200 calls per second.'),
  bytesPerSecond: z
    .int()
    .min(0)
    .max(10_000_000_000)
    .default(0)
    .describe('The most that goes out in a second, of all uploads together. 0: no limit.'),
  schedule: scheduleSchema.prefault({}),
  filesPerRequest: z
    .int()
    .min(1)
    .max(20)
    .default(1)
    .describe(
      'How many files of one entity travel in one request. A refused request is tried again one by one.',
    ),
  maxAttempts: z.int().min(1).max(100).default(8),
  backoffBaseMs: z.int().min(10).max(600_000).default(2_000),
  backoffMaxMs: z.int().min(10).max(86_400_000).default(600_000),
})

export type UploadSettings = z.infer<typeof uploadSchema>
