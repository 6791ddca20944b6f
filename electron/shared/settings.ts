import { z } from 'zod'
import { maxFileSizeBytes } from './file-families.ts'
import { findingCodes, findingSeverities } from './finding-codes.ts'
import { rulesDefinitionSchema } from './rules.ts'

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

/** Nobody's password belongs into a settings file. */
function isProxyUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return (
    (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.pathname === '/'
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
  proxy: z
    .union([
      z.enum(['system', 'none']),
      z.string().refine(isProxyUrl, 'A proxy is http://host:port, without a user name.'),
    ])
    .default('system')
    .describe('The way to the endpoint: as the system says (also by PAC), directly, or by this proxy.'),
  systemCertificates: z
    .boolean()
    .default(true)
    .describe('Whether authorities that the system trusts are trusted, besides those that Intray brings.'),
  timeoutMs: z.int().min(1_000).max(600_000).default(90_000).describe('How long one upload may take.'),
})

export const afterUploadChoices = ['leave', 'archive', 'trash'] as const
export const repairPolicies = ['off', 'ask', 'automatic'] as const
export const priorities = ['high', 'normal', 'low'] as const

export const indexEncodings = ['auto', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export const indexDelimiters = ['auto', ',', ';', '\t', '|'] as const
export const sidecarKinds = ['json', 'xml', 'txt'] as const

/** Index files: tables beside the scans that say whose they are. */
export const indexSchema = z.strictObject({
  files: z
    .array(z.string().min(1).max(120))
    .max(20)
    .default(['index.csv', 'index.tsv'])
    .describe('The names of index files; * stands for any text. Empty: there are none.'),
  sidecars: z
    .array(z.enum(sidecarKinds))
    .default([])
    .describe('Which files of a scan’s own name describe it: passport.json beside passport.jpg.'),
  columns: z
    .record(z.string().min(1).max(200), z.string().min(1).max(60))
    .default({})
    .describe(
      'What columns mean, by their heading: file, entity_id, media_type, side, ignore, or the name of a further value. Usual headings are known.',
    ),
  encoding: z.enum(indexEncodings).default('auto'),
  delimiter: z.enum(indexDelimiters).default('auto'),
  required: z
    .boolean()
    .default(false)
    .describe('Whether every scan needs a row. Else only scans beside an index file do.'),
  waitMs: z
    .int()
    .min(0)
    .max(31 * 86_400_000)
    .default(600_000)
    .describe('How long a scan waits for its row, and a row for its scan, before that is a finding.'),
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
  afterUpload: z
    .enum(afterUploadChoices)
    .default('leave')
    .describe(
      'What happens to a scan once the endpoint has it: leave it, move it to an archive, or to the trash.',
    ),
  archivePath: z
    .string()
    .max(4096)
    .default('')
    .describe('Where the archive is. Empty: the sub-folder “uploaded” of the folder. Days get sub-folders.'),
  priority: z.enum(priorities).default('normal').describe('Whose scans go out first.'),
  repair: z
    .enum(repairPolicies)
    .default('ask')
    .describe(
      'Pictures over the limit: propose a smaller form, take it by itself where it is good enough, or hold them.',
    ),
  secondReview: z
    .boolean()
    .default(false)
    .describe('Whether two persons must approve every file of this folder.'),
  severities: z
    .partialRecord(z.enum(findingCodes), z.enum(findingSeverities))
    .default({})
    .describe('Other severities of findings than the catalogue’s, by code.'),
  index: indexSchema.prefault({}),
  otherSideWaitMs: z
    .int()
    .min(0)
    .max(31 * 86_400_000)
    .default(0)
    .describe('How long the front and the back of a document wait for one another. 0: not at all.'),
})

export const shippedIgnorePatterns = ['.*', '~$*', '*.lnk', 'Thumbs.db', 'desktop.ini', '__MACOSX/**']

export const intakeSchema = z.strictObject({
  quietMs: z
    .int()
    .min(0)
    .max(3_600_000)
    .default(2_000)
    .describe('A file is taken when its size and time have not changed for this long.'),
  neverQuietMs: z
    .int()
    .min(1_000)
    .max(31 * 86_400_000)
    .default(1_800_000)
    .describe('A file that is still being written after so long is called a problem.'),
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
  minPicturePixels: z
    .int()
    .min(0)
    .max(5_000)
    .default(200)
    .describe('A picture whose shorter side has fewer pixels is called too small.'),
  manyForEntity: z
    .strictObject({
      count: z.int().min(0).max(100_000).default(20).describe('0: not checked.'),
      withinMs: z
        .int()
        .min(1_000)
        .max(366 * 86_400_000)
        .default(3_600_000),
    })
    .prefault({})
    .describe('So many scans for one entity in so short a time are a finding.'),
})

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time such as 22:00.')

/** When uploads may start, in the computer's own time. */
export const scheduleSchema = z.strictObject({
  enabled: z.boolean().default(false),
  from: timeOfDay.default('20:00'),
  to: timeOfDay.default('06:00').describe('Earlier than `from`: on the next day.'),
  days: z
    .array(z.int().min(0).max(6))
    .max(7)
    .default([0, 1, 2, 3, 4, 5, 6])
    .describe('The days on which it begins; 0 is Sunday.'),
})

export const uploadSchema = z.strictObject({
  concurrency: z.int().min(1).max(64).default(4).describe('How many files are sent at the same time.'),
  requestsPerSecond: z
    .number()
    .min(0.01)
    .max(1_000)
    .default(20)
    .describe('The endpoint takes 200 calls per second.'),
  bytesPerSecond: z
    .int()
    .min(0)
    .max(10_000_000_000)
    .default(0)
    .describe('The most that goes out in a second, of all uploads together. 0: no limit.'),
  schedule: scheduleSchema.prefault({}),
  filesPerRequest: z
    .int()
    .min(1)
    .max(20)
    .default(1)
    .describe(
      'How many files of one entity travel in one request. A refused request is tried again one by one.',
    ),
  maxAttempts: z.int().min(1).max(100).default(8),
  backoffBaseMs: z.int().min(10).max(600_000).default(2_000),
  backoffMaxMs: z.int().min(10).max(86_400_000).default(600_000),
})

/** A reason that a house has not reworded is shown in the language of the window. */
export const shippedRejectReasons = [
  'Not readable',
  'Wrong document',
  'Document has expired',
  'Part of the document is missing',
  'Belongs to somebody else',
] as const

/** How people decide. */
export const reviewSchema = z.strictObject({
  graceMs: z
    .int()
    .min(0)
    .max(86_400_000)
    .default(5_000)
    .describe('How long an approved file waits before it is sent, so that the approval can be taken back.'),
  rejectReasons: z
    .array(z.string().trim().min(1).max(200))
    .max(50)
    .default([...shippedRejectReasons])
    .describe('Reasons that are offered when a file is rejected.'),
  secondReviewMediaTypes: z
    .array(z.string().min(1).max(200))
    .max(200)
    .default([])
    .describe('Media types that two persons must approve.'),
})

/** Somebody who decides at this computer, and what is kept of the PIN. */
export const operatorSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  pin: z
    .string()
    .regex(/^scrypt:[0-9]+:[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$/, 'Set the PIN in the window.')
    .describe('Derived from the PIN; it cannot be read back.'),
})

