import { itemTransitions } from '../../shared/item-states.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { Item } from '../../shared/records.ts'
import { readStep, writeStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { gapClosedFact, restoredFact } from './gap-mark.ts'
import type { Restored } from './gap-opening.ts'
import { toItem } from './item-record.ts'
import type { ItemRow, SettableColumns } from './item-record.ts'
import { engineActor } from './item-rows.ts'
import type { ItemChange, ItemRows } from './item-rows.ts'
import { say } from '../../shared/sentences/say.ts'
import type { Sentence } from '../../shared/sentences/told.ts'
import { failureColumns, reasonColumns } from './told-columns.ts'

/** What was found out about an item that the lost part of the ledger may have sent. */
export type GapFinding =
  | {
      readonly kind: 'arrived'
      readonly sentName: string
      readonly createdAtSeconds: number | null
      readonly mediaType: string | null
    }
  /** The entity was read and does not list it. */
  | { readonly kind: 'absent'; readonly entryCount: number }
  /** The endpoint cannot say; the sentence tells a person why. */
  | (Sentence & { readonly kind: 'unclear' })

export interface GapSteps {
  /** The last restore; null for a ledger that never was restored. */
  readRestored(): Promise<Restored | null>
  /** A folder was compared in full since the restore, and every file that was found was looked into. */
  closeGapOf(folderId: string, atMs: number): Promise<void>
  isGapClosed(folderId: string): Promise<boolean>
  /** Entities under which items are still to be asked about. */
  entitiesToAsk(limit: number): Promise<string[]>
  /** The items of one entity that are still to be asked about. */
  itemsToAsk(entityId: string): Promise<Item[]>
  /** Of these names, those that this ledger itself knows to have sent. */
  knownSentNames(names: readonly string[]): Promise<ReadonlySet<string>>
  /** Records what was found out. An item that has changed since `revision` is left as it is. Null then. */
  recordGapFinding(itemId: number, revision: number, found: GapFinding, atMs: number): Promise<Item | null>
  reconstructedCount(): Promise<number>
}

/** States in which an item can be asked about: its content, its entity and its media type are known. */
const askable = `gap_check IN ('open', 'approved') AND media_type IS NOT NULL AND sha256 IS NOT NULL
  AND state IN ('identified', 'needs_attention', 'awaiting_review', 'failed', 'outcome_unknown', 'missing')`

export function createGapSteps(connection: Connection, rows: ItemRows): GapSteps {
  const fact = connection.prepare<[string], { value: string }>(
    'SELECT value FROM ledger_facts WHERE name = ?',
  )
  const keep = connection.prepare<[string, string]>(
    'INSERT INTO ledger_facts VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  const entities = connection.prepare<[number], { entity_id: string }>(
    `SELECT DISTINCT entity_id FROM items WHERE ${askable} AND entity_id IS NOT NULL ORDER BY entity_id LIMIT ?`,
  )
  const ofEntity = connection.prepare<[string], ItemRow>(
    `SELECT * FROM items WHERE ${askable} AND entity_id = ? ORDER BY id`,
  )
  const known = connection.prepare<[string], { sent_name: string }>(
    'SELECT sent_name FROM attempts WHERE sent_name IN (SELECT value FROM json_each(?))',
  )
  const count = connection.prepare<[], { count: number }>(
    'SELECT count(*) AS count FROM items WHERE reconstructed = 1',
  )
  return {
    readRestored: () =>
      readStep(connection, () => {
        const text = fact.get(restoredFact)?.value
        // Written by this room alone.
        return text === undefined ? null : (JSON.parse(text) as Restored)
      }),
    closeGapOf: (folderId, atMs) =>
      writeStep(connection, () => {
        keep.run(gapClosedFact(folderId), String(atMs))
      }),
    isGapClosed: (folderId) => readStep(connection, () => fact.get(gapClosedFact(folderId)) !== undefined),
    entitiesToAsk: (limit) => readStep(connection, () => entities.all(limit).map((row) => row.entity_id)),
    itemsToAsk: (entityId) => readStep(connection, () => ofEntity.all(entityId).map(toItem)),
    knownSentNames: (names) =>
      readStep(
        connection,
        () => new Set(known.all(JSON.stringify(names)).map(({ sent_name: sentName }) => sentName)),
      ),
    recordGapFinding: (itemId, revision, found, atMs) =>
      writeStep(connection, () => {
        const row = rows.get(itemId)
        if (row.revision !== revision || (row.gap_check !== 'open' && row.gap_check !== 'approved'))
          return null
        const { to, set } = effectOf(row, found, atMs)
        const data = { ...found }
        return toItem(
          rows.change(row, {
            kind: 'item.reconstructed',
            actor: engineActor,
            atMs,
            ...(to === undefined ? {} : wayBetween(row.state, to)),
            set,
            data,
          }),
        )
      }),
    reconstructedCount: () => readStep(connection, () => count.get()?.count ?? 0),
  }
}

function effectOf(
  row: ItemRow,
  found: GapFinding,
  atMs: number,
): { readonly to?: ItemState; readonly set: SettableColumns } {
  switch (found.kind) {
    case 'arrived': {
      const createdAtMs = found.createdAtSeconds === null ? atMs : Math.round(found.createdAtSeconds * 1_000)
      return {
        to: 'uploaded',
        set: {
          ...failureColumns(null),
          next_attempt_at_ms: null,
          gap_check: null,
          reconstructed: 1,
          uploaded_at_ms: createdAtMs,
          // Why it is uploaded although no attempt of it is on record.
          ...reasonColumns(say('found_after_restore')),
        },
      }
    }
    case 'absent':
      return {
        ...(row.gap_check === 'approved' && row.state === 'awaiting_review'
          ? { to: 'approved' as const }
          : {}),
        set: { gap_check: 'asked', ...reasonColumns(null) },
      }
    case 'unclear': {
      const holds = row.state === 'awaiting_review' || row.state === 'identified'
      return {
        ...(holds ? { to: 'needs_attention' as const } : {}),
        set: { gap_check: 'held', ...reasonColumns(found) },
      }
    }
  }
}

/** States through which the record of a lost upload passes. */
const passable: readonly ItemState[] = ['seen', 'identified', 'awaiting_review', 'approved', 'uploading']

/** The shortest way of the life cycle between two states. */
function wayBetween(from: ItemState, to: ItemState): Pick<ItemChange, 'to' | 'via'> {
  let ways: (readonly ItemState[])[] = [[]]
  for (let length = 0; length <= passable.length; length += 1) {
    const found = ways.find((via) => itemTransitions[via.at(-1) ?? from].includes(to))
    if (found !== undefined) return found.length === 0 ? { to } : { via: found, to }
    ways = ways.flatMap((via) =>
      itemTransitions[via.at(-1) ?? from]
        .filter((state) => passable.includes(state) && !via.includes(state))
        .map((state) => [...via, state]),
    )
  }
  return { to }
}
