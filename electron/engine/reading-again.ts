import type { RulesProgress } from '../shared/readings.ts'
import type { Item } from '../shared/records.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { Identifier } from './identification.ts'
import type { Reading } from './ledger/identification-steps.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'
import { sumCounts } from './ledger/queries.ts'
import type { RulesInUse } from './rule-book.ts'

export interface ReadingAgainOptions {
  readonly ledger: Pick<
    Ledger,
    'countsByFolder' | 'list' | 'getItem' | 'markRowsUsed' | 'recordReadAgain' | 'readFact' | 'writeFact'
  >
  readonly identifier: Pick<Identifier, 'readAgain'>
  readonly folders: readonly FolderSettings[]
  readonly log: Pick<Log, 'error'>
  rules(): RulesInUse
  now(): number
  onItemsChanged(itemIds: readonly number[]): void
  onProgress(progress: RulesProgress): void
}

/**
 * Reads waiting items again, because something around them changed: the rules, an index row, the other side of a
 * document, the endpoint's word on an entity, or because a wait is over. What is decided stays.
 */
export interface ReadingAgain {
  /** Reads these items again; those that do not wait are left alone. */
  readItems(itemIds: readonly number[]): Promise<void>
  /** Reads every waiting item again where the rules have changed since that was last done. */
  readAll(): Promise<void>
  /** Begins with that and waits for nothing. What cannot be read is told to the log, and tried at the next start. */
  beginReadAll(): void
  /** Ends after the items in hand; what is left is read at the next start. */
  stop(): Promise<void>
}

/** The version of the rules by which all waiting items were last read. */
const fact = 'rules_in_force'
const pageSize = 200
const waitingStates = ['identified', 'needs_attention', 'awaiting_review'] as const

export function createReadingAgain(options: ReadingAgainOptions): ReadingAgain {
  const { ledger, identifier, folders } = options
  /** One run at a time: two would only find that the other was faster. */
  let last: Promise<void> = Promise.resolve()
  let isStopped = false
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const run = last.then(work)
    last = run.catch(() => undefined)
    return run
  }

  const readAgain = async (items: readonly Item[]): Promise<void> => {
    for (const folder of folders) {
      const here = items.filter((item) => item.folderId === folder.id && isWaiting(item))
      if (here.length === 0) continue
      const readings = await identifier.readAgain(folder, here)
      const again = here.flatMap((item, index) => {
        const reading = readings[index]
        return reading === undefined ? [] : [{ item, reading }]
      })
      const different = again
        .filter(({ item, reading }) => !isSame(item, reading))
        .map(({ item, reading }) => ({ ...reading, itemId: item.id, revision: item.revision }))
      const sameRows = again
        .filter(({ item, reading }) => isSame(item, reading))
        .flatMap(({ item, reading }) => (reading.usedRows ?? []).map((row) => ({ ...row, itemId: item.id })))
      if (sameRows.length > 0) await ledger.markRowsUsed(sameRows)
      if (different.length === 0) continue
      options.onItemsChanged(await ledger.recordReadAgain(different, options.now()))
    }
  }

  const readPages = async (version: number): Promise<void> => {
    const counts = sumCounts(await ledger.countsByFolder())
    const expected = waitingStates.reduce((sum, state) => sum + counts[state], 0)
    let done = 0
    let cursor: string | undefined
    do {
      const page = await ledger.list({
        states: [...waitingStates],
        text: '',
        order: 'oldest_first',
        cursor,
        limit: pageSize,
      })
      await readAgain(page.items)
      done += page.items.length
      cursor = page.nextCursor ?? undefined
      const finished = cursor === undefined
      options.onProgress({ version, done, total: finished ? done : Math.max(expected, done), finished })
      // Newer rules are read by the run that waits behind this one.
      if (isStopped || options.rules().version.version !== version) return
    } while (cursor !== undefined)
    await ledger.writeFact(fact, String(version))
  }

  const readAll = (): Promise<void> =>
    inTurn(async () => {
      const { version } = options.rules().version
      if (isStopped || (await ledger.readFact(fact)) === String(version)) return
      await readPages(version)
    })

  return {
    readItems: (itemIds) =>
      inTurn(async () => {
        for (let from = 0; from < itemIds.length && !isStopped; from += pageSize) {
          const ids = itemIds.slice(from, from + pageSize)
          await readAgain(await Promise.all(ids.map((id) => ledger.getItem(id))))
        }
      }),
    readAll,
    beginReadAll() {
      readAll().catch((error: unknown) => {
        options.log.error('reading_again_failed', error)
      })
    },
    stop() {
      isStopped = true
      return last
    },
  }
}

function isWaiting({ state, role, sha256 }: Item): boolean {
  const states: readonly Item['state'][] = waitingStates
  return role === 'scan' && sha256 !== null && states.includes(state)
}

function isSame(item: Item, reading: Reading): boolean {
  return (
    item.state === reading.route &&
    item.entityId === reading.entityId &&
    item.mediaType === reading.mediaType &&
    item.readBy === reading.readBy &&
    item.waitsFor === reading.waitsFor &&
    item.waitsUntilMs === reading.waitsUntilMs &&
    item.rescanOf === reading.rescanOf &&
    sameData(item.fields, reading.fields) &&
    sameData(item.findings, reading.findings) &&
    (reading.readBy === 'person' || sameData(withoutSet(item.reading), withoutSet(reading.reading)))
  )
}

/** A new version of all rules is no news for an item whose own rule stayed as it was. */
function withoutSet(reading: Reading['reading']): unknown {
  return reading === null ? null : { ...reading, setVersion: 0 }
}

function sameData(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
