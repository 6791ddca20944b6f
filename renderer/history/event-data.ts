import { z } from 'zod'
import { waitsFor } from '../../electron/shared/records.ts'
import { priorities } from '../../electron/shared/settings/folder.ts'
import { endpointLookSchema } from '../item/endpoint-looks.ts'
import { saidSchema } from '../../electron/shared/sentences/told.ts'

/** The values that identify an item, as far as an event tells them. */
const values = z
  .object({
    entityId: z.string().nullable(),
    mediaType: z.string().nullable(),
    fields: z.record(z.string(), z.string()),
  })
  .partial()

/**
 * The parts of an event's data that have words. Kinds of events use one name for different things: what is not of the
 * kind that has words is passed over, and the rest is told all the same.
 */
export const eventDataSchema = z.object({
  from: z.string().nullish().catch(null),
  item: values.extend({ state: z.string().optional() }).nullish().catch(null),
  /** Of a new priority it is no values, and is not told. */
  before: values.nullish().catch(null),
  reason: z.string().nullish().catch(null),
  /** The reason, or the words, as data. */
  said: saidSchema.nullish().catch(null),
  findings: z
    .array(z.object({ code: z.string() }))
    .nullish()
    .catch(null),
  readBy: z.string().nullish().catch(null),
  ruleId: z.string().nullish().catch(null),
  ruleVersion: z.number().nullish().catch(null),
  indexPath: z.string().nullish().catch(null),
  indexRow: z.number().nullish().catch(null),
  readAgain: z.boolean().nullish().catch(null),
  waitsFor: z.enum(waitsFor).nullish().catch(null),
  waitsUntilMs: z.number().nullish().catch(null),
  rescanOf: z.number().nullish().catch(null),
  slip: z.string().nullish().catch(null),
  /** The item whose content lay at the same path before. */
  replaces: z.number().nullish().catch(null),
  movedFrom: z.string().nullish().catch(null),
  number: z.number().nullish().catch(null),
  outcome: z.string().nullish().catch(null),
  httpStatus: z.number().nullish().catch(null),
  durationMs: z.number().nullish().catch(null),
  /** A person sent it once more as it was. */
  again: z.boolean().nullish().catch(null),
  /** How an unknown outcome was settled: by a person's choice, or because the file was found. */
  choice: z.enum(['arrived', 'send_again']).nullish().catch(null),
  found: z.boolean().nullish().catch(null),
  /** The looks at the endpoint were over, and nothing was certain. */
  undecided: z.boolean().nullish().catch(null),
  surelyAbsent: z.boolean().nullish().catch(null),
  looks: z.array(endpointLookSchema).nullish().catch(null),
  /** A new priority; null: as the folder says. */
  after: z.enum(priorities).nullish().catch(null),
  archivedTo: z.string().nullish().catch(null),
  /** What was found out about an item after the ledger was restored. */
  kind: z.enum(['asking', 'arrived', 'absent', 'unclear']).nullish().catch(null),
  words: z.string().nullish().catch(null),
  sentName: z.string().nullish().catch(null),
  backupName: z.string().nullish().catch(null),
  setAside: z.string().nullish().catch(null),
  /** Who agreed first, where two persons had to. */
  firstApproval: z.object({ by: z.string(), atMs: z.number() }).nullish().catch(null),
  /** The kind of the event that was taken back, and who had decided it. */
  decision: z.string().nullish().catch(null),
  decidedBy: z.string().nullish().catch(null),
  /** The item whose pages were split. */
  splitFrom: z.number().nullish().catch(null),
  /** Of the retention policy. */
  afterDays: z.number().nullish().catch(null),
  /** Of all rules together. */
  version: z.number().nullish().catch(null),
  restores: z.number().nullish().catch(null),
})

export type EventData = z.infer<typeof eventDataSchema>
