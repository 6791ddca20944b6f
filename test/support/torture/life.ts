import { openLedger } from '../../../electron/engine/ledger/ledger.ts'
import { canTakeBack, canTransition } from '../../../electron/shared/item-states.ts'
import type { ItemState } from '../../../electron/shared/item-states.ts'
import type { AuditEvent } from '../../../electron/shared/records.ts'
import { startEngineProcess } from './engine-process.ts'
import type { EngineProcess } from './engine-process.ts'
import { openTorturePlace } from './torture-place.ts'
import type { TorturePlace } from './torture-place.ts'

/** What a run of commands knows by itself, without asking the engine. */
export interface LifeModel {
  /** The files in the watched folder, by path, with their SHA-256. */
  readonly files: Map<string, string>
  /** `entity SHA-256` of everything that a person approved. */
  readonly approved: Set<string>
  /** Makes every new content different from every other. */
  contents: number
}

/** The real thing that the commands act on. The engine changes when it was killed. */
export interface LifeReality {
  readonly place: TorturePlace
  engine: EngineProcess
}

/** Everything waits for a person here: nothing may be sent that nobody approved. */
export async function openLife(): Promise<{ model: LifeModel; real: LifeReality }> {
  const place = await openTorturePlace({
    settings: (settings) => ({
      ...settings,
      folders: settings.folders.map((folder) => ({
        ...folder,
        policy: 'review_everything',
        index: { ...folder.index, waitMs: 0 },
      })),
    }),
  })
  const model: LifeModel = { files: new Map(), approved: new Set(), contents: 0 }
  return { model, real: { place, engine: await startEngineProcess(place) } }
}

/** Throws where something is true that must never be, whatever happened before. */
export async function checkLife(model: LifeModel, { place, engine }: LifeReality): Promise<void> {
  const { counts, total, folders } = await engine.call('status.get', {})
  const sum = Object.values(counts).reduce((all, count) => all + count, 0)
  refuse(sum !== total, `the counts add up to ${sum}, not to ${total}`)
  for (const { unaccounted } of folders) refuse(unaccounted !== 0, `${unaccounted} files are unaccounted for`)
  const { days } = await engine.call('folders.account', { days: 31 })
  for (const day of days) {
    const { seen, uploaded, waiting, attention, rejected, ignored, missing } = day
    const accounted = uploaded + waiting + attention + rejected + ignored + missing
    refuse(seen !== accounted, `the account of ${day.day} does not add up: ${JSON.stringify(day)}`)
  }
  checkEndpoint(model, place)

  const ledger = openLedger(place.data.ledgerFile('live', 'main'), { readonly: true, now: Date.now })
  try {
    const { ok, faults } = await ledger.verify()
    refuse(!ok, `the ledger does not prove itself: ${faults.map(({ words }) => words).join(' ')}`)
    checkTransitions(await ledger.eventsAfter(0, 1_000_000), total)
  } finally {
    ledger.close()
  }
}

/** Nothing is sent that nobody approved with those bytes for that entity, and nothing is sent twice. */
function checkEndpoint({ approved }: LifeModel, { sandbox }: TorturePlace): void {
  for (const entityId of sandbox.entities()) {
    const seen = new Set<string>()
    for (const { sha256, name } of sandbox.media(entityId)) {
      refuse(seen.has(sha256), `${name} is at ${entityId} twice`)
      refuse(!approved.has(`${entityId} ${sha256}`), `${name} is at ${entityId}, and nobody approved that`)
      seen.add(sha256)
    }
  }
}

/** The states of each item, as the audit chain tells them, are a way through the item's life. */
function checkTransitions(events: readonly AuditEvent[], itemCount: number): void {
  const states = new Map<number, ItemState>()
  for (const { itemId, kind, data, seq } of events) {
    const item = data['item'] as { readonly state?: ItemState } | undefined
    if (itemId === null || item?.state === undefined) continue
    const before = states.get(itemId)
    const via = data['via'] as ItemState | readonly ItemState[] | undefined
    const way = [before, via, item.state].flat().filter((state) => state !== undefined)
    for (const [index, to] of way.entries()) {
      const from = way[index - 1]
      if (from === undefined || from === to) continue
      const isWay = kind === 'item.undone' ? canTakeBack : canTransition
      refuse(!isWay(from, to), `event ${seq} takes item ${itemId} from ${from} to ${to}`)
    }
    states.set(itemId, item.state)
  }
  refuse(states.size < itemCount, `${states.size} of ${itemCount} items have a history`)
}

function refuse(wrong: boolean, words: string): void {
  if (wrong) throw new Error(words)
}
