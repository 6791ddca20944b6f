import { IntrayError } from '../shared/error-codes.ts'
import type { Failure } from '../shared/error-codes.ts'
import type { Log } from './log.ts'
import type { ComparisonResult } from './watch/comparison-result.ts'

/** What the intake of one folder writes into the log: one line for each change, however often it is told. */
export interface IntakeLog {
  failed(thrown: unknown): void
  compared(result: ComparisonResult): void
  /** Told of the folder's failure, or that there is none. */
  reached(failure: Failure | null): void
  /** Told after each comparison whether another disk lies on the folder's path, without the files that wait. */
  elsewhere(isElsewhere: boolean): void
}

/** A failure that lasts is written again after an hour. */
const repeatMs = 3_600_000

export function createIntakeLog(
  log: Pick<Log, 'info' | 'warn' | 'error'>,
  folderId: string,
  monotonicMs: () => number,
): IntakeLog {
  const fields = { folder: folderId }
  /** What was written of failures, and when. */
  const toldAtMs = new Map<string, number>()
  let failure = ''
  let comparison = ''
  let wasElsewhere = false

  const isNew = (words: string): boolean => {
    const nowMs = monotonicMs()
    if (nowMs - (toldAtMs.get(words) ?? -Infinity) < repeatMs) return false
    toldAtMs.set(words, nowMs)
    return true
  }

  return {
    failed(thrown) {
      if (thrown instanceof IntrayError) {
        // That the folder is away is told by the folder's health.
        if (thrown.code === 'folder_unreachable' || !isNew(thrown.code)) return
        log.warn('intake_failed', { ...fields, code: thrown.code })
      } else if (isNew(String(thrown))) log.error('intake_failed', thrown, fields)
    },
    compared({ fileCount, complete, durationMs }) {
      const present = `${String(fileCount)} ${String(complete)}`
      if (comparison !== present)
        log.info('folder_compared', {
          ...fields,
          files: fileCount,
          complete,
          durationMs: Math.round(durationMs),
        })
      comparison = present
    },
    reached(present) {
      const code = present?.code ?? ''
      if (code === failure) return
      failure = code
      if (present === null) log.info('folder_works_again', fields)
      else log.warn('folder_fails', { ...fields, code, ...systemCodeIn(present.detail) })
    },
    elsewhere(isElsewhere) {
      if (isElsewhere && !wasElsewhere) log.warn('folder_on_another_device', fields)
      wasElsewhere = isElsewhere
    },
  }
}

/** Other words of a failure may hold a path. */
function systemCodeIn(detail: string): { readonly detail?: string } {
  return /^E[A-Z0-9]+$/.test(detail) ? { detail } : {}
}
