import { z } from 'zod'
import { shortIdSchema } from '../short-id.ts'
import { connectionSchema } from './connection.ts'
import { folderSchema } from './folder.ts'

export const profileColours = ['auto', 'red', 'orange', 'green', 'blue', 'violet', 'grey'] as const

/** A connection has its own ledger, its own key and its own folders. */
export const profileSchema = z.strictObject({
  id: shortIdSchema.default('main'),
  name: z.string().max(60).default('').describe('Empty: what the address says.'),
  colour: z.enum(profileColours).default('auto').describe('Of the band over the window.'),
})

/** A profile that is not in use, with what it uses when it is. */
export const otherProfileSchema = profileSchema.extend({
  connection: connectionSchema.prefault({}),
  folders: z.array(folderSchema).max(200).default([]),
})

export type Profile = z.infer<typeof profileSchema>
export type OtherProfile = z.infer<typeof otherProfileSchema>
