import { z } from 'zod'

/** Which requests a scripted fault is meant for. Left out, it means every request. */
const faultMatchSchema = z.strictObject({
  entityId: z.string().optional(),
  method: z.enum(['GET', 'PUT']).optional(),
  /** Strike at the nth request that fits, counted from 1 and from the moment of scripting. */
  nth: z.int().min(1).default(1),
})

const common = {
  match: faultMatchSchema.prefault({}),
  /** How many requests in a row it strikes. */
  times: z.int().min(1).default(1),
}

/** Whether the request is carried out before the fault's own answer is given: the client hears no, the file is there. */
const stored = z.boolean().default(false)

const delayMs = z.int().min(0).max(600_000)

const headers = z.record(z.string().regex(/^[\w-]+$/), z.string().regex(/^[\t\x20-\x7e]*$/))

/** Everything that can be made to go wrong with one request. */
export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('delay'),
    delayMs: delayMs.default(1_000),
    stage: z.enum(['before_storing', 'after_storing']).default('after_storing'),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('refuse'),
    status: z.int().min(400).max(599).default(503),
    errorCode: z.string().optional(),
    message: z.string().optional(),
    /** Sent as it is, in place of the endpoint's own error body. */
    body: z.string().optional(),
    headers: headers.default({}),
    retryAfterSeconds: z.int().min(0).optional(),
    stored,
  }),
  z.strictObject({ ...common, kind: z.literal('cut_before_reading') }),
  z.strictObject({
    ...common,
    kind: z.literal('cut_while_reading'),
    afterBytes: z.int().min(1).default(1_024),
  }),
  z.strictObject({ ...common, kind: z.literal('cut_after_storing') }),
  z.strictObject({ ...common, kind: z.literal('cut_while_answering') }),
  z.strictObject({
    ...common,
    kind: z.literal('junk'),
    status: z.int().min(200).max(599).default(200),
    content: z
      .enum(['captive_portal', 'not_json', 'truncated_json', 'wrong_shape', 'empty'])
      .default('captive_portal'),
    stored,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('redirect'),
    status: z.literal([301, 302, 303, 307, 308]).default(307),
    location: z
      .string()
      .regex(/^[\x21-\x7e]+$/)
      .default('https://login.portal.invalid/'),
    stored,
  }),
  z.strictObject({ ...common, kind: z.literal('hang'), stored }),
])

export type Fault = z.output<typeof faultSchema>
export type FaultInput = z.input<typeof faultSchema>
export type FaultKind = Fault['kind']

const faultKinds = faultSchema.options.map((option) => option.shape.kind.value)

/** Faults by chance: each request is struck with probability `rate`, by one of `kinds`, repeatable by `seed`. */
export const faultChanceSchema = z.strictObject({
  seed: z.int(),
  rate: z.number().min(0).max(1),
  /** A bare name stands for the fault with its defaults. `match` and `times` mean nothing here. */
  kinds: z.array(z.union([z.enum(faultKinds), faultSchema])).min(1),
})

export type FaultChanceInput = z.input<typeof faultChanceSchema>
