import { say } from '../../../shared/sentences/say.ts'
import { isErasureAllowed } from '../../ledger/erasure-verification.ts'
import { identityOf, untoldIdentity } from '../../ledger/item-record.ts'
import type { ItemRow } from '../../ledger/item-record.ts'
import { emptyItemColumns, itemDigest } from '../../ledger/row-digest.ts'
import { asObject, parseObject } from '../../ledger/stored-event.ts'
import type { BundleEvent, BundleRow } from './bundle-format.ts'
import type { Complain } from './complaint.ts'
import { createDigestRows } from './digest-rows.ts'
import type { ItemWindow } from './item-window.ts'
import { itemKeyOf } from './row-order.ts'
import { toldDigest } from './told-digest.ts'

export interface ItemCheck {
  takeItem(row: BundleRow, line: number): void
  /** True for an event of one of the items. */
  takeEvent(event: BundleEvent, line: number): boolean
  /** After the last event. */
  finish(): void
}

/** What the last event of an item that has its data says of the item. */
const told = { nothing: 0, anotherItem: 1, anotherRow: 2, theSame: 3 } as const

/**
 * Holds the items of a window against their last events. Keeps their digests, and of so many items only: the window is
 * made to end where they end.
 */
export function createItemCheck(complain: Complain, window: ItemWindow, keptAtOnce: number): ItemCheck {
  const items = createDigestRows(
    // `lastAtMs` is that of the last event, NaN before the first one. `erasedLine` is that of the first event whose
    // data was erased, 0 for none and after an erasure of the item.
    ['id', 'line', 'revision', 'lastAtMs', 'erasedLine', 'told'],
    ['identity', 'row'],
  )
  let lastId = -Infinity

  const takeErasure = (item: number, event: BundleEvent, line: number): void => {
    const { afterDays } = parseObject(event.data ?? '{}')
    const lastAtMs = items.numberAt(item, 'lastAtMs')
    if (!isErasureAllowed(event.atMs, Number.isNaN(lastAtMs) ? Infinity : lastAtMs, afterDays)) {
      complain(line, say('event_erased_early', { seq: event.seq }))
    }
    items.setNumber(item, 'erasedLine', 0)
  }

  const toldBy = (item: number, data: string): number => {
    const { item: identity, row } = parseObject(data)
    // The row's digest holds all that identifies the item.
    if (row === items.digestAt(item, 'row')) return told.theSame
    // Most events are of an earlier revision, which needs no digest to be another one.
    const { revision } = asObject(identity)
    if (typeof revision === 'number' && revision !== items.numberAt(item, 'revision')) return told.anotherItem
    if (toldDigest({ ...untoldIdentity, ...asObject(identity) }) !== items.digestAt(item, 'identity'))
      return told.anotherItem
    // Events of an earlier version do not tell the digest of the row.
    return row === undefined ? told.theSame : told.anotherRow
  }

  return {
    takeItem(row, line) {
      const id = itemKeyOf(row)
      // One out of its order is told of where the order is held.
      if (id === null || id <= lastId || !window.holds(id)) return
      if (items.count() === keptAtOnce) {
        window.endAt(lastId)
        return
      }
      lastId = id
      items.append(
        { id, line, revision: Number(row['revision']), lastAtMs: NaN, erasedLine: 0, told: told.nothing },
        { identity: identityDigestOf(row), row: itemDigest(row) },
      )
    },
    takeEvent(event, line) {
      if (event.itemId === null || !window.holds(event.itemId)) return false
      const item = items.find([event.itemId])
      if (item === null) return false
      if (Number.isNaN(items.numberAt(item, 'lastAtMs')) && event.kind !== 'item.seen') {
        complain(line, say('item_begins_earlier', { itemId: event.itemId, seq: event.seq }))
      }
      if (event.kind === 'item.erased') takeErasure(item, event, line)
      else if (event.erased === true) {
        if (items.numberAt(item, 'erasedLine') === 0) items.setNumber(item, 'erasedLine', line)
      } else if (event.data === undefined) complain(line, say('event_data_kept_back', { seq: event.seq }))
      if (event.data !== undefined) items.setNumber(item, 'told', toldBy(item, event.data))
      items.setNumber(item, 'lastAtMs', event.atMs)
      return true
    },
    finish() {
      // Items after the window's end were kept before the end was known.
      const count = items.firstFrom([window.end() + 1])
      for (let item = 0; item < count; item += 1) {
        const itemId = items.numberAt(item, 'id')
        const line = items.numberAt(item, 'line')
        const last = items.numberAt(item, 'told')
        const erasedLine = items.numberAt(item, 'erasedLine')
        if (last === told.nothing) complain(line, say('item_told_by_none', { itemId }))
        else if (last === told.anotherItem) complain(line, say('item_told_otherwise', { itemId }))
        else if (last === told.anotherRow) complain(line, say('item_value_told_otherwise', { itemId }))
        if (erasedLine !== 0) complain(erasedLine, say('item_data_taken', { itemId }))
      }
    },
  }
}

function identityDigestOf(columns: BundleRow): string | null {
  try {
    // Columns that a bundle leaves out are empty. The row is only compared: whatever else a bundle holds in its
    // columns differs from what the events tell.
    const row = { ...emptyItemColumns, ...columns } as unknown as ItemRow
    return toldDigest({ ...untoldIdentity, ...identityOf(row) })
  } catch {
    // Columns that Intray cannot have written are like no told ones.
    return null
  }
}
