import { randomInt } from 'node:crypto'
import type { AuditChain } from './audit-chain.ts'
import { transact } from './connection.ts'
import type { Connection } from './connection.ts'
import { restoredFact } from './gap-mark.ts'
import type { ItemRow } from './item-record.ts'
import { engineActor } from './item-rows.ts'
import type { ItemRows } from './item-rows.ts'
import { say } from '../../shared/sentences/say.ts'
import { reasonColumns } from './told-columns.ts'

/** What is known of a ledger that took the place of a damaged one, or that lost its end. */
export interface Loss {
  /** The backup that it was restored from; null where there was none, or where only its end was lost. */
  readonly backupName: string | null
  /** Where the damaged file lies; empty where there is none. */
  readonly setAside: string
  /** What was wrong, in plain words. */
  readonly words: string
  /** The marks in the names under which the lost part may have sent its files, as far as they are known. */
  readonly sentAs: readonly string[]
  /** How far the lost history had come by its witness; null where nothing tells. */
  readonly witnessedSeq: number | null
}

/** The restore that a ledger went through last. */
export interface Restored extends Loss {
  readonly atMs: number
  /** The time of the last event that the ledger still has. What was sent after it is not on record. */
  readonly gapFromMs: number
  /** The last event that was not lost, as the chain holds it. */
  readonly headHash: string
  /** The newest item that was not lost. */
  readonly lastItemId: number
}

/** Numbers between the last known item and the next new one: the lost part of the ledger used some of them. */
const skippedIds = 100_000

/** The fact that holds what stands for the ledger in names, where that is no longer its id. */
export const nameMarkFact = 'name_mark'

/** The length of a ledger's id and of every mark that takes its place. */
export const markLength = 6

/** Letters and digits that cannot be taken for one another. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'

/** So many of them in a row, none like any other. */
export function randomMark(length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
}

/**
 * Tells a ledger that a part of its history is lost: everything after its last event. The chain goes on from there.
 *
 * The lost part may have sent any item that was not finished, and any file that the ledger does not know yet. So every
 * unfinished item is marked to be asked about at the endpoint, and one that was approved waits for that answer. New
 * files are marked as they come in (`createGapMark`). Nothing that is sent from now on can have a name that the lost
 * part has used: names get a new mark in place of the ledger's id, and items get numbers far behind the last known one.
 */
export function openGap(
  connection: Connection,
  rows: ItemRows,
  chain: AuditChain,
  ledgerId: string,
  loss: Loss,
  atMs: number,
): void {
  const fact = connection.prepare<[string, string]>(
    'INSERT INTO ledger_facts VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  const mark = connection.prepare<[string], { value: string }>(
    'SELECT value FROM ledger_facts WHERE name = ?',
  )
  transact(connection, () => {
    const present = mark.get(nameMarkFact)?.value
    const sentAs = [...new Set([...loss.sentAs, ...(present === undefined ? [] : [present]), ledgerId])]
    const restored: Restored = { ...loss, ...endOf(connection), sentAs, atMs }
    connection.exec(`
      UPDATE items SET gap_check = 'open' WHERE state NOT IN ('uploaded', 'superseded')
        AND gap_check IS NOT 'approved';
      UPDATE sqlite_sequence SET seq = seq + ${String(skippedIds)} WHERE name IN ('items', 'attempts');
      DELETE FROM ledger_facts WHERE name GLOB 'gap_closed:*';
    `)
    const approved = connection.prepare<[], ItemRow>(
      `SELECT * FROM items WHERE state IN ('approved', 'retry_wait')`,
    )
    for (const row of approved.all()) {
      rows.change(row, {
        kind: 'item.reconstructed',
        actor: engineActor,
        atMs,
        to: 'awaiting_review',
        set: {
          gap_check: 'approved',
          next_attempt_at_ms: null,
          ...reasonColumns(say('asked_after_restore')),
        },
        data: { kind: 'asking' },
      })
    }
    fact.run(restoredFact, JSON.stringify(restored))
    fact.run(nameMarkFact, randomMark(markLength))
    chain.append({ kind: 'ledger.restored', actor: engineActor, itemId: null, atMs, data: { ...restored } })
  })
}

function endOf(connection: Connection): Pick<Restored, 'gapFromMs' | 'headHash' | 'lastItemId'> {
  const head = connection
    .prepare<[], { at_ms: number; hash: string; kind: string }>(
      'SELECT at_ms, hash, kind FROM audit_events ORDER BY seq DESC LIMIT 1',
    )
    .get()
  const last = connection.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM items').get()
  return {
    // A ledger that was just made has lost everything that ever was.
    gapFromMs: head === undefined || head.kind === 'ledger.created' ? 0 : head.at_ms,
    headHash: head?.hash ?? '',
    lastItemId: last?.id ?? 0,
  }
}
