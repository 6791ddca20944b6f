import { signalExitCodes } from './exit-codes.ts'

type EndingSignal = keyof typeof signalExitCodes

export interface Interruption {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal
  /** The exit code of the signal that came, or null while none did. */
  exitCode(): number | null
  /** Stops listening. */
  end(): void
}

/** Listens for the signals that end a process. The first one asks for a clean stop, the second ends at once. */
export function listenForInterruption(): Interruption {
  const asked = new AbortController()
  let exitCode: number | null = null
  const stop = (signal: EndingSignal): void => {
    if (asked.signal.aborted) process.exit(signalExitCodes[signal])
    exitCode = signalExitCodes[signal]
    asked.abort()
  }
  const signals: readonly EndingSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, stop)
  return {
    signal: asked.signal,
    exitCode: () => exitCode,
    end() {
      for (const signal of signals) process.off(signal, stop)
    },
  }
}

/** Resolves when the signal is aborted. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
