import { isErasureAllowed } from '../../ledger/erasure-verification.ts'
import { identityOf, untoldIdentity } from '../../ledger/item-record.ts'
import type { ItemRow } from '../../ledger/item-record.ts'
import { emptyItemColumns, itemDigest } from '../../ledger/row-digest.ts'
import { asObject, parseObject } from '../../ledger/stored-event.ts'
import type { BundleEvent, BundleRow } from './bundle-format.ts'
import type { Complain } from './complaint.ts'
import { toldDigest } from './told-digest.ts'

interface KnownItem {
  readonly line: number
  readonly identityDigest: string | symbol
  readonly rowDigest: string
  toldIdentity: string | symbol | null
  toldRow: unknown
  lastAtMs: number | null
  /** The line of an event whose data was erased, until an erasure of the item was met. */
  erasedLine: number | null
}

export interface ItemCheck {
  takeItem(row: BundleRow, line: number): void
  /** True for an event of one of the items. */
  takeEvent(event: BundleEvent, line: number): boolean
  /** After the last event. */
  finish(): void
}

/** Holds items against their last events. Keeps digests only, a few hundred bytes for each. */
export function createItemCheck(complain: Complain): ItemCheck {
  const items = new Map<number, KnownItem>()

  const takeErasure = (item: KnownItem, event: BundleEvent, line: number): void => {
    const { afterDays } = parseObject(event.data ?? '{}')
    if (!isErasureAllowed(event.atMs, item.lastAtMs ?? Infinity, afterDays)) {
      complain(line, `Event ${String(event.seq)} erased the item before the policy allowed it.`)
    }
    item.erasedLine = null
  }

  return {
    takeItem(row, line) {
      const id = row['id']
      if (typeof id !== 'number') {
        complain(line, 'This item has no number.')
        return
      }
      if (items.has(id)) complain(line, `Item ${String(id)} stands in the bundle twice.`)
      items.set(id, {
        line,
        identityDigest: identityDigestOf(row),
        rowDigest: itemDigest(row),
        toldIdentity: null,
        toldRow: undefined,
        lastAtMs: null,
        erasedLine: null,
      })
    },
    takeEvent(event, line) {
      const item = event.itemId === null ? undefined : items.get(event.itemId)
      if (item === undefined) return false
      if (item.lastAtMs === null && event.kind !== 'item.seen') {
        complain(
          line,
          `Item ${String(event.itemId)} has a history before event ${String(event.seq)}, which is not in the bundle.`,
        )
      }
      if (event.kind === 'item.erased') takeErasure(item, event, line)
      else if (event.erased === true) item.erasedLine ??= line
      else if (event.data === undefined)
        complain(line, `The data of event ${String(event.seq)} is kept back.`)
      if (event.data !== undefined) {
        const told = parseObject(event.data)
        item.toldIdentity = toldDigest({ ...untoldIdentity, ...asObject(told['item']) })
        item.toldRow = told['row']
      }
      item.lastAtMs = event.atMs
      return true
    },
    finish() {
      for (const [id, item] of items) {
        const { line, erasedLine } = item
        if (item.toldIdentity === null) complain(line, `No event tells of item ${String(id)}.`)
        else if (item.toldIdentity !== item.identityDigest)
          complain(line, `Item ${String(id)} is not what its last event says.`)
        else if (item.toldRow !== undefined && item.toldRow !== item.rowDigest) {
          complain(line, `A value of item ${String(id)} is not the one of its last event.`)
        }
        if (erasedLine !== null)
          complain(erasedLine, `Data of item ${String(id)} was taken away without an erasure.`)
      }
    },
  }
}

function identityDigestOf(columns: BundleRow): string | symbol {
  try {
    // Columns that a bundle leaves out are empty. The row is only compared: whatever else a bundle holds in its
    // columns differs from what the events tell.
    const row = { ...emptyItemColumns, ...columns } as unknown as ItemRow
    return toldDigest({ ...untoldIdentity, ...identityOf(row) })
  } catch {
    // Columns that Intray cannot have written are like no told ones.
    return Symbol('no digest')
  }
}
