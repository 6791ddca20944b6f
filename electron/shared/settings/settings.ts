import { z } from 'zod'
import { rulesDefinitionSchema } from '../rules.ts'
import type { Told } from '../sentences/told.ts'
import { connectionSchema } from './connection.ts'
import { entityLookUpSchema } from './entity-look-up.ts'
import { folderSchema } from './folder.ts'
import { intakeSchema } from './intake.ts'
import { ledgerSchema } from './ledger.ts'
import { operatorSchema } from './operator.ts'
import { otherProfileSchema, profileSchema } from './profile.ts'
import { retentionSchema } from './retention.ts'
import { reviewSchema } from './review.ts'
import { uploadSchema } from './upload.ts'

export const settingsSchema = z.strictObject({
  $schema: z.string().optional(),
  mode: z
    .enum(['practice', 'live'])
    .default('practice')
    .describe('Practice uses an endpoint inside Intray and its own ledger; live uses the connection below.'),
  operator: z
    .string()
    .max(120)
    .default('')
    .describe('Who decides, for the ledger. Empty: the system account.'),
  operators: z
    .array(operatorSchema)
    .max(100)
    .default([])
    .describe('Who may decide. Empty: whoever uses this computer; else a PIN is asked for.'),
  profile: profileSchema.prefault({}).describe('The profile in use: `connection` and `folders` are its own.'),
  otherProfiles: z.array(otherProfileSchema).max(20).default([]),
  connection: connectionSchema.prefault({}),
  folders: z.array(folderSchema).max(200).default([]),
  ...rulesDefinitionSchema.shape,
  entityLookUp: entityLookUpSchema.prefault({}),
  ledger: ledgerSchema.prefault({}),
  review: reviewSchema.prefault({}),
  retention: retentionSchema.prefault({}),
  intake: intakeSchema.prefault({}),
  upload: uploadSchema.prefault({}),
})

/** What is added to the name of a settings file that is set aside because of what is wrong in it. */
export const setAsideEnding = '.damaged'

/** What is added to the name under which a settings file is kept that somebody else wrote before it was replaced. */
export const replacedEnding = '.replaced'

export type Settings = z.infer<typeof settingsSchema>

/** One thing that is wrong with a settings file: where, and in plain words. */
export interface SettingsProblem extends Told {
  /** The place of the value, as `folders.0.path`; empty for the file itself. */
  readonly path: string
}
