import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'

const intervalMs = 1_000

/** The `intray` command may decide, or change rules, while the window is open: both work on the same ledger. Returns its stop. */
export async function followForeignChanges(
  log: Log,
  ledger: Ledger,
  onChange: () => Promise<void>,
): Promise<() => Promise<void>> {
  let mark = await ledger.foreignChangeMark()
  let looking: Promise<void> | null = null
  const look = async (): Promise<void> => {
    const present = await ledger.foreignChangeMark()
    if (mark === present) return
    mark = present
    await onChange()
  }
  const timer = setInterval(() => {
    looking ??= look()
      .catch((error: unknown) => {
        log.error('foreign_change_look_failed', error)
      })
      .finally(() => {
        looking = null
      })
  }, intervalMs)
  return async () => {
    clearInterval(timer)
    await looking
  }
}
