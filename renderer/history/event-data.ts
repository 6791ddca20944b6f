import { z } from 'zod'
import { waitsFor } from '../../electron/shared/records.ts'
import { priorities } from '../../electron/shared/settings.ts'
import { endpointLookSchema } from '../item/endpoint-looks.ts'

/** The values that identify an item, as far as an event tells them. */
const values = z
  .object({
    entityId: z.string().nullable(),
    mediaType: z.string().nullable(),
    fields: z.record(z.string(), z.string()),
  })
  .partial()

/** The parts of an event's data that have words. Whatever else it holds is shown as it is. */
export const eventDataSchema = z.object({
  from: z.string().nullish(),
  item: values.extend({ state: z.string().optional() }).nullish(),
  /** Of a new priority it is no values, and is not told. */
  before: values.nullish().catch(null),
  reason: z.string().nullish(),
  findings: z.array(z.object({ code: z.string() })).nullish(),
  readBy: z.string().nullish(),
  ruleId: z.string().nullish(),
  ruleVersion: z.number().nullish(),
  indexPath: z.string().nullish(),
  indexRow: z.number().nullish(),
  readAgain: z.boolean().nullish(),
  waitsFor: z.enum(waitsFor).nullish().catch(null),
  waitsUntilMs: z.number().nullish(),
  rescanOf: z.number().nullish(),
  slip: z.string().nullish(),
  movedFrom: z.string().nullish(),
  number: z.number().nullish(),
  outcome: z.string().nullish(),
  httpStatus: z.number().nullish(),
  durationMs: z.number().nullish(),
  /** A person sent it once more as it was. */
  again: z.boolean().nullish(),
  /** How an unknown outcome was settled: by a person's choice, or because the file was found. */
  choice: z.enum(['arrived', 'send_again']).nullish().catch(null),
  found: z.boolean().nullish(),
  /** The looks at the endpoint were over, and nothing was certain. */
  undecided: z.boolean().nullish(),
  surelyAbsent: z.boolean().nullish(),
  looks: z.array(endpointLookSchema).nullish().catch(null),
  /** A new priority; null: as the folder says. */
  after: z.enum(priorities).nullish().catch(null),
  archivedTo: z.string().nullish(),
  /** What was found out about an item after the ledger was restored. */
  kind: z.enum(['asking', 'arrived', 'absent', 'unclear']).nullish().catch(null),
  words: z.string().nullish(),
  sentName: z.string().nullish(),
  backupName: z.string().nullish(),
  setAside: z.string().nullish(),
  /** Of all rules together. */
  version: z.number().nullish(),
  restores: z.number().nullish(),
})

export type EventData = z.infer<typeof eventDataSchema>
