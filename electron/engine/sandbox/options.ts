import { z } from 'zod'
import { isEntityId } from '../../shared/entity-id.ts'
import { faultChanceSchema, faultSchema } from './fault.ts'

/** What practice mode uses, so that a newcomer needs no account. */
export const practiceOrganisation = 'practice'
export const practiceKey = 'practice-key'

const scopeSchema = z.enum(['link_media', 'read_entity'])
const entityIds = z.array(z.string().refine(isEntityId, 'This is no valid entity id.')).default([])

const keySchema = z.strictObject({
  key: z.string().min(1),
  /** A key of another environment than the simulator's own is answered with 401. */
  environment: z.string().min(1).default('sandbox'),
  /** The calls this key may make; a missing one is answered with 403. */
  scopes: z.array(scopeSchema).default(['link_media', 'read_entity']),
})

/**
 * The guesses about the endpoint that nobody documents, one switch each. The default is the guess that Intray
 * is built on.
 */
const guesses = {
  /** The most bytes of one decoded file. The documents say 5 MB, not which kind of megabyte. */
  maxFileBytes: z.int().min(1).default(5_000_000),
  tooLargeStatus: z.literal([400, 413]).default(400),
  /** Refuse what the documented list does not name: `.jpeg`, `.tif`, a camera raw as `.nef`. */
  strictExtensions: z.boolean().default(true),
  acceptEmptyFiles: z.boolean().default(false),
  /** No limit is documented, hence none. */
  maxFilesPerRequest: z.int().min(1).nullable().default(null),
  /** Refuse a multipart text part that comes before its file. */
  requireFileFirst: z.boolean().default(true),
  /** An older OpenAPI file shows one object in place of the array. */
  acceptSingleJsonObject: z.boolean().default(false),
  /** Where the `name` of a medium that came as multipart is taken from. */
  multipartName: z.enum(['file_name', 'media_key']).default('file_name'),
  /** What happens when the same bytes come to the same entity again. */
  repeats: z.enum(['append', 'dedupe']).default('append'),
  wrongOrganisationStatus: z.literal([401, 403, 404]).default(404),
  placeholderStatus: z.literal([404, 409]).default(404),
  /** How long a stored medium takes to show up in the entity. */
  lagMs: z.int().min(0).default(0),
  createdAtType: z.enum(['number', 'string']).default('number'),
  /** The form of `media_data` when there is exactly one. */
  singleMediaData: z.enum(['array', 'object']).default('array'),
  /** Whether the entity's `media_data` carries the bytes in base64. Switches `keepBytes` on. */
  mediaInEntity: z.boolean().default(false),
  errorBody: z.enum(['full', 'without_message', 'empty', 'load_balancer_html']).default('full'),
  rateLimitHeaders: z.enum(['on_429', 'always']).default('on_429'),
  /** Sent as `Retry-After` with 423 and 429; null sends none, as documented. */
  retryAfterSeconds: z.int().min(0).nullable().default(null),
}

/** Everything about a simulator that can be set; also the form of the file that `intray sandbox` reads. */
export const sandboxOptionsSchema = z.strictObject({
  /** 0 takes any free port. The simulator listens on 127.0.0.1 alone. */
  port: z.int().min(0).max(65_535).default(0),
  organisation: z.string().min(1).default(practiceOrganisation),
  environment: z.string().min(1).default('sandbox'),
  keys: z
    .array(keySchema)
    .default([{ key: practiceKey, environment: 'sandbox', scopes: scopeSchema.options }]),

  /** Entities that exist from the start. */
  entities: entityIds,
  /** Ids that another object refers to and nobody created. */
  placeholders: entityIds,
  /** Ids that do not exist even where unknown ones are created. */
  unknownEntities: entityIds,
  /** Create an entity at the first request that names it, so that practice needs no preparation. */
  createUnknownEntities: z.boolean().default(false),

  /** How long one upload holds its entity; a second one in that time is answered with 423. */
  busyMs: z.int().min(0).default(0),
  /** Documented as 200 calls per second. Null switches the limit off. */
  ratePerSecond: z.number().positive().nullable().default(200),
  ...guesses,

  /** The most bytes of one request's body. */
  maxBodyBytes: z.int().min(1).default(64_000_000),
  /** The most bytes of bodies held in memory at one time, over all requests. */
  maxHeldBytes: z.int().min(1).default(256_000_000),
  headersTimeoutMs: z.int().min(1).default(20_000),
  requestTimeoutMs: z.int().min(1).default(120_000),
  keepAliveTimeoutMs: z.int().min(1).default(60_000),

  /** A JSON Lines file in which stored media are remembered over a restart. */
  storeFile: z.string().min(1).nullable().default(null),
  /** Keep the bytes of stored media in memory, for tests that compare them. */
  keepBytes: z.boolean().default(false),
  /** How many finished requests the log keeps; the counts go on for ever. */
  maxLoggedRequests: z.int().min(1).default(1_000),

  faults: z
    .strictObject({
      script: z.array(faultSchema).default([]),
      chance: faultChanceSchema.nullable().default(null),
    })
    .prefault({}),
})

export type SandboxOptions = z.output<typeof sandboxOptionsSchema>
export type SandboxOptionsInput = z.input<typeof sandboxOptionsSchema>
export type Scope = z.output<typeof scopeSchema>
