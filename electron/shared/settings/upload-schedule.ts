import { z } from 'zod'
import { formSentences } from '../sentences/settings-sentences.ts'

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, formSentences.time_of_day_form)

/** When uploads may start, in the computer's own time. */
export const scheduleSchema = z.strictObject({
  enabled: z.boolean().default(false),
  from: timeOfDay.default('20:00'),
  to: timeOfDay.default('06:00').describe('Earlier than `from`: on the next day.'),
  days: z
    .array(z.int().min(0).max(6))
    .max(7)
    .default([0, 1, 2, 3, 4, 5, 6])
    .describe('The days on which it begins; 0 is Sunday.'),
})

export type UploadSchedule = z.infer<typeof scheduleSchema>
