import { z } from 'zod'
import { formSentences } from '../sentences/settings-sentences.ts'

/** Somebody who decides at this computer, and what is kept of the PIN. */
export const operatorSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  pin: z
    .string()
    .regex(/^scrypt:[0-9]+:[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$/, formSentences.pin_form)
    .describe('Derived from the PIN; it cannot be read back.'),
})

export type OperatorSettings = z.infer<typeof operatorSchema>
