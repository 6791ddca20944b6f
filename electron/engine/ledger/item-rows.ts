import { IntrayError } from '../../shared/error-codes.ts'
import { canTakeBack, canTransition } from '../../shared/item-states.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { AuditKind } from '../../shared/records.ts'
import type { AuditChain } from './audit-chain.ts'
import type { Connection } from './connection.ts'
import { dueStates } from './due-states.ts'
import { createGapMark } from './gap-mark.ts'
import { identityOf } from './item-record.ts'
import type { ItemRow, SettableColumns } from './item-record.ts'
import { itemDigest } from './row-digest.ts'
import { withoutStaleSaid } from './told-columns.ts'
import { say } from '../../shared/sentences/say.ts'

/** The actor of everything that no person decided. */
export const engineActor = 'engine'

export interface ItemChange {
  readonly kind: AuditKind
  readonly actor: string
  readonly atMs: number
  readonly to?: ItemState
  /** States that are passed through on the way, within the same step. */
  readonly via?: ItemState | readonly ItemState[]
  readonly set?: SettableColumns
  /** What the audit event tells besides the item's new state. */
  readonly data?: Readonly<Record<string, unknown>>
  /** The event keeps what every changed column held before, so that the change can be taken back. */
  readonly keepsBefore?: boolean
  /** True for a decision that is taken back: it goes a way of the life backwards. */
  readonly takesBack?: boolean
}

export interface ItemRows {
  find(itemId: number): ItemRow | undefined
  /** Throws `item_not_found`. */
  get(itemId: number): ItemRow
  /** As `get`; throws `stale_item` when the row has changed since that revision. */
  getAt(itemId: number, revision: number): ItemRow
  findCurrent(folderId: string, path: string): ItemRow | undefined
  insert(seen: NewItem): ItemRow
  /** The only way in which an item changes: row and audit event together. Throws `transition_refused`. */
  change(row: ItemRow, change: ItemChange): ItemRow
}

export interface NewItem {
  readonly folderId: string
  readonly path: string
  readonly fileKey: string
  readonly sizeBytes: number
  readonly modifiedAtMs: number
  readonly atMs: number
  /** The item whose path this content took over. */
  readonly replaces?: number
}

/** The rows of one ledger. Every function runs inside a transaction of the caller. */
export function createItemRows(connection: Connection, chain: AuditChain): ItemRows {
  const byId = connection.prepare<[number], ItemRow>('SELECT * FROM items WHERE id = ?')
  const currentByPath = connection.prepare<[string, string], ItemRow>(
    'SELECT * FROM items WHERE folder_id = ? AND path = ? AND is_current = 1',
  )
  const insertSeen = connection.prepare<unknown[], ItemRow>(
    `INSERT INTO items
       (folder_id, path, file_key, size_bytes, modified_at_ms, first_seen_at_ms, changed_at_ms, replaces,
        gap_check, reconstructed, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'seen') RETURNING *`,
  )
  const gapOf = createGapMark(connection)
  const updateByColumns = new Map<string, ReturnType<typeof prepareUpdate>>()
  const prepareUpdate = (columns: readonly string[]) =>
    connection.prepare<unknown[], ItemRow>(
      `UPDATE items SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ? RETURNING *`,
    )

  const get = (itemId: number): ItemRow => {
    const row = byId.get(itemId)
    if (row === undefined) throw new IntrayError('item_not_found', say('item_number', { itemId }))
    return row
  }

  const record = (row: ItemRow, change: Omit<ItemChange, 'set'>, from: ItemState | null): void => {
    chain.append({
      atMs: change.atMs,
      actor: change.actor,
      kind: change.kind,
      itemId: row.id,
      data: {
        from,
        ...(change.via === undefined ? {} : { via: change.via }),
        // The whole of what identifies the item, so that verification can hold the row against the chain.
        item: identityOf(row),
        row: itemDigest(row),
        ...change.data,
      },
    })
  }

  return {
    find: (itemId) => byId.get(itemId),
    get,
    getAt(itemId, revision) {
      const row = get(itemId)
      if (row.revision !== revision) throw new IntrayError('stale_item', say('item_number', { itemId }))
      return row
    },
    findCurrent: (folderId, path) => currentByPath.get(folderId, path),
    insert(seen) {
      const gap = gapOf(seen.folderId, seen.modifiedAtMs)
      const row = insertSeen.get(
        seen.folderId,
        seen.path,
        seen.fileKey,
        seen.sizeBytes,
        seen.modifiedAtMs,
        seen.atMs,
        seen.atMs,
        seen.replaces ?? null,
        gap.gapCheck,
        gap.reconstructed,
      )
      if (row === undefined) throw new Error('an insert returned no row')
      const data = {
        sizeBytes: seen.sizeBytes,
        ...(seen.replaces === undefined ? {} : { replaces: seen.replaces }),
      }
      record(row, { kind: 'item.seen', actor: engineActor, atMs: seen.atMs, data }, null)
      return row
    },
    change(row, change) {
      refuseErased(row)
      refuseImpossible(row, change)
      const values: Record<string, unknown> = {
        ...(waitEnds(row, change) ? { waits_for: null, waits_until_ms: null } : {}),
        ...(row.sends_after_ms !== null && change.to !== undefined ? { sends_after_ms: null } : {}),
        ...(firstApprovalEnds(row, change) ? { first_approval_by: null, first_approval_at_ms: null } : {}),
        ...withoutStaleSaid(change.set),
        ...change.set,
        revision: row.revision + 1,
        changed_at_ms: change.atMs,
        ...(change.to === undefined ? {} : { state: change.to }),
      }
      const before = new Map<string, unknown>(Object.entries(row))
      // Every index with a column that is set is written anew, even where its value stays.
      const altered = Object.entries(values).filter(([column, value]) => before.get(column) !== value)
      const columns = altered.map(([column]) => column)
      const key = columns.join()
      let update = updateByColumns.get(key)
      if (update === undefined) updateByColumns.set(key, (update = prepareUpdate(columns)))
      const changed = update.get(...altered.map(([, value]) => value), row.id)
      if (changed === undefined) throw new Error('an update returned no row')
      const restores = change.keepsBefore === true ? { restores: heldBefore(before, columns) } : {}
      record(changed, { ...change, data: { ...change.data, ...restores } }, row.state)
      return changed
    },
  }
}

