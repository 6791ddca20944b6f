import { IntrayError, toFailure } from '../shared/error-codes.ts'
import type { Failure } from '../shared/error-codes.ts'
import type { Log } from './log.ts'
import type { Timers } from './time/clock.ts'
import { nextDelayMs } from './upload/backoff.ts'

export interface LedgerPauseOptions {
  readonly timers: Timers
  readonly log: Log
  random(): number
  /** Stops folders and uploads and leaves the ledger open for reading. */
  suspend(): Promise<void>
  /** Writes the smallest change there is. Throws IntrayError while the ledger cannot be written. */
  tryWriting(): void
  /** Starts everything anew, as after a restart. `distrusts`: the ledger is to be checked in full first. */
  reopen(distrusts: boolean): Promise<void>
  onChanged(): void
}

/**
 * The engine's pause while its ledger cannot be written. Nothing may happen that is not on record, so everything
 * stops: what is in flight has its row already and is looked up later, and files stay where they are. Intray tries
 * again by itself, longer apart each time, and starts anew from ledger and folders as after a restart.
 */
export interface LedgerPause {
  /** A step of the ledger failed. Pauses at once; further failures of the same pause are no news. */
  begin(failure: Failure): void
  /** Why it is paused; null while all is well. */
  failure(): Failure | null
  stop(): Promise<void>
}

const backoff = { baseMs: 500, maxMs: 30_000 }

export function createLedgerPause(options: LedgerPauseOptions): LedgerPause {
  const { log } = options
  let failure: Failure | null = null
  let tries = 0
  let stopped = false
  let cancelTimer: (() => void) | null = null
  let cancelCalm: (() => void) | null = null
  let running: Promise<void> = Promise.resolve()

  const tryAgain = async (distrusts: boolean): Promise<void> => {
    try {
      // Whether a damaged ledger takes a small change says nothing.
      if (!distrusts) options.tryWriting()
      await options.reopen(distrusts)
      if (hasStopped()) return
      failure = null
      log.info('ledger_writable_again')
      options.onChanged()
      // A pause that soon follows another one is its continuation: it waits longer.
      cancelCalm = options.timers.after(backoff.maxMs * 2, () => {
        tries = 0
      })
    } catch (error) {
      if (!(error instanceof IntrayError)) log.error('ledger_not_reopened', error)
      failure = toFailure(error)
      schedule(failure.code === 'ledger_damaged')
    }
  }

  const schedule = (distrusts: boolean): void => {
    if (stopped) return
    tries += 1
    const delayMs = nextDelayMs({ attempt: tries, ...backoff, random: () => options.random() })
    cancelTimer = options.timers.after(delayMs, () => {
      running = tryAgain(distrusts)
    })
  }

  const hasStopped = (): boolean => stopped

  return {
    begin(cause) {
      if (failure !== null || stopped) return
      failure = cause
      cancelCalm?.()
      log.warn('ledger_paused', { code: cause.code })
      options.onChanged()
      running = options
        .suspend()
        .catch((error: unknown) => {
          log.error('suspending_failed', error)
        })
        .then(() => {
          schedule(cause.code === 'ledger_damaged')
        })
    },
    failure: () => failure,
    async stop() {
      stopped = true
      cancelTimer?.()
      cancelCalm?.()
      await running
    },
  }
}
