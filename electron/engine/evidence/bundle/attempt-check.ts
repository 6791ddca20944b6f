import { say } from '../../../shared/sentences/say.ts'
import { attemptDigest } from '../../ledger/row-digest.ts'
import { asObject, parseObject } from '../../ledger/stored-event.ts'
import type { BundleEvent, BundleRow } from './bundle-format.ts'
import type { Complain } from './complaint.ts'
import { createDigestRows } from './digest-rows.ts'
import type { ItemWindow } from './item-window.ts'
import { attemptKeyOf } from './row-order.ts'
import { toldDigest } from './told-digest.ts'

export interface AttemptCheck {
  takeAttempt(row: BundleRow, line: number): void
  /** An event of a chosen item, with its data. */
  takeEvent(event: BundleEvent, line: number): void
  /** After the last event. */
  finish(): void
}

/**
 * Holds the attempts of a window's items against the events that tell of them. Keeps their digests, and of so many
 * attempts only: the window is made to end before the first item that has no room.
 */
export function createAttemptCheck(complain: Complain, window: ItemWindow, keptAtOnce: number): AttemptCheck {
  const attempts = createDigestRows(
    ['itemId', 'number', 'line', 'isInFlight', 'isTold'],
    ['row', 'start', 'settlement'],
  )
  let lastKey: readonly [number, number] = [-Infinity, -Infinity]
  let oversizedItemId: number | null = null

  const find = (itemId: number | null, number: unknown): number | null =>
    itemId === null || typeof number !== 'number' ? null : attempts.find([itemId, number])

  /** Events of an earlier version do not tell the digest of their attempt. */
  const isRowTold = (digest: unknown, attempt: number): boolean =>
    digest === undefined || digest === attempts.digestAt(attempt, 'row')

  const verifyStart = (event: BundleEvent, told: Record<string, unknown>, line: number): void => {
    const item = asObject(told['item'])
    const attempt = find(event.itemId, told['number'])
    const { sentName, url, number } = told
    const { entityId, mediaType, fields = {} } = item
    const sent = told['sha256'] ?? item['sha256']
    const digest = digestOf([event.atMs, number, sentName, url, entityId, mediaType, sent, fields])
    const isInFlight = attempt !== null && attempts.numberAt(attempt, 'isInFlight') === 1
    if (
      attempt === null ||
      attempts.digestAt(attempt, 'start') !== digest ||
      (isInFlight && !isRowTold(told['attempt'], attempt))
    ) {
      complain(line, say('attempt_start_differs', { seq: event.seq }))
    }
    if (isInFlight) attempts.setNumber(attempt, 'isTold', 1)
  }

  const verifySettlement = (event: BundleEvent, told: Record<string, unknown>, line: number): void => {
    const attempt = find(event.itemId, told['number'])
    const { attemptId, outcome, httpStatus, sentName } = told
    const digest = digestOf([attemptId, outcome, httpStatus, sentName])
    if (
      attempt === null ||
      attempts.digestAt(attempt, 'settlement') !== digest ||
      !isRowTold(told['attempt'], attempt)
    ) {
      complain(line, say('attempt_settlement_differs', { seq: event.seq }))
    }
    if (attempt !== null) attempts.setNumber(attempt, 'isTold', 1)
  }

  const verifyErasure = (event: BundleEvent, told: Record<string, unknown>, line: number): void => {
    const itemId = event.itemId ?? NaN
    const erased: string[] = []
    const end = attempts.firstFrom([itemId + 1])
    for (let attempt = attempts.firstFrom([itemId]); attempt < end; attempt += 1) {
      erased.push(attempts.digestAt(attempt, 'row'))
      attempts.setNumber(attempt, 'isTold', 1)
    }
    if (toldDigest(told['attempts']) !== toldDigest(erased)) {
      complain(line, say('attempt_erasure_differs', { seq: event.seq }))
    }
  }

  /** False where no room is left for an attempt of this item. */
  const makeRoom = (itemId: number, line: number): boolean => {
    if (itemId === oversizedItemId) return false
    if (attempts.count() < keptAtOnce) return true
    if (attempts.firstFrom([itemId]) > 0) {
      attempts.cutTo(attempts.firstFrom([itemId]))
      window.endAt(itemId - 1)
    } else {
      complain(line, say('attempts_too_many', { itemId }))
      oversizedItemId = itemId
    }
    return false
  }

  return {
    takeAttempt(row, line) {
      const key = attemptKeyOf(row)
      if (key === null || !window.holds(key[0])) return
      const [itemId, number] = key
      // One out of its order is told of where the order is held.
      if (itemId < lastKey[0] || (itemId === lastKey[0] && number <= lastKey[1])) return
      if (!makeRoom(itemId, line)) return
      lastKey = key
      const { started_at_ms, sent_name, url, entity_id, media_type, sha256, fields } = row
      const isInFlight = row['outcome'] === 'in_flight' ? 1 : 0
      attempts.append(
        { itemId, number, line, isInFlight, isTold: 0 },
        {
          row: attemptDigest(row),
          start: digestOf([
            started_at_ms,
            number,
            sent_name,
            url,
            entity_id,
            media_type,
            sha256,
            parseObject(String(fields)),
          ]),
          settlement: digestOf([row['id'], row['outcome'], row['http_status'], sent_name]),
        },
      )
    },
    takeEvent(event, line) {
      if (event.data === undefined) return
      if (event.kind === 'attempt.started') verifyStart(event, parseObject(event.data), line)
      if (event.kind === 'attempt.settled') verifySettlement(event, parseObject(event.data), line)
      if (event.kind === 'item.erased') verifyErasure(event, parseObject(event.data), line)
    },
    finish() {
      for (let attempt = 0; attempt < attempts.count(); attempt += 1) {
        if (attempts.numberAt(attempt, 'isTold') === 1) continue
        complain(attempts.numberAt(attempt, 'line'), say('attempt_end_untold'))
      }
    },
  }
}

function digestOf(values: readonly unknown[]): string | null {
  return toldDigest(values.map((value) => value ?? null))
}
