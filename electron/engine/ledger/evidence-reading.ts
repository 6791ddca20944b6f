import type { EvidenceSelection } from '../../shared/evidence.ts'
import type { Anchor, AuditKind, Item } from '../../shared/records.ts'
import { anchorOf } from './anchor-record.ts'
import type { AttemptRow } from './attempt-record.ts'
import { genesisHash } from './audit-chain.ts'
import type { ConnectionOptions } from './connection.ts'
import { listItems } from './item-listing.ts'
import { toItem } from './item-record.ts'
import type { ItemRow } from './item-record.ts'
import { openSnapshot } from './snapshot.ts'
import type { StoredEvent } from './stored-event.ts'

/** An event of the chain; `isShown` where its data belongs to the chosen items or explains them. */
export interface EvidenceEvent extends StoredEvent {
  readonly isShown: boolean
}

/** Chosen items of one ledger at one moment, with what proves them. Reads in pages, with other work in between. */
export interface EvidenceReading {
  readonly ledgerId: string
  readonly itemCount: number
  /** The first event of the first chosen item, the hash that it follows from, and the last event of all. */
  readonly segment: {
    readonly firstSeq: number
    readonly previousHash: string
    readonly headSeq: number
    readonly headHash: string
  }
  items(): AsyncGenerator<Item>
  itemRows(): AsyncGenerator<ItemRow>
  attempts(): AsyncGenerator<AttemptRow>
  /** The whole chain from the first event of the selection to the head. */
  events(): AsyncGenerator<EvidenceEvent>
  /** The anchors that lie in the segment. */
  anchors(): readonly Anchor[]
  close(): void
}

/** Events of no item whose data names no person and explains how items were read, or that nothing is missing. */
const explaining: readonly AuditKind[] = [
  'ledger.created',
  'ledger.restored',
  'ledger.anchored',
  'rules.changed',
]

const pageSize = 500

/** Opens what evidence is made of. The caller closes it. Throws `query_refused` for a query that cannot be read. */
export async function openEvidence(
  file: string,
  options: ConnectionOptions,
  selection: EvidenceSelection,
  nowMs: number,
): Promise<EvidenceReading> {
  const snapshot = openSnapshot(file, options, 'CREATE TEMP TABLE chosen (item_id INTEGER PRIMARY KEY)')
  const { connection } = snapshot
  try {
    const choose = connection.prepare<[number]>(
      'INSERT OR IGNORE INTO temp.chosen SELECT id FROM items WHERE id = ?',
    )
    if ('itemIds' in selection) for (const id of selection.itemIds) choose.run(id)
    else {
      let cursor: string | undefined
      do {
        const query = { ...selection.selection, order: 'oldest_first', cursor, limit: pageSize } as const
        const page = listItems(connection, query, nowMs)
        for (const { id } of page.items) choose.run(id)
        cursor = page.nextCursor ?? undefined
        await new Promise(setImmediate)
      } while (cursor !== undefined)
    }
    return readChosen(snapshot)
  } catch (error) {
    snapshot.close()
    throw error
  }
}

function readChosen({ connection, close }: ReturnType<typeof openSnapshot>): EvidenceReading {
  const itemPage = connection.prepare<[number, number], ItemRow>(
    `SELECT items.* FROM temp.chosen CROSS JOIN items ON items.id = chosen.item_id
     WHERE chosen.item_id > ? ORDER BY chosen.item_id LIMIT ?`,
  )
  const attemptPage = connection.prepare<[{ itemId: number; number: number; limit: number }], AttemptRow>(
    `SELECT attempts.* FROM temp.chosen CROSS JOIN attempts ON attempts.item_id = chosen.item_id
     WHERE chosen.item_id >= @itemId AND (attempts.item_id > @itemId OR attempts.number > @number)
     ORDER BY chosen.item_id, attempts.number LIMIT @limit`,
  )
  const eventPage = connection.prepare<[string, number, number], StoredEvent & { shown: 0 | 1 }>(
    `SELECT *, iif(item_id IS NULL, kind IN (SELECT value FROM json_each(?)),
       EXISTS (SELECT 1 FROM temp.chosen WHERE chosen.item_id = audit_events.item_id)) AS shown
     FROM audit_events WHERE seq > ? ORDER BY seq LIMIT ?`,
  )
  const head = connection
    .prepare<[], { seq: number; hash: string }>(
      'SELECT seq, hash FROM audit_events ORDER BY seq DESC LIMIT 1',
    )
    .get()
  // Items get their numbers in the order of their first events.
  const first = connection
    .prepare<[], { seq: number | null }>(
      'SELECT min(seq) AS seq FROM audit_events WHERE item_id = (SELECT min(item_id) FROM temp.chosen)',
    )
    .get()
  const firstSeq = first?.seq ?? head?.seq ?? 1
  const hashAt = connection.prepare<[number], { hash: string }>('SELECT hash FROM audit_events WHERE seq = ?')
  const anchored = connection.prepare<[number], StoredEvent>(
    `SELECT * FROM audit_events WHERE kind = 'ledger.anchored' AND seq > ? ORDER BY seq`,
  )
  const ledgerId =
    connection.prepare<[], { value: string }>(`SELECT value FROM ledger_facts WHERE name = 'ledger_id'`).get()
      ?.value ?? ''
  return {
    ledgerId,
    itemCount:
      connection.prepare<[], { count: number }>('SELECT count(*) AS count FROM temp.chosen').get()?.count ??
      0,
    segment: {
      firstSeq,
      previousHash: hashAt.get(firstSeq - 1)?.hash ?? genesisHash,
      headSeq: head?.seq ?? 0,
      headHash: head?.hash ?? genesisHash,
    },
    async *items() {
      for await (const row of inPages((last: ItemRow | null) => itemPage.all(last?.id ?? 0, pageSize)))
        yield toItem(row)
    },
    itemRows: () => inPages((last) => itemPage.all(last?.id ?? 0, pageSize)),
    attempts: () =>
      inPages((last) =>
        attemptPage.all({ itemId: last?.item_id ?? 0, number: last?.number ?? 0, limit: pageSize }),
      ),
    async *events() {
      const kinds = JSON.stringify(explaining)
      const pages = inPages((last: (StoredEvent & { shown: 0 | 1 }) | null) =>
        eventPage.all(kinds, last?.seq ?? firstSeq - 1, pageSize),
      )
      for await (const { shown, ...event } of pages) yield { ...event, isShown: shown === 1 }
    },
    anchors: () =>
      anchored
        .all(firstSeq)
        .map(anchorOf(ledgerId))
        .filter(({ seq }) => seq >= firstSeq),
    close,
  }
}

async function* inPages<Row>(pageAfter: (last: Row | null) => readonly Row[]): AsyncGenerator<Row> {
  let last: Row | null = null
  for (;;) {
    const page: readonly Row[] = pageAfter(last)
    yield* page
    last = page.at(-1) ?? null
    if (last === null || page.length < pageSize) return
    await new Promise(setImmediate)
  }
}
