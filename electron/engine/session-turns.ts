import type { Settings } from '../shared/settings/settings.ts'

/** What runs on one set of settings, as far as it is replaced. */
export interface Replaceable {
  readonly settings: Settings
  stop(): Promise<void>
}

export interface SessionTurnsOptions<Running extends Replaceable> {
  /** What is opened at the start. */
  readonly first: Settings
  open(settings: Settings, distrustsLedger: boolean): Promise<Running>
  /** Reads the settings, for when nothing runs that has some. */
  load(): Promise<Settings>
  /** Something else runs than before. */
  onReplaced(): void
  /** Neither the new session could be opened nor the one before it. */
  onNothingRuns(error: unknown): void
}

/**
 * The session that runs, and its replacement by another one. Replacements go one after the other: a pause of the
 * ledger may end in the moment in which settings are saved.
 */
export interface SessionTurns<Running extends Replaceable> {
  /** Rejects while nothing runs. */
  current(): Promise<Running>
  /** Ends what runs and starts it on other settings; on a failure what ran before runs again, and this rejects. */
  replace(settings: Settings): Promise<void>
  /** Starts everything anew, after the ledger could not be written. `distrusts`: it is to be checked in full first. */
  reopen(distrustsLedger: boolean): Promise<void>
  /** Ends what runs, or is just being opened. */
  stop(): Promise<void>
}

/** Opens the first session; `current` rejects when that fails. */
export function startSessionTurns<Running extends Replaceable>(
  options: SessionTurnsOptions<Running>,
): SessionTurns<Running> {
  let current = options.open(options.first, false)
  let lastTurn: Promise<unknown> = Promise.resolve()

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = lastTurn.then(work)
    lastTurn = turn.catch(() => undefined)
    return turn
  }

  return {
    current: () => current,
    replace: (settings) =>
      inTurn(async () => {
        const before = await current
        const replaced = before.stop().then(() => options.open(settings, false))
        current = replaced.catch(() => options.open(before.settings, false))
        current.catch((error: unknown) => {
          options.onNothingRuns(error)
        })
        await replaced
        options.onReplaced()
      }),
    reopen: (distrustsLedger) =>
      inTurn(async () => {
        const before = await current.catch(() => null)
        await before?.stop()
        current = options.open(before?.settings ?? (await options.load()), distrustsLedger)
        await current
        options.onReplaced()
      }),
    stop: () =>
      current.then(
        (running) => running.stop(),
        () => undefined,
      ),
  }
}
