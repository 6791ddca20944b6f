import type { Finding } from '../../shared/finding-codes.ts'
import type { AttemptRow } from './attempt-record.ts'
import type { AuditChain } from './audit-chain.ts'
import { readStep, writeStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { createErasureCleaning } from './erasure-cleaning.ts'
import { identityOf } from './item-record.ts'
import type { ItemRow } from './item-record.ts'
import { engineActor } from './item-rows.ts'
import type { ItemRows } from './item-rows.ts'
import { attemptDigest, itemDigest } from './row-digest.ts'

/** A finished item that is older than the policy says. */
export interface ErasableItem {
  readonly itemId: number
  readonly folderId: string
  readonly path: string
  readonly changedAtMs: number
  /** Whether its content was the one at its path when Intray last looked. */
  readonly isCurrent: boolean
}

export interface ErasureSteps {
  /** Finished items whose last change was before a time, the oldest first; `after` is the last one of the page before. */
  listErasable(beforeMs: number, after: ErasableItem | null, limit: number): Promise<ErasableItem[]>
  /**
   * Erases the personal values of items, of their events and attempts, in one transaction. `afterDays` is the policy
   * by which it is done. Items that changed in the meantime are left out. Returns the ids of those that were erased.
   */
  eraseItems(items: readonly ErasableItem[], afterDays: number, atMs: number): Promise<number[]>
  /** Overwrites what erasure left in the ledger's journal, as far as nobody reads an older state. */
  finishErasure(): Promise<void>
}

/** The states in which nothing more is expected of an item; as the index `items_to_erase` has them. */
const finished = `erased_at_ms IS NULL AND state IN ('uploaded', 'rejected', 'superseded', 'missing', 'ignored')`

/** The steps by which the retention policy erases. Each is one transaction. */
export function createErasureSteps(connection: Connection, rows: ItemRows, chain: AuditChain): ErasureSteps {
  const erasable = connection.prepare<[number, number, number, number], ItemRow>(
    `SELECT * FROM items INDEXED BY items_to_erase
     WHERE ${finished} AND changed_at_ms < ? AND (changed_at_ms, id) > (?, ?) ORDER BY changed_at_ms, id LIMIT ?`,
  )
  // Further from what identifies the item than its own columns, nothing personal is left: what stays are the folder,
  // states, times, sizes, hashes, codes, the media type and who decided.
  const eraseItem = connection.prepare<[string, number, number], ItemRow>(
    `UPDATE items SET path = 'erased-' || id, read_path = NULL, file_key = '', is_current = 0, entity_id = NULL,
       fields = '{}', reason = NULL, reason_said = NULL, failure_detail = NULL, failure_said = NULL, reading = NULL, findings = ?,
       rescan_slip = NULL,
       rescan_state = NULL, waits_for = NULL, waits_until_ms = NULL, gap_check = NULL,
       archived_to = iif(archived_to = 'trash', archived_to, NULL), erased_at_ms = ?, revision = revision + 1
     WHERE id = ? RETURNING *`,
  )
  const eraseAttempts = connection.prepare<[number], AttemptRow>(
    `UPDATE attempts SET url = '', entity_id = '', sent_name = 'erased-' || id, fields = '{}',
       answer_message = NULL, erased = 1 WHERE item_id = ? AND erased = 0 RETURNING *`,
  )
  const eraseEvents = connection.prepare<[number]>(
    `UPDATE audit_events SET data = '{}', erased = 1 WHERE item_id = ? AND erased = 0 AND kind <> 'item.erased'`,
  )
  const cleaning = createErasureCleaning(connection)

  const eraseOne = ({ itemId, changedAtMs }: ErasableItem, afterDays: number, atMs: number): number[] => {
    const row = rows.find(itemId)
    if (row?.changed_at_ms !== changedAtMs || row.erased_at_ms !== null) return []
    const erased = eraseItem.get(JSON.stringify(withoutEvidence(row.findings)), atMs, itemId)
    if (erased === undefined) throw new Error('an update returned no row')
    const attempts = eraseAttempts.all(itemId).sort((one, other) => one.id - other.id)
    eraseEvents.run(itemId)
    cleaning.forgetOf(row)
    chain.append({
      atMs,
      actor: engineActor,
      kind: 'item.erased',
      itemId,
      data: {
        from: row.state,
        item: identityOf(erased),
        row: itemDigest(erased),
        attempts: attempts.map(attemptDigest),
        afterDays,
      },
    })
    return [itemId]
  }

  return {
    listErasable: (beforeMs, after, limit) =>
      readStep(connection, () =>
        erasable.all(beforeMs, after?.changedAtMs ?? -1, after?.itemId ?? 0, limit).map((row) => ({
          itemId: row.id,
          folderId: row.folder_id,
          path: row.path,
          changedAtMs: row.changed_at_ms,
          isCurrent: row.is_current === 1,
        })),
      ),
    eraseItems: async (items, afterDays, atMs) => {
      const erased = await writeStep(connection, () =>
        cleaning.withoutMerging(() => items.flatMap((item) => eraseOne(item, afterDays, atMs))),
      )
      cleaning.mergeSome()
      return erased
    },
    finishErasure: async () => {
      await cleaning.forgetWords()
      await cleaning.emptyJournal()
    },
  }
}

/** The codes of findings stay: they tell an auditor what was wrong, and name nobody. */
function withoutEvidence(findings: string): Finding[] {
  // Written by this room alone, from typed findings.
  return (JSON.parse(findings) as Finding[]).map(({ code, severity }) => ({ code, severity, evidence: '' }))
}
