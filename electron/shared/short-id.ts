import { z } from 'zod'

/** A name that a person gives to a folder, a profile or a rule, and that file names and the ledger can hold. */
export const shortIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'Lower-case letters, digits, dash and underscore only.')
