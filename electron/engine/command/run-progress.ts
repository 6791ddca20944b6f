import type { Failure } from '../../shared/error-codes.ts'
import type { ItemCounts } from '../../shared/status.ts'
import type { Session } from '../session.ts'
import { failureInShort } from './failure-words.ts'
import { countOf } from './run-end.ts'
import { inThousands } from './terminal.ts'
import type { Terminal } from './terminal.ts'

const spokenIntervalMs = 10_000

export interface RunProgress {
  /** Shows how far the run is, and says once when something stops it. */
  show(counts: ItemCounts): void
}

/** Where somebody watches the line is renewed all the time; else one is said every ten seconds when it is new. */
export function createRunProgress(terminal: Terminal, session: Session, now: () => number): RunProgress {
  let saidAtMs = now()
  let said = ''
  const toldFailures = new Set<string>()

  const tellOnce = (key: string, failure: Failure | null): void => {
    if (failure === null) {
      toldFailures.delete(key)
      return
    }
    if (toldFailures.has(key)) return
    toldFailures.add(key)
    if (!terminal.json) terminal.tell(`${key}: ${failureInShort(failure)}`)
  }

  return {
    show(counts) {
      tellOnce('Uploads', session.laneStatus().failure)
      for (const { path, failure } of session.folderStatuses()) tellOnce(path, failure)
      if (terminal.json) return
      const line = progressLine(counts)
      if (terminal.watched) {
        terminal.showProgress(line)
        return
      }
      if (line === said || now() - saidAtMs < spokenIntervalMs) return
      terminal.tell(line)
      said = line
      saidAtMs = now()
    },
  }
}

/** `Identified 1,240 of 20,000 · uploaded 310`. Ignored and replaced files are no work and are left out. */
export function progressLine(counts: ItemCounts): string {
  const unread = countOf(counts, ['seen', 'settling'])
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const total = all - counts.ignored - counts.superseded
  return `Identified ${inThousands(total - unread)} of ${inThousands(total)} · uploaded ${inThousands(counts.uploaded)}`
}