export const retentionSchema = z.strictObject({
  enabled: z.boolean().default(false).describe('Whether personal values of old items are erased.'),
  afterDays: z
    .int()
    .min(30)
    .max(36_600)
    .default(3_650)
    .describe('How many days after its last change an item keeps them.'),
})

export const profileColours = ['auto', 'red', 'orange', 'green', 'blue', 'violet', 'grey'] as const

/** A connection has its own ledger, its own key and its own folders. */
export const profileSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'Lower-case letters, digits, dash and underscore only.')
    .default('main'),
  name: z.string().max(60).default('').describe('Empty: what the address says.'),
  colour: z.enum(profileColours).default('auto').describe('Of the band over the window.'),
})

/** A profile that is not in use, with what it uses when it is. */
export const otherProfileSchema = profileSchema.extend({
  connection: connectionSchema.prefault({}),
  folders: z.array(folderSchema).max(200).default([]),
})

/** Asking the endpoint, before review, whether it knows an entity. */
export const entityLookUpSchema = z.strictObject({
  enabled: z.boolean().default(false).describe('Whether entities are looked up before review.'),
  keepMs: z
    .int()
    .min(60_000)
    .max(31 * 86_400_000)
    .default(86_400_000)
    .describe('How long an answer is believed. An unknown entity is asked for again after a tenth of it.'),
})

export const ledgerSchema = z.strictObject({
  backupsKept: z
    .int()
    .min(1)
    .max(1_000)
    .default(14)
    .describe('How many daily backups of the ledger are kept.'),
  anchorFile: z
    .string()
    .max(4096)
    .default('')
    .describe('A file, best on another computer, to which the head of the history is written daily.'),
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

export type Settings = z.infer<typeof settingsSchema>
export type ConnectionSettings = z.infer<typeof connectionSchema>
export type FolderSettings = z.infer<typeof folderSchema>
export type UploadSchedule = z.infer<typeof scheduleSchema>
export type AfterUpload = (typeof afterUploadChoices)[number]
export type Priority = (typeof priorities)[number]
export type IndexSettings = z.infer<typeof indexSchema>
export type EntityLookUpSettings = z.infer<typeof entityLookUpSchema>
export type IntakeSettings = z.infer<typeof intakeSchema>
export type UploadSettings = z.infer<typeof uploadSchema>
export type ReviewSettings = z.infer<typeof reviewSchema>
export type RetentionSettings = z.infer<typeof retentionSchema>
export type OperatorSettings = z.infer<typeof operatorSchema>
export type Profile = z.infer<typeof profileSchema>
export type OtherProfile = z.infer<typeof otherProfileSchema>
export type RepairPolicy = (typeof repairPolicies)[number]
export type ReviewPolicy = (typeof reviewPolicies)[number]

/** One thing that is wrong with a settings file: where, and in plain words. */
export interface SettingsProblem {
  readonly path: string
  readonly words: string
}
