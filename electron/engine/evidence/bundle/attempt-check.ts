import { attemptDigest } from '../../ledger/row-digest.ts'
import { asObject, parseObject } from '../../ledger/stored-event.ts'
import type { BundleEvent, BundleRow } from './bundle-format.ts'
import type { Complain } from './complaint.ts'
import { toldDigest } from './told-digest.ts'

interface KnownAttempt {
  readonly line: number
  readonly digest: string
  readonly startDigest: string | symbol
  readonly settleDigest: string | symbol
  readonly isInFlight: boolean
  isTold: boolean
}

export interface AttemptCheck {
  takeAttempt(row: BundleRow, line: number): void
  /** An event of a chosen item, with its data. */
  takeEvent(event: BundleEvent, line: number): void
  /** After the last event. */
  finish(): void
}

/** Holds attempts against the events that tell of them. Keeps digests only, a few hundred bytes for each. */
export function createAttemptCheck(complain: Complain): AttemptCheck {
  const attempts = new Map<string, KnownAttempt>()
  const keysOfItem = new Map<number, string[]>()

  const verifyStart = (event: BundleEvent, told: Record<string, unknown>, line: number): void => {
    const item = asObject(told['item'])
    const attempt = attempts.get(keyOf(event.itemId, told['number']))
    const { sentName, url, number } = told
    const { entityId, mediaType, fields = {} } = item
    const sent = told['sha256'] ?? item['sha256']
    const digest = digestOf([event.atMs, number, sentName, url, entityId, mediaType, sent, fields])
    const wholeDiffers = attempt?.isInFlight === true && !isTold(told['attempt'], attempt)
    if (attempt?.startDigest !== digest || wholeDiffers) {
      complain(line, `Event ${String(event.seq)} started another attempt than the one that is told of.`)
    }
    if (attempt?.isInFlight === true) attempt.isTold = true
  }

  const verifySettlement = (event: BundleEvent, told: Record<string, unknown>, line: number): void => {
    const attempt = attempts.get(keyOf(event.itemId, told['number']))
    const { attemptId, outcome, httpStatus, sentName } = told
    if (
      attempt?.settleDigest !== digestOf([attemptId, outcome, httpStatus, sentName]) ||
      !isTold(told['attempt'], attempt)
    ) {
      complain(line, `Event ${String(event.seq)} settled another attempt than the one that is told of.`)
    }
    if (attempt !== undefined) attempt.isTold = true
  }

  const verifyErasure = (event: BundleEvent, told: Record<string, unknown>, line: number): void => {
    const erased = (keysOfItem.get(event.itemId ?? -1) ?? []).flatMap((key) => attempts.get(key) ?? [])
    if (toldDigest(told['attempts']) !== toldDigest(erased.map(({ digest }) => digest))) {
      complain(line, `Event ${String(event.seq)} erased other attempts than those that are told of.`)
    }
    for (const attempt of erased) attempt.isTold = true
  }

  return {
    takeAttempt(row, line) {
      const key = keyOf(row['item_id'], row['number'])
      if (attempts.has(key)) complain(line, 'This attempt stands in the bundle twice.')
      attempts.set(key, {
        line,
        digest: attemptDigest(row),
        startDigest: digestOf([
          row['started_at_ms'],
          row['number'],
          row['sent_name'],
          row['url'],
          row['entity_id'],
          row['media_type'],
          row['sha256'],
          parseObject(String(row['fields'])),
        ]),
        settleDigest: digestOf([row['id'], row['outcome'], row['http_status'] ?? null, row['sent_name']]),
        isInFlight: row['outcome'] === 'in_flight',
        isTold: false,
      })
      if (typeof row['item_id'] !== 'number') return
      const keys = keysOfItem.get(row['item_id'])
      if (keys === undefined) keysOfItem.set(row['item_id'], [key])
      else keys.push(key)
    },
    takeEvent(event, line) {
      if (event.data === undefined) return
      if (event.kind === 'attempt.started') verifyStart(event, parseObject(event.data), line)
      if (event.kind === 'attempt.settled') verifySettlement(event, parseObject(event.data), line)
      if (event.kind === 'item.erased') verifyErasure(event, parseObject(event.data), line)
    },
    finish() {
      for (const { line, isTold: wasTold } of attempts.values()) {
        if (!wasTold) complain(line, 'No event tells how this attempt ended.')
      }
    },
  }
}

function keyOf(itemId: unknown, number: unknown): string {
  return `${String(itemId)}:${String(number)}`
}

function digestOf(values: readonly unknown[]): string | symbol {
  return toldDigest(values.map((value) => value ?? null))
}

/** Events of an earlier version do not tell the digest of their attempt. */
function isTold(digest: unknown, attempt: KnownAttempt): boolean {
  return digest === undefined || digest === attempt.digest
}
