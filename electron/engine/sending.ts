import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { IntrayError } from '../shared/error-codes.ts'
import type { ErrorCode } from '../shared/error-codes.ts'
import type { Attempt, Item } from '../shared/records.ts'
import { reservedFieldNames } from '../shared/rules.ts'
import type { ConnectionSettings } from '../shared/settings/connection.ts'
import type { AttemptEnd } from './settlement.ts'
import { sentForm } from './sent-form.ts'
import type { EndpointClient, UploadRequest } from './upload/endpoint-client.ts'
import { detailOf, sentenceIn } from '../shared/sentences/detail.ts'
import type { Sentence } from '../shared/sentences/told.ts'

/** One file on its way, with the attempt that is already in the ledger. */
export interface OutgoingFile {
  readonly item: Item
  readonly attempt: Attempt
  /** Where the item's file is. May throw IntrayError. */
  locate(): Promise<string>
  /** The bytes of the smaller form that is sent in its place; undefined where it is gone or altered. */
  readForm(sha256: string): Promise<Uint8Array | undefined>
}

export interface Sending {
  readonly client: EndpointClient
  readonly connection: ConnectionSettings
  readonly key: string
  readonly signal: AbortSignal
  /** Of the whole request. */
  onProgress(sentBytes: number, totalBytes: number): void
}

/** How a request ended for each of its files, in their order. */
export interface RequestEnd {
  readonly ends: readonly AttemptEnd[]
  /** How the request itself ended; null where none was made. */
  readonly sent: AttemptEnd | null
  /** How many of them were sent. */
  readonly sentCount: number
}

type Medium = UploadRequest['media'][number]

/**
 * Sends the files of one entity in one request. The bytes of each are read once, compared with what was reviewed,
 * and those same bytes are sent; a file that does not pass stays out, and the others go. Never throws for what files
 * and networks do.
 */
export async function sendFiles(files: readonly OutgoingFile[], sending: Sending): Promise<RequestEnd> {
  const startedAt = performance.now()
  const prepared = await Promise.all(
    files.map((file) =>
      readMedium(file).catch((error: unknown) => {
        if (!(error instanceof IntrayError)) throw error
        return endBeforeSending(error.code, sentenceIn(error), performance.now() - startedAt)
      }),
    ),
  )
  const media = prepared.filter((part) => 'bytes' in part)
  const [first] = files
  if (first === undefined || media.length === 0) {
    return { ends: prepared.filter((part) => 'outcome' in part), sent: null, sentCount: 0 }
  }
  const end = await sending.client.upload({
    connection: sending.connection,
    key: sending.key,
    entityId: first.attempt.entityId,
    media,
    signal: sending.signal,
    onProgress: (sentBytes, totalBytes) => {
      sending.onProgress(sentBytes, totalBytes)
    },
  })
  return { ends: prepared.map((part) => ('bytes' in part ? end : part)), sent: end, sentCount: media.length }
}

async function readMedium({ item, attempt, locate, readForm }: OutgoingFile): Promise<Medium> {
  const original = await readReviewedBytes(item, await locate())
  const bytes = item.repair === null ? original : await readForm(item.repair.sha256)
  // The original was not what the person agreed to send.
  if (bytes === undefined) throw new IntrayError('repair_missing')
  const { family } = sentForm(item)
  if (item.entityId === null || item.mediaType === null || family === null) {
    throw new Error('an item without entity, media type or family was approved')
  }
  return {
    sentName: attempt.sentName,
    family,
    bytes,
    mediaType: item.mediaType,
    timestampSeconds: Math.floor(item.modifiedAtMs / 1_000),
    customData: customDataOf(item, attempt),
  }
}

/** The further values of the item, and what Intray itself says; the latter wins, whatever a column was called. */
function customDataOf(item: Item, { fields, sha256 }: Attempt): Record<string, string | number> {
  const further = Object.entries(fields).filter(([name]) => !reservedFieldNames.has(name))
  return {
    ...Object.fromEntries(further),
    original_name: item.name,
    sha256,
    ...(item.repair === null || item.sha256 === null ? {} : { original_sha256: item.sha256 }),
    intray_item: item.id,
  }
}

/** The end of an attempt that never reached the network. */
export function endBeforeSending(outcome: ErrorCode, why: Sentence | null, durationMs: number): AttemptEnd {
  return {
    outcome,
    ...detailOf(why),
    durationMs,
    httpStatus: null,
    answerCode: null,
    answerMessage: null,
    retryAfterMs: null,
  }
}

async function readReviewedBytes(item: Item, path: string): Promise<Uint8Array> {
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new IntrayError(code === 'ENOENT' || code === 'ENOTDIR' ? 'file_missing' : 'file_unreadable', code)
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== item.sha256) throw new IntrayError('content_changed')
  return bytes
}
