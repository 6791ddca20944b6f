import { IntrayError } from '../shared/error-codes.ts'
import type { Attempt, Item } from '../shared/records.ts'
import type { ConnectionSettings } from '../shared/settings/connection.ts'
import type { UploadSettings } from '../shared/settings/upload.ts'
import { endByEarlierAttempt } from './earlier-attempt.ts'
import type { DueItem } from './ledger/due-items.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'
import { endBeforeSending, sendFiles } from './sending.ts'
import type { RequestEnd } from './sending.ts'
import { sentForm } from './sent-form.ts'
import { settlementFor } from './settlement.ts'
import type { AttemptEnd } from './settlement.ts'
import { nextDelayMs } from './upload/backoff.ts'
import type { EndpointClient } from './upload/endpoint-client.ts'
import { linkMediaUrl } from './upload/endpoint-url.ts'
import { uploadName } from './upload/upload-name.ts'
import { sentenceIn } from '../shared/sentences/detail.ts'
import { say } from '../shared/sentences/say.ts'

export interface AttemptRunOptions {
  readonly ledger: Ledger
  readonly client: EndpointClient
  readonly connection: ConnectionSettings
  readonly upload: UploadSettings
  readonly log: Log
  /** What arrived may show in its entity only after so long. */
  readonly showsAfterMs: number
  /** Cuts off what is being sent. */
  readonly cutOff: AbortSignal
  /** Where an item's file is. Throws IntrayError `file_missing` for a folder that is not known any more. */
  locate(item: Item): Promise<string>
  /** The bytes of a smaller form; undefined where it is gone or altered. */
  readForm(sha256: string): Promise<Uint8Array | undefined>
  now(): number
  random(): number
  onProgress(itemId: number, sentBytes: number, totalBytes: number): void
}

/** One attempt that is in the ledger and not sent yet. */
export interface StartedAttempt {
  readonly item: Item
  readonly attempt: Attempt
}

/** The attempts of one request. All of them are for one entity. */
export interface StartedRequest {
  readonly files: readonly StartedAttempt[]
  /** Earlier attempts that are looked for first. */
  readonly doubtful: readonly Attempt[]
  /** Why it cannot even be sent. */
  readonly refused: IntrayError | null
}

/** The most bytes of files in one request, where several travel together. */
const maxRequestBytes = 20_000_000

/** The files that go in one request with the first. A file that was sent before, whatever came of it, goes alone. */
export async function gatherRequest(
  first: DueItem,
  { ledger, upload, now }: Pick<AttemptRunOptions, 'ledger' | 'upload' | 'now'>,
): Promise<readonly DueItem[]> {
  if (upload.filesPerRequest === 1 || first.attemptNumber > 1) return [first]
  const gathered = [first]
  let bytes = sentForm(first.item).sizeBytes
  for (const next of await ledger.nextOfEntity(first.item, upload.filesPerRequest - 1, now())) {
    bytes += sentForm(next.item).sizeBytes
    if (bytes > maxRequestBytes) break
    gathered.push(next)
  }
  return gathered
}

/** Writes the attempts' rows. Null when every item changed since it was chosen. */
export async function startRequest(
  dueItems: readonly DueItem[],
  options: AttemptRunOptions,
): Promise<StartedRequest | null> {
  const address = readAddress(dueItems[0]?.item.entityId ?? '', options.connection)
  const attempts = await options.ledger.startAttempts(
    dueItems.map(({ item, attemptNumber }) => ({
      itemId: item.id,
      revision: item.revision,
      number: attemptNumber,
      url: address.href,
      bodyForm: options.connection.bodyForm,
      sentName: uploadName({
        originalName: item.name,
        family: sentForm(item).family ?? 'txt',
        ledgerId: options.ledger.nameMark,
        itemId: item.id,
        attemptNumber,
      }),
    })),
    options.now(),
  )
  const files = dueItems.flatMap(({ item }) => {
    const attempt = attempts.find(({ itemId }) => itemId === item.id)
    return attempt === undefined ? [] : [{ item, attempt }]
  })
  const doubtful = dueItems.flatMap((due) => due.doubtful)
  return files.length === 0 ? null : { files, doubtful, refused: address.refused }
}

/** Sends a started request. Never throws for what files, networks and endpoints do. */
export async function sendRequest(
  { files, doubtful, refused }: StartedRequest,
  key: string,
  options: AttemptRunOptions,
): Promise<RequestEnd> {
  const startedAt = performance.now()
  const totalBytes = files.reduce((sum, { item }) => sum + sentForm(item).sizeBytes, 0)
  const endUnsent = (end: AttemptEnd): RequestEnd => ({
    ends: files.map(() => end),
    sent: null,
    sentCount: 0,
  })
  if (refused !== null) return endUnsent(endBeforeSending(refused.code, sentenceIn(refused), 0))
  const { client, connection, cutOff: signal, log } = options
  try {
    const end = await endByEarlierAttempt(doubtful, {
      client,
      connection,
      key,
      signal,
    })
    if (end !== null) return endUnsent(end)
    return await sendFiles(
      files.map(({ item, attempt }) => ({
        item,
        attempt,
        locate: () => options.locate(item),
        readForm: (sha256) => options.readForm(sha256),
      })),
      {
        client,
        connection,
        key,
        signal,
        onProgress: (sentBytes, bodyBytes) => {
          for (const { item } of files) {
            // Of several files in one body, each one shows its share.
            const share = files.length === 1 ? 1 : sentForm(item).sizeBytes / totalBytes
            options.onProgress(item.id, Math.round(sentBytes * share), Math.round(bodyBytes * share))
          }
        },
      },
    )
  } catch (error) {
    log.error('sending_failed_unexpectedly', error, { itemId: files[0]?.item.id ?? null })
    // Whether something was sent cannot be told any more.
    const durationMs = performance.now() - startedAt
    return endUnsent(endBeforeSending('no_answer', say('unexpected_while_sending'), durationMs))
  }
}

/** Writes how the attempt ended and what follows from it. */
export async function settleAttempt(
  { item, attempt }: StartedAttempt,
  end: AttemptEnd,
  filesInRequest: number,
  options: AttemptRunOptions,
): Promise<Item> {
  const { backoffBaseMs: baseMs, backoffMaxMs: maxMs } = options.upload
  const settlement = settlementFor(end, {
    attemptId: attempt.id,
    attemptNumber: attempt.number,
    countedBefore: item.attemptCount,
    nowMs: options.now(),
    settings: options.upload,
    filesInRequest,
    showsAfterMs: options.showsAfterMs,
    backoffMs: (number) => nextDelayMs({ attempt: number, baseMs, maxMs, random: () => options.random() }),
  })
  const settled = await options.ledger.settleAttempt(settlement, options.now())
  options.log.info('attempt_settled', {
    itemId: item.id,
    attempt: attempt.number,
    outcome: settlement.outcome,
    status: end.httpStatus,
    durationMs: Math.round(end.durationMs),
  })
  return settled
}

function readAddress(
  entityId: string,
  connection: ConnectionSettings,
): { readonly href: string; readonly refused: IntrayError | null } {
  try {
    return { href: linkMediaUrl(connection, entityId).href, refused: null }
  } catch (error) {
    if (error instanceof IntrayError) return { href: '', refused: error }
    throw error
  }
}
