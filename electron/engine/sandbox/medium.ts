import { requireListedType } from './file-name.ts'
import type { SandboxOptions } from './options.ts'
import { Refusal } from './refusal.ts'

export type BodyForm = 'multipart' | 'json'

/** A medium as a request brought it. */
export type IncomingMedium = {
  form: BodyForm
  /** The multipart part's name; null for JSON. */
  mediaKey: string | null
  /** The name that the endpoint keeps and shows. */
  name: string
  /** The name whose extension tells the type; another one than `name` only by the switch `multipartName`. */
  fileName: string
  mediaType: string | null
  source: string | null
  timestamp: number | string | null
  /** What else came with it. */
  customData: Record<string, unknown>
  bytes: Buffer
}

/** `source` and `timestamp` stand among the other keys in both forms of the body; this takes them out. */
export function splitDetails(
  details: Record<string, unknown>,
): Pick<IncomingMedium, 'source' | 'timestamp' | 'customData'> {
  const { source, timestamp, ...customData } = details
  if (source !== undefined && source !== null && typeof source !== 'string') {
    throw new Refusal(400, 'source must be a string.')
  }
  if (timestamp !== undefined && timestamp !== null && !isTimestamp(timestamp)) {
    throw new Refusal(400, 'timestamp must be a number or a string.')
  }
  return { source: source ?? null, timestamp: timestamp ?? null, customData }
}

function isTimestamp(value: unknown): value is number | string {
  return typeof value === 'number' || typeof value === 'string'
}

/** Throws the refusal that the endpoint would give for these media; one bad medium refuses the whole request. */
export function requireAcceptableMedia(media: readonly IncomingMedium[], options: SandboxOptions): void {
  if (media.length === 0) throw new Refusal(400, 'The request holds no media.')
  if (options.maxFilesPerRequest !== null && media.length > options.maxFilesPerRequest) {
    throw new Refusal(400, `At most ${options.maxFilesPerRequest} files are taken per request.`)
  }
  for (const { fileName, bytes } of media) {
    requireListedType(fileName, options)
    if (bytes.length > options.maxFileBytes) {
      throw new Refusal(
        options.tooLargeStatus,
        `A file must not have more than ${options.maxFileBytes} bytes.`,
      )
    }
    if (bytes.length === 0 && !options.acceptEmptyFiles) throw new Refusal(400, 'A file must not be empty.')
  }
}
