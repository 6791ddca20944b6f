import { z } from 'zod'
import { formSentences } from './sentences/settings-sentences.ts'

/** A name that a person gives to a folder, a profile or a rule, and that file names and the ledger can hold. */
export const shortIdSchema = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, formSentences.short_id_characters)
