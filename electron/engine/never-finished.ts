import { finding } from '../shared/finding-codes.ts'
import type { Finding } from '../shared/finding-codes.ts'
import { momentInWords, sizeInWords } from './identify/evidence.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { StillChanging } from './watch/settler.ts'

export interface NeverFinished {
  readonly path: string
  readonly why: Finding
}

const pageSize = 200

/** The finding for a file that changed, or was held open, all the time that it was waited for. */
export function stillChanging({ file, waitingForMs, heldOpen }: StillChanging, nowMs: number): Finding {
  const since = momentInWords(nowMs - waitingForMs)
  const what = heldOpen
    ? `Another program has held it open since ${since}.`
    : `It has not been quiet since ${since}, when Intray first found it.`
  return finding('still_changing', `${what} ${lastSize(file.sizeBytes)}`)
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
      const evidence = `It has had this name since ${momentInWords(changedAtMs)}. ${reason} ${lastSize(sizeBytes)}`
      found.push({ path, why: finding('still_changing', evidence) })
    }
    cursor = page.nextCursor
  }
  return found
}

function lastSize(sizeBytes: number): string {
  return `At the last look it had ${sizeInWords(sizeBytes)}.`
}
