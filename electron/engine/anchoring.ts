import { IntrayError, toFailure } from '../shared/error-codes.ts'
import type { Failure } from '../shared/error-codes.ts'
import type { Anchor } from '../shared/records.ts'
import { say } from '../shared/sentences/say.ts'
import { appendAnchor } from './evidence/anchor-file.ts'
import { writeAnchor } from './evidence/anchor-writing.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'
import type { Timers } from './time/clock.ts'

export interface AnchoringOptions {
  readonly ledger: Pick<Ledger, 'readHead' | 'recordAnchor' | 'lastAnchor'>
  /** Empty: no anchors are written by themselves. */
  readonly anchorFile: string
  readonly timers: Timers
  readonly log: Log
  now(): number
  onStatusChanged(): void
}

/** Writes the head of the chain to a file outside of the ledger, once a day. */
export interface Anchoring {
  /** Throws `output_unwritable`, also where no anchor file is set. */
  anchorNow(): Promise<Anchor>
  /** Why the last try failed; null while all is well. */
  failure(): Failure | null
  stop(): Promise<void>
}

const lookMs = 60_000
const anchorAgeMs = 86_400_000
/** After a failure, before the next try: the file may lie on a share that is away. */
const retryMs = 600_000
/** A share that is away can leave a write without an answer for minutes. */
const patienceMs = 20_000

/**
 * Looks at the start and then every minute whether an anchor is due. A failure is told and tried again; it stops
 * nothing.
 */
export function startAnchoring(options: AnchoringOptions): Anchoring {
  const { ledger, anchorFile, log, now } = options
  let failure: Failure | null = null
  let failedAtMs = -Infinity
  let stopped = false
  let cancelTimer: (() => void) | null = null
  let running: Promise<unknown> = Promise.resolve()
  const stopping: (() => void)[] = []
  const isStopped = (): boolean => stopped
  // A clock that was set back must not put the next try off for long.
  const isSoonAfter = (atMs: number): boolean => Math.abs(now() - atMs) < retryMs
  /** One after the other: two anchors of one head would say nothing more than one. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = running.then(work)
    running = turn.catch(() => undefined)
    return turn
  }

  const tell = (found: Failure | null): void => {
    if (failure?.code === found?.code && failure?.detail === found?.detail) return
    failure = found
    options.onStatusChanged()
  }

  const withPatience = async (written: Promise<void>): Promise<void> => {
    // Whatever becomes of it later: its line proves all the same.
    written.catch(() => undefined)
    let cancel = (): void => undefined
    const impatience = new Promise<never>((_resolve, reject) => {
      const giveUp = (): void => {
        reject(new IntrayError('output_unwritable', say('no_answer_from', { path: anchorFile })))
      }
      cancel = options.timers.after(patienceMs, giveUp)
      stopping.push(giveUp)
    })
    try {
      await Promise.race([written, impatience])
    } finally {
      cancel()
      stopping.length = 0
    }
  }

  const anchor = async (): Promise<Anchor> => {
    const head = await writeAnchor(ledger, anchorFile, now(), (path, anchored) =>
      withPatience(appendAnchor(path, anchored)),
    )
    tell(null)
    log.info('ledger_anchored', { seq: head.seq })
    return head
  }

  const look = async (): Promise<void> => {
    if (stopped || anchorFile === '' || isSoonAfter(failedAtMs)) return
    try {
      const last = await ledger.lastAnchor()
      // A clock that was set back must not put the next anchor off for long.
      const isDue = last === null || (!last.isCurrent && Math.abs(now() - last.anchor.atMs) >= anchorAgeMs)
      if (isDue) await anchor()
    } catch (error) {
      if (isStopped()) return
      failedAtMs = now()
      tell(toFailure(error))
      if (error instanceof IntrayError) log.warn('anchor_failed', { code: error.code })
      else log.error('anchor_failed', error)
    }
  }

  const lookAndGoOn = (): void => {
    void inTurn(look).then(() => {
      if (!stopped) cancelTimer = options.timers.after(lookMs, lookAndGoOn)
    })
  }
  lookAndGoOn()

  return {
    anchorNow: () => inTurn(anchor),
    failure: () => failure,
    async stop() {
      stopped = true
      cancelTimer?.()
      for (const giveUp of stopping) giveUp()
      await running
    },
  }
}
