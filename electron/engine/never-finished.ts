import type { Sentence } from '../shared/sentences/told.ts'
import { say, sayAll } from '../shared/sentences/say.ts'
import { finding } from '../shared/finding-codes.ts'
import type { Finding } from '../shared/finding-codes.ts'
import { transientReason } from './identify/exclusion/transient-name.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { StillChanging } from './watch/settler.ts'

export interface NeverFinished {
  readonly path: string
  readonly why: Finding
}

const pageSize = 200

/** The finding for a file that changed, or was held open, all the time that it was waited for. */
export function stillChanging({ file, waitingForMs, heldOpen }: StillChanging, nowMs: number): Finding {
  const since = { sinceMs: nowMs - waitingForMs }
  const what = heldOpen ? say('held_open_since', since) : say('not_quiet_since', since)
  return finding('still_changing', sayAll([what, lastSize(file.sizeBytes)]))
}

/** The files of a folder whose names have called them unfinished for longer than `neverQuietMs`. */
export async function neverFinished(
  ledger: Pick<Ledger, 'list'>,
  folderId: string,
  neverQuietMs: number,
  nowMs: number,
): Promise<NeverFinished[]> {
  const query = { states: ['settling'], text: '', folderId, order: 'oldest_first', limit: pageSize } as const
  const found: NeverFinished[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await ledger.list(cursor === undefined ? query : { ...query, cursor })
    for (const { path, reason, sizeBytes, changedAtMs } of page.items) {
      if (reason === null || nowMs - changedAtMs < neverQuietMs) continue
      const why = transientReason(path.slice(path.lastIndexOf('/') + 1))
      const evidence = [say('unfinished_since', { sinceMs: changedAtMs }), why, lastSize(sizeBytes)]
      found.push({ path, why: finding('still_changing', sayAll(evidence.filter((each) => each !== null))) })
    }
    cursor = page.nextCursor
  }
  return found
}

function lastSize(sizeBytes: number): Sentence {
  return say('size_at_last_look', { sizeBytes })
}
