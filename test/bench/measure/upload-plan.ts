import { z } from 'zod'

/** What the bare upload loop is given, as JSON in a file. */
export const uploadPlanSchema = z.object({
  baseUrl: z.string(),
  organisation: z.string(),
  key: z.string(),
  concurrency: z.int(),
  /** Absolute paths. */
  paths: z.array(z.string()),
})

/** What it tells at its end, as JSON. */
export const uploadResultSchema = z.object({
  /** From the first request to the last answer. */
  sendingMs: z.number(),
})

export type UploadPlan = z.infer<typeof uploadPlanSchema>
export type UploadResult = z.infer<typeof uploadResultSchema>
