import type { Attempt } from '../../shared/records.ts'
import { toFields } from './item-record.ts'

/** A row of `attempts` as SQLite returns it. */
export interface AttemptRow {
  readonly id: number
  readonly item_id: number
  readonly number: number
  readonly started_at_ms: number
  readonly finished_at_ms: number | null
  readonly duration_ms: number | null
  readonly url: string
  readonly body_form: 'multipart' | 'json'
  readonly sent_name: string
  readonly entity_id: string
  readonly media_type: string
  readonly fields: string
  readonly sha256: string
  readonly size_bytes: number
  readonly outcome: Attempt['outcome']
  readonly http_status: number | null
  readonly answer_code: string | null
  readonly answer_message: string | null
  readonly request_id: string | null
  /** 1 once the retention policy took its personal values. */
  readonly erased: 0 | 1
}

export function toAttempt(row: AttemptRow): Attempt {
  return {
    id: row.id,
    itemId: row.item_id,
    number: row.number,
    startedAtMs: row.started_at_ms,
    finishedAtMs: row.finished_at_ms,
    durationMs: row.duration_ms,
    url: row.url,
    bodyForm: row.body_form,
    sentName: row.sent_name,
    entityId: row.entity_id,
    mediaType: row.media_type,
    fields: toFields(row.fields),
    sha256: row.sha256,
    sizeBytes: row.size_bytes,
    outcome: row.outcome,
    httpStatus: row.http_status,
    answerCode: row.answer_code,
    answerMessage: row.answer_message,
    requestId: row.request_id,
  }
}
