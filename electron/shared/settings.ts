import { z } from 'zod'
import { maxFileSizeBytes } from './file-families.ts'

/** Base URLs of the endpoint. Source: the endpoint's sheet, "Hosts". */
export const environmentPresets = {
  production: { label: 'Production', baseUrl: 'https://api.unit21.com/v1' },
  production_2: { label: 'Production 2', baseUrl: 'https://api.prod2.unit21.com/v1' },
  production_eu: { label: 'Production EU', baseUrl: 'https://api.prod1.eu-central-1.unit21.com/v1' },
  sandbox: { label: 'Sandbox 1', baseUrl: 'https://sandbox1-api.unit21.com/v1' },
  sandbox_2: { label: 'Sandbox 2', baseUrl: 'https://sandbox2-api.unit21.com/v1' },
  sandbox_eu: { label: 'Sandbox EU', baseUrl: 'https://api.sandbox1.eu-central-1.unit21.com/v1' },
} as const

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** HTTPS only, except loopback: the key must not travel in clear text. */
function isSafeBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return (
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === '' &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname)))
  )
}

export const connectionSchema = z.strictObject({
  baseUrl: z
    .string()
    .refine(isSafeBaseUrl, 'Must be an https address ending in /v1 (http is allowed for this computer only).')
    .default(environmentPresets.sandbox.baseUrl)
    .describe('Address of the endpoint, up to and including /v1.'),
  organisation: z
    .string()
    .regex(/^[A-Za-z0-9._-]{0,100}$/, 'Letters, digits, dot, dash and underscore only.')
    .default('')
    .describe('The organisation name that stands in the address of every call.'),
  bodyForm: z
    .enum(['multipart', 'json'])
    .default('multipart')
    .describe('How a file travels: as multipart form data, or as base64 in JSON.'),
  source: z
    .string()
    .max(200)
    .default('intray')
    .describe('The value of `source` that is sent with every file.'),
  timeoutMs: z.int().min(1_000).max(600_000).default(90_000).describe('How long one upload may take.'),
})

export const reviewPolicies = ['review_everything', 'review_exceptions', 'upload_when_certain'] as const

export const folderSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'Lower-case letters, digits, dash and underscore only.')
    .describe('A short name that stays the same when the folder is moved.'),
  path: z.string().min(1).max(4096).describe('Where the folder is.'),
  recursive: z.boolean().default(true).describe('Whether sub-folders are watched too.'),
  policy: z
    .enum(reviewPolicies)
    .default('review_everything')
    .describe(
      'Whether a person looks at every file, at files with a warning, or only at files that are held.',
    ),
})

export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'Lower-case letters, digits, dash and underscore only.'),
  name: z.string().min(1).max(120),
  pattern: z
    .string()
    .min(1)
    .max(300)
    .describe(
      'How names are read, without the extension, e.g. {entity_id}_{media_type} or {entity_id}/{media_type}.',
    ),
  enabled: z.boolean().default(true),
  mediaType: z.string().max(200).optional().describe('A fixed media type, where the pattern has none.'),
})

/** The rules a new installation starts with. */
export const shippedRules: z.infer<typeof ruleSchema>[] = [
  {
    id: 'entity-and-type',
    name: 'Entity and media type',
    pattern: '{entity_id}_{media_type}',
    enabled: true,
  },
  {
    id: 'folder-per-entity',
    name: 'A folder for each entity',
    pattern: '{entity_id}/{media_type}',
    enabled: true,
  },
]

export const shippedIgnorePatterns = ['.*', '~$*', '*.lnk', 'Thumbs.db', 'desktop.ini', '__MACOSX/**']

export const intakeSchema = z.strictObject({
  quietMs: z
    .int()
    .min(0)
    .max(3_600_000)
    .default(2_000)
    .describe('A file is taken when its size and time have not changed for this long.'),
  comparisonIntervalMs: z
    .int()
    .min(1_000)
    .max(86_400_000)
    .default(300_000)
    .describe('How often folders are compared in full with the ledger.'),
  ignore: z
    .array(z.string().min(1).max(300))
    .max(200)
    .default(shippedIgnorePatterns)
    .describe('Names that are never taken; * stands for any text.'),
  maxFileSizeBytes: z.int().min(1).max(maxFileSizeBytes).default(maxFileSizeBytes),
})

export const uploadSchema = z.strictObject({
  concurrency: z.int().min(1).max(64).default(4).describe('How many files are sent at the same time.'),
  requestsPerSecond: z
    .number()
    .min(0.01)
    .max(1_000)
    .default(20)
    .describe('The endpoint takes 200 calls per second.'),
  maxAttempts: z.int().min(1).max(100).default(8),
  backoffBaseMs: z.int().min(10).max(600_000).default(2_000),
  backoffMaxMs: z.int().min(10).max(86_400_000).default(600_000),
})

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
  connection: connectionSchema.prefault({}),
  folders: z.array(folderSchema).max(200).default([]),
  rules: z.array(ruleSchema).max(500).default(shippedRules),
  mediaTypeAliases: z
    .record(z.string().min(1).max(200), z.array(z.string().min(1).max(100)).max(100))
    .default({})
    .describe('Further names of media types, by media type.'),
  intake: intakeSchema.prefault({}),
  upload: uploadSchema.prefault({}),
})

export type Settings = z.infer<typeof settingsSchema>
export type ConnectionSettings = z.infer<typeof connectionSchema>
export type FolderSettings = z.infer<typeof folderSchema>
export type NamingRule = z.infer<typeof ruleSchema>
export type IntakeSettings = z.infer<typeof intakeSchema>
export type UploadSettings = z.infer<typeof uploadSchema>
export type ReviewPolicy = (typeof reviewPolicies)[number]

/** One thing that is wrong with a settings file: where, and in plain words. */
export interface SettingsProblem {
  readonly path: string
  readonly words: string
}
