import type { ErrorCode, Failure } from '../../shared/error-codes.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { Attempt, Item } from '../../shared/records.ts'
import { toAttempt } from './attempt-record.ts'
import type { AttemptRow } from './attempt-record.ts'
import { writeStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { createDueItems } from './due-items.ts'
import type { DueItems } from './due-items.ts'
import { toItem, toRepair } from './item-record.ts'
import { engineActor } from './item-rows.ts'
import type { ItemRow } from './item-record.ts'
import type { ItemRows } from './item-rows.ts'
import { attemptDigest } from './row-digest.ts'
import { failureColumns } from './told-columns.ts'

/** What is known of a request before its first byte is sent. */
export interface NewAttempt {
  readonly itemId: number
  readonly revision: number
  readonly number: number
  readonly url: string
  readonly bodyForm: 'multipart' | 'json'
  readonly sentName: string
}

/** How an attempt ended and what follows for its item. */
export interface Settlement {
  readonly attemptId: number
  readonly outcome: 'accepted' | ErrorCode
  readonly httpStatus: number | null
  readonly answerCode: string | null
  readonly answerMessage: string | null
  /** The id by which the endpoint's side can find the request, where it named one. */
  readonly requestId?: string | null
  readonly durationMs: number
  readonly to: Extract<
    ItemState,
    'uploaded' | 'retry_wait' | 'failed' | 'outcome_unknown' | 'approved' | 'missing' | 'superseded'
  >
  readonly failure: Failure | null
  readonly nextAttemptAtMs: number | null
  /** False for a failure that is nobody's fault here, such as a refused key. */
  readonly counted: boolean
  /** What else the event tells, such as the evidence that an earlier attempt had arrived. */
  readonly evidence?: Readonly<Record<string, unknown>>
}

export interface AttemptSteps extends DueItems {
  /** Makes attempts durable before their first byte. Items that changed in the meantime are left out. */
  startAttempts(attempts: readonly NewAttempt[], atMs: number): Promise<Attempt[]>
  settleAttempt(settlement: Settlement, atMs: number): Promise<Item>
  /** At start: what was in flight when the engine ended has an unknown outcome. Returns the items' ids. */
  recoverInFlight(atMs: number): Promise<number[]>
}

/** The steps of sending. Each is one transaction. */
export function createAttemptSteps(connection: Connection, rows: ItemRows): AttemptSteps {
  const insert = connection.prepare<unknown[], AttemptRow>(
    `INSERT INTO attempts
       (item_id, number, started_at_ms, url, body_form, sent_name, entity_id, media_type, fields, sha256,
        size_bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`,
  )
  const settle = connection.prepare<unknown[], AttemptRow>(
    `UPDATE attempts SET outcome = ?, http_status = ?, answer_code = ?, answer_message = ?, request_id = ?,
       duration_ms = ?, finished_at_ms = ? WHERE id = ? RETURNING *`,
  )
  const inFlight = connection.prepare<[], AttemptRow>(`SELECT * FROM attempts WHERE outcome = 'in_flight'`)

  const startOne = (attempt: NewAttempt, atMs: number): Attempt[] => {
    const row = rows.find(attempt.itemId)
    if (row?.revision !== attempt.revision) return []
    const sent = sentFormOf(row)
    const started = insert.get(
      row.id,
      attempt.number,
      atMs,
      attempt.url,
      attempt.bodyForm,
      attempt.sentName,
      row.entity_id,
      row.media_type,
      row.fields,
      sent.sha256,
      sent.sizeBytes,
    )
    if (started === undefined) throw new Error('an insert returned no row')
    rows.change(row, {
      kind: 'attempt.started',
      actor: engineActor,
      atMs,
      to: 'uploading',
      set: { next_attempt_at_ms: null },
      data: {
        number: attempt.number,
        sentName: attempt.sentName,
        url: attempt.url,
        ...(row.repair === null ? {} : sent),
        attempt: attemptDigest(started),
      },
    })
    return [toAttempt(started)]
  }

  const settleOne = (settlement: Settlement, atMs: number): ItemRow => {
    const attempt = settle.get(
      settlement.outcome,
      settlement.httpStatus,
      settlement.answerCode,
      settlement.answerMessage,
      settlement.requestId ?? null,
      settlement.durationMs,
      atMs,
      settlement.attemptId,
    )
    if (attempt === undefined) throw new Error('the attempt to settle does not exist')
    const row = rows.get(attempt.item_id)
    return rows.change(row, {
      kind: 'attempt.settled',
      actor: engineActor,
      atMs,
      to: settlement.to,
      set: {
        attempt_count: row.attempt_count + (settlement.counted ? 1 : 0),
        next_attempt_at_ms: settlement.nextAttemptAtMs,
        ...failureColumns(settlement.failure),
        ...(settlement.to === 'uploaded' ? { uploaded_at_ms: atMs } : {}),
        ...(settlement.to === 'superseded' ? { is_current: 0 as const } : {}),
      },
      data: {
        attemptId: attempt.id,
        number: attempt.number,
        sentName: attempt.sent_name,
        outcome: settlement.outcome,
        httpStatus: settlement.httpStatus,
        durationMs: settlement.durationMs,
        attempt: attemptDigest(attempt),
        ...settlement.evidence,
      },
    })
  }

  return {
    ...createDueItems(connection),
    startAttempts: (attempts, atMs) =>
      writeStep(connection, () => attempts.flatMap((attempt) => startOne(attempt, atMs))),
    settleAttempt: (settlement, atMs) => writeStep(connection, () => toItem(settleOne(settlement, atMs))),
    recoverInFlight: (atMs) =>
      writeStep(connection, () =>
        inFlight.all().map(
          (attempt) =>
            settleOne(
              {
                attemptId: attempt.id,
                outcome: 'interrupted',
                httpStatus: null,
                answerCode: null,
                answerMessage: null,
                durationMs: Math.max(0, atMs - attempt.started_at_ms),
                to: 'outcome_unknown',
                failure: { code: 'interrupted', detail: '' },
                nextAttemptAtMs: null,
                counted: true,
              },
              atMs,
            ).id,
        ),
      ),
  }
}

/** What is sent of an item: its file, or the smaller form in its place. */
function sentFormOf(row: ItemRow): { readonly sha256: string | null; readonly sizeBytes: number } {
  if (row.repair === null) return { sha256: row.sha256, sizeBytes: row.size_bytes }
  const { sha256, sizeBytes } = toRepair(row.repair)
  return { sha256, sizeBytes }
}
