import { z } from 'zod'

/** Asking the endpoint, before review, whether it knows an entity. */
export const entityLookUpSchema = z.strictObject({
  enabled: z.boolean().default(false).describe('Whether entities are looked up before review.'),
  keepMs: z
    .int()
    .min(60_000)
    .max(31 * 86_400_000)
    .default(86_400_000)
    .describe('How long an answer is believed. An unknown entity is asked for again after a tenth of it.'),
})

export type EntityLookUpSettings = z.infer<typeof entityLookUpSchema>
