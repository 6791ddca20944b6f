import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { IntrayError } from '../shared/error-codes.ts'
import type { ErrorCode } from '../shared/error-codes.ts'
import type { Attempt, Item } from '../shared/records.ts'
import { reservedFieldNames } from '../shared/rules.ts'
import type { ConnectionSettings } from '../shared/settings.ts'
import type { AttemptEnd } from './settlement.ts'
import type { EndpointClient } from './upload/endpoint-client.ts'

export interface Sending {
  readonly client: EndpointClient
  readonly connection: ConnectionSettings
  readonly key: string
  /** Where the item's file is. */
  readonly path: string
  readonly signal: AbortSignal
  onProgress(sentBytes: number, totalBytes: number): void
}

/**
 * Sends one item whose attempt is already in the ledger. The bytes are read once, compared with what was
 * reviewed, and those same bytes are sent. Never throws for what files and networks do.
 */
export async function sendItem(item: Item, attempt: Attempt, sending: Sending): Promise<AttemptEnd> {
  const startedAt = performance.now()
  try {
    const bytes = await readReviewedBytes(item, sending.path)
    if (item.entityId === null || item.mediaType === null || item.family === null) {
      throw new Error('an item without entity, media type or family was approved')
    }
    const result = await sending.client.upload({
      connection: sending.connection,
      key: sending.key,
      entityId: item.entityId,
      sentName: attempt.sentName,
      family: item.family,
      bytes,
      mediaType: item.mediaType,
      timestampSeconds: Math.floor(item.modifiedAtMs / 1_000),
      customData: customDataOf(item, attempt),
      signal: sending.signal,
      onProgress: (sentBytes, totalBytes) => {
        sending.onProgress(sentBytes, totalBytes)
      },
    })
    return result
  } catch (error) {
    if (!(error instanceof IntrayError)) throw error
    return endBeforeSending(error.code, error.detail, performance.now() - startedAt)
  }
}

/** The further values of the item, and what Intray itself says; the latter wins, whatever a column was called. */
export function customDataOf(item: Item, { fields, sha256 }: Attempt): Record<string, string | number> {
  const further = Object.entries(fields).filter(([name]) => !reservedFieldNames.has(name))
  return { ...Object.fromEntries(further), original_name: item.name, sha256, intray_item: item.id }
}

/** The end of an attempt that never reached the network. */
export function endBeforeSending(outcome: ErrorCode, detail: string, durationMs: number): AttemptEnd {
  return {
    outcome,
    detail,
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
