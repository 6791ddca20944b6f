import { setImmediate as nextTurn } from 'node:timers/promises'
import { IntrayError } from '../shared/error-codes.ts'
import type { Item } from '../shared/records.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import { systemArchiveFiles } from './archive/archive-files.ts'
import type { ArchiveFiles } from './archive/archive-files.ts'
import { toRefusal } from './archive/archive-refusal.ts'
import { createFolderWaits } from './archive/folder-waits.ts'
import { createArchiveCarrier } from './archive-carrier.ts'
import type { CarrierOptions } from './archive-carrier.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'
import { say } from '../shared/sentences/say.ts'
import type { Sentence } from '../shared/sentences/told.ts'

export interface ArchivingOptions extends Omit<CarrierOptions, 'ledger' | 'files' | 'signal'> {
  readonly ledger: CarrierOptions['ledger'] & Pick<Ledger, 'toArchive'>
  readonly log: Log
  /** The steps on the disk. Default: the system's. */
  readonly files?: ArchiveFiles | undefined
  onItemChanged(itemId: number): void
  onStatusChanged(): void
}

/** What happens to files once the endpoint has them. */
export interface Archiving {
  /** These items may have been uploaded; without them: any may. */
  kick(itemIds?: readonly number[]): void
  /** Why files of a folder still lie where they were; null where all is well. */
  why(folderId: string): Sentence | null
  /** Resolves when everything that is due was looked at. */
  idle(): Promise<void>
  stop(): Promise<void>
}

/** Calls within this time become one look. */
const kickDelayMs = 200
const itemsAtATime = 100
/** How often is looked whether a wait is over: a clock that is set must not stall it. */
const waitLookMs = 30_000

/**
 * Moves uploaded files to the archive or to the trash, as their folders say, one after the other. The ledger alone
 * says what was uploaded, and what is left to do: nothing is remembered here that a crash could lose.
 */
export function startArchiving(options: ArchivingOptions): Archiving {
  const { ledger, log, now, trash, files = systemArchiveFiles } = options
  const stopping = new AbortController()
  const carrier = createArchiveCarrier({ ...options, files, signal: stopping.signal })
  const waits = new Map(options.folders.map(({ id }) => [id, createFolderWaits(now)]))
  const active = options.folders.filter(({ afterUpload }) => afterUpload !== 'leave')
  const isStopped = (): boolean => stopping.signal.aborted
  const isAsked = (): boolean => named.size > 0 || everything
  let named = new Set<number>()
  let everything = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null

  async function lookAtEverything(): Promise<void> {
    for (const folder of active) {
      if (await isTrashMissing(folder)) continue
      let after = 0
      for (;;) {
        const items = await ledger.toArchive(itemsAtATime, [folder.id], after)
        const last = await carryUntilStopped(folder, items)
        if (last === null) break
        after = last
        if (items.length === itemsAtATime) continue
        if (waits.get(folder.id)?.passed() === true) options.onStatusChanged()
        break
      }
    }
  }

  /** The last item's id; null when no further file of the folder can be moved now. */
  async function carryUntilStopped(folder: FolderSettings, items: readonly Item[]): Promise<number | null> {
    for (const item of items) if (!(await carry(folder, item))) return null
    return items.at(-1)?.id ?? 0
  }

  async function lookAtNamed(itemIds: ReadonlySet<number>): Promise<void> {
    for (const itemId of itemIds) {
      const item = await ledger.getItem(itemId)
      const folder = active.find(({ id }) => id === item.folderId)
      if (folder === undefined || item.state !== 'uploaded' || item.archivedTo !== null) continue
      if (!(await isTrashMissing(folder))) await carry(folder, item)
    }
  }

  async function isTrashMissing(folder: FolderSettings): Promise<boolean> {
    if (folder.afterUpload !== 'trash' || trash !== null) return false
    const waiting = (await ledger.toArchive(1, [folder.id])).length > 0
    if (waits.get(folder.id)?.setTrashMissing(waiting) === true) options.onStatusChanged()
    return true
  }

  /** False when no further file of the folder can be moved now. */
  async function carry(folder: FolderSettings, item: Item): Promise<boolean> {
    const wait = waits.get(folder.id)
    if (wait === undefined || isStopped() || !wait.mayTryFolder()) return false
    if (!wait.mayTryItem(item.id)) return true
    // Everything else of this process comes before it.
    await nextTurn()
    const failure = await attempt(folder, async () => {
      if ((await carrier.carry(folder, item)) === 'left') wait.leave(item.id)
      else {
        wait.done(item.id)
        options.onItemChanged(item.id)
      }
    })
    if (failure === null) return true
    if (failure.scope === 'folder') wait.failFolder(failure.why)
    else wait.failItem(item.id, failure.why)
    options.onStatusChanged()
    return wait.mayTryFolder()
  }

  async function finishInterrupted(): Promise<void> {
    for (const folder of options.folders) {
      const wait = waits.get(folder.id)
      if (wait?.mustFinish() !== true || !wait.mayTryFolder()) continue
      const failure = await attempt(folder, async () => {
        const itemId = await carrier.finishInterrupted(folder)
        wait.finished()
        if (itemId !== null) options.onItemChanged(itemId)
      })
      if (failure === null) continue
      if (failure.scope === 'folder') wait.failFolder(failure.why)
      else await carrier.forgetInterrupted(folder)
      options.onStatusChanged()
    }
  }

  async function attempt(folder: FolderSettings, work: () => Promise<void>) {
    try {
      await work()
      return null
    } catch (error) {
      const refusal = toRefusal(error)
      if (refusal !== null) {
        log.warn('archiving_refused', { folder: folder.id, scope: refusal.scope })
        return refusal
      }
      log.error('archiving_failed', error, { folder: folder.id })
      return { scope: 'folder' as const, why: whyOf(error) }
    }
  }

  async function lookUntilDone(): Promise<void> {
    do {
      const [ids, all] = [named, everything]
      named = new Set()
      everything = false
      await finishInterrupted()
      if (all) await lookAtEverything()
      else await lookAtNamed(ids)
    } while (isAsked() && !isStopped())
  }

  function run(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    running ??= lookUntilDone()
      .catch((error: unknown) => {
        log.error('archiving_failed', error)
      })
      .finally(() => {
        running = null
        if (isAsked()) schedule()
      })
    return running
  }

  function schedule(): void {
    if (running === null && !isStopped()) timer ??= setTimeout(() => void run(), kickDelayMs)
  }

  const lookAtWaits = setInterval(() => {
    if (![...waits.values()].some((wait) => wait.isSomethingOver())) return
    everything = true
    schedule()
  }, waitLookMs)

  return {
    kick(itemIds) {
      if (itemIds === undefined) everything = true
      else for (const itemId of itemIds) named.add(itemId)
      schedule()
    },
    why: (folderId) => waits.get(folderId)?.why() ?? null,
    async idle() {
      while (timer !== undefined || running !== null) await run()
    },
    async stop() {
      stopping.abort()
      clearInterval(lookAtWaits)
      clearTimeout(timer)
      timer = undefined
      await running
    },
  }
}

function whyOf(error: unknown): Sentence {
  return error instanceof IntrayError
    ? say('ledger_unusable', { code: error.code })
    : say('unexpected_in_log')
}
