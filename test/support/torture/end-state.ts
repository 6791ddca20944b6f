import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { allItems } from '../../../electron/engine/command/all-items.ts'
import { openLedger } from '../../../electron/engine/ledger/ledger.ts'
import { itemStates } from '../../../electron/shared/item-states.ts'
import type { ItemState } from '../../../electron/shared/item-states.ts'
import type { Item } from '../../../electron/shared/records.ts'
import type { TorturePlace } from './torture-place.ts'

/** What was dropped: the SHA-256 by the path below the watched folder. */
export type Dropped = ReadonlyMap<string, string>

export interface EndState {
  /** Everything that must not be, in plain words. Empty: nothing is lost and nothing is there twice. */
  readonly problems: readonly string[]
  readonly counts: Readonly<Partial<Record<ItemState, number>>>
}

/** Where nothing more happens by itself. */
const settledStates: ReadonlySet<ItemState> = new Set([
  'needs_attention',
  'awaiting_review',
  'uploaded',
  'failed',
  'outcome_unknown',
  'rejected',
  'missing',
  'superseded',
  'ignored',
])

/**
 * Holds the ledger, the watched folder and the endpoint against one another after everything has come to rest. The
 * engine may still run: it is only read.
 */
export async function readEndState(place: TorturePlace, dropped: Dropped): Promise<EndState> {
  const file = place.data.ledgerFile('live', 'main')
  if (!existsSync(file)) return { problems: ['there is no ledger'], counts: {} }
  const ledger = openLedger(file, { readonly: true, now: Date.now })
  try {
    const items: Item[] = []
    const everything = { states: [...itemStates], text: '', order: 'oldest_first' } as const
    for await (const item of allItems(ledger, everything)) items.push(item)
    const verified = await ledger.verify()
    const problems = [
      ...verified.faults.map(({ words }) => `the ledger does not prove itself: ${words}`),
      ...findLost(place, dropped, items),
      ...findUnsettled(items),
      ...findWrongUploads(place, items),
    ]
    const counts: Partial<Record<ItemState, number>> = {}
    for (const { state } of items) counts[state] = (counts[state] ?? 0) + 1
    return { problems, counts }
  } finally {
    ledger.close()
  }
}

/** Every file that was dropped has its item, and lies byte for byte in the folder or where the archive has put it. */
function findLost(place: TorturePlace, dropped: Dropped, items: readonly Item[]): string[] {
  const known = new Map(items.map((item) => [`${item.path}\0${item.sha256 ?? ''}`, item]))
  return [...dropped].flatMap(([path, sha256]) => {
    const item = known.get(`${path}\0${sha256}`)
    if (item === undefined) return [`${path} is unaccounted for`]
    if (hashOf(item.archivedTo ?? place.at(path)) === sha256) return []
    return [`${path} (${item.state}) is not at ${item.archivedTo ?? 'its place'} any more`]
  })
}

function findUnsettled(items: readonly Item[]): string[] {
  return items
    .filter(({ state }) => !settledStates.has(state))
    .map(({ path, state, lastFailure }) => `${path} is still ${state} (${lastFailure?.code ?? 'no failure'})`)
}

/** At the endpoint is what is called uploaded, once each; what is unknown may be there, once. */
function findWrongUploads({ sandbox }: TorturePlace, items: readonly Item[]): string[] {
  const wanted = new Map<string, { uploaded: number; unknown: number }>()
  for (const { entityId, sha256, state } of items) {
    const key = `${entityId ?? ''} ${sha256 ?? ''}`
    const seen = wanted.get(key) ?? { uploaded: 0, unknown: 0 }
    if (state === 'uploaded') seen.uploaded += 1
    if (state === 'outcome_unknown') seen.unknown += 1
    wanted.set(key, seen)
  }
  const stored = new Map<string, number>()
  for (const entityId of sandbox.entities()) {
    for (const { sha256 } of sandbox.media(entityId)) {
      const key = `${entityId} ${sha256}`
      stored.set(key, (stored.get(key) ?? 0) + 1)
    }
  }
  return [...new Set([...wanted.keys(), ...stored.keys()])].flatMap((key) => {
    const { uploaded, unknown } = wanted.get(key) ?? { uploaded: 0, unknown: 0 }
    const count = stored.get(key) ?? 0
    if (count >= uploaded && count <= uploaded + unknown) return []
    return [`${key}: ${count} at the endpoint, ${uploaded} called uploaded, ${unknown} unknown`]
  })
}

/** Null where nothing lies there. */
function hashOf(file: string): string | null {
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : null
}
