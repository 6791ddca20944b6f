import { z } from 'zod'

export const retentionSchema = z.strictObject({
  enabled: z.boolean().default(false).describe('Whether personal values of old items are erased.'),
  afterDays: z
    .int()
    .min(30)
    .max(36_600)
    .default(3_650)
    .describe('How many days after its last change an item keeps them.'),
})

export type RetentionSettings = z.infer<typeof retentionSchema>
