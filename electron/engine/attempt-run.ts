import { IntrayError } from '../shared/error-codes.ts'
import type { Attempt, Item } from '../shared/records.ts'
import type { ConnectionSettings, UploadSettings } from '../shared/settings.ts'
import type { DueItem } from './ledger/attempt-steps.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'
import { endBeforeSending, sendItem } from './sending.ts'
import { settlementFor } from './settlement.ts'
import type { AttemptEnd } from './settlement.ts'
import { nextDelayMs } from './upload/backoff.ts'
import type { EndpointClient } from './upload/endpoint-client.ts'
import { linkMediaUrl } from './upload/endpoint-url.ts'
import { uploadName } from './upload/upload-name.ts'

export interface AttemptRunOptions {
  readonly ledger: Ledger
  readonly client: EndpointClient
  readonly connection: ConnectionSettings
  readonly upload: UploadSettings
  readonly log: Log
  /** Cuts off what is being sent. */
  readonly cutOff: AbortSignal
  /** Where an item's file is. Throws IntrayError `file_missing` for a folder that is not known any more. */
  locate(item: Item): Promise<string>
  now(): number
  random(): number
  onProgress(itemId: number, sentBytes: number, totalBytes: number): void
}

/** One attempt that is in the ledger and not sent yet. */
export interface StartedAttempt {
  readonly item: Item
  readonly attempt: Attempt
  /** Why it cannot even be sent. */
  readonly refused: IntrayError | null
}

/** Writes the attempt's row. Null when the item changed since it was chosen. */
export async function startAttempt(
  { item, attemptNumber }: DueItem,
  options: AttemptRunOptions,
): Promise<StartedAttempt | null> {
  const address = readAddress(item, options.connection)
  const sentName = uploadName({
    originalName: item.name,
    family: item.family ?? 'txt',
    ledgerId: options.ledger.id,
    itemId: item.id,
    attemptNumber,
  })
  const [attempt] = await options.ledger.startAttempts(
    [
      {
        itemId: item.id,
        revision: item.revision,
        number: attemptNumber,
        url: address.href,
        bodyForm: options.connection.bodyForm,
        sentName,
      },
    ],
    options.now(),
  )
  return attempt === undefined ? null : { item, attempt, refused: address.refused }
}

/** Sends a started attempt. Never throws for what files, networks and endpoints do. */
export async function sendAttempt(
  { item, attempt, refused }: StartedAttempt,
  key: string,
  options: AttemptRunOptions,
): Promise<AttemptEnd> {
  const startedAt = performance.now()
  const elapsedMs = (): number => performance.now() - startedAt
  if (refused !== null) return endBeforeSending(refused.code, refused.detail, 0)
  try {
    return await sendItem(item, attempt, {
      client: options.client,
      connection: options.connection,
      key,
      path: await options.locate(item),
      signal: options.cutOff,
      onProgress: (sentBytes, totalBytes) => {
        options.onProgress(item.id, sentBytes, totalBytes)
      },
    })
  } catch (error) {
    if (error instanceof IntrayError) return endBeforeSending(error.code, error.detail, elapsedMs())
    options.log.error('sending_failed_unexpectedly', error, { itemId: item.id })
    // Whether something was sent cannot be told any more.
    return endBeforeSending('no_answer', 'An unexpected error in Intray.', elapsedMs())
  }
}

/** Writes how the attempt ended and what follows from it. */
export async function settleAttempt(
  { item, attempt }: StartedAttempt,
  end: AttemptEnd,
  options: AttemptRunOptions,
): Promise<Item> {
  const { backoffBaseMs: baseMs, backoffMaxMs: maxMs } = options.upload
  const settlement = settlementFor(end, {
    attemptId: attempt.id,
    attemptNumber: attempt.number,
    countedBefore: item.attemptCount,
    nowMs: options.now(),
    settings: options.upload,
    backoffMs: (number) => nextDelayMs({ attempt: number, baseMs, maxMs, random: () => options.random() }),
  })
  const settled = await options.ledger.settleAttempt(settlement, options.now())
  options.log.info('attempt_settled', {
    itemId: item.id,
    attempt: attempt.number,
    outcome: end.outcome,
    status: end.httpStatus,
    durationMs: Math.round(end.durationMs),
  })
  return settled
}

function readAddress(
  item: Item,
  connection: ConnectionSettings,
): { readonly href: string; readonly refused: IntrayError | null } {
  try {
    return { href: linkMediaUrl(connection, item.entityId ?? '').href, refused: null }
  } catch (error) {
    if (error instanceof IntrayError) return { href: '', refused: error }
    throw error
  }
}