/** What is decided, sent or gone waits for nothing. */
function waitEnds(row: ItemRow, { to }: ItemChange): boolean {
  const waiting: readonly ItemState[] = dueStates
  return to !== undefined && !waiting.includes(to) && (row.waits_for !== null || row.waits_until_ms !== null)
}

/** What an erased item was is not known any more, so nothing can follow from it. */
function refuseErased({ id, erased_at_ms: erasedAtMs }: ItemRow): void {
  if (erasedAtMs === null) return
  throw new IntrayError('transition_refused', say('item_erased', { itemId: id }))
}

/** The columns that decide what is sent. Who agreed first agreed to just these. */
const agreedColumns = ['entity_id', 'media_type', 'fields', 'sha256', 'repair', 'role'] as const

/** The first of two approvals ends with the review, and with any change of what was approved. */
function firstApprovalEnds(row: ItemRow, { to, set = {}, takesBack }: ItemChange): boolean {
  // What is taken back tells itself whether it was there before.
  if (row.first_approval_by === null || takesBack === true) return false
  if (to !== undefined && to !== row.state) return true
  return agreedColumns.some((column) => set[column] !== undefined && set[column] !== row[column])
}

/** What altered columns held before; what every change alters is left out. */
function heldBefore(before: ReadonlyMap<string, unknown>, columns: readonly string[]): object {
  const kept = columns.filter((column) => !ofEveryChange.has(column))
  return Object.fromEntries(kept.map((column) => [column, before.get(column)]))
}

const ofEveryChange: ReadonlySet<string> = new Set(['revision', 'changed_at_ms'])

function refuseImpossible(row: ItemRow, change: ItemChange): void {
  if (change.to === undefined) return
  if (change.to === 'approved' && (change.set?.role ?? row.role) === 'index') {
    throw new IntrayError('transition_refused', say('item_is_index', { itemId: row.id }))
  }
  const steps = [row.state, ...(change.via === undefined ? [] : [change.via].flat()), change.to]
  const isAllowed = change.takesBack === true ? canTakeBack : canTransition
  for (const [index, to] of steps.entries()) {
    const from = steps[index - 1]
    if (from === undefined || isAllowed(from, to)) continue
    throw new IntrayError('transition_refused', say('way_closed', { itemId: row.id, from: row.state, to }))
  }
}
