import { lstat } from 'node:fs/promises'
import { matchIgnorePattern } from './identify/exclusion/ignore-pattern.ts'
import { transientReason } from './identify/exclusion/transient-name.ts'
import { isSlipPath } from './review/slip-name.ts'
import type { ListedFile } from './ledger/listing-steps.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { ListedBatch } from './watch/listed-entry.ts'

/** What a listing found, as the ledger takes it: with what is ignored, and why. */
export function describeListing(batch: ListedBatch, ignorePatterns: readonly string[]): ListedFile[] {
  return [
    ...batch.files.map((file) => ({ ...file, ...judgeName(file.path, ignorePatterns) })),
    ...batch.others.map(({ path, words }) => ({
      path,
      fileKey: `none:${path}`,
      sizeBytes: 0,
      modifiedAtMs: 0,
      ignoredBecause: words,
      waitsBecause: null,
    })),
  ]
}

function judgeName(
  path: string,
  ignorePatterns: readonly string[],
): Pick<ListedFile, 'ignoredBecause' | 'waitsBecause'> {
  if (isSlipPath(path)) return { ignoredBecause: 'A slip that asks for a new scan.', waitsBecause: null }
  const waitsBecause = transientReason(path.slice(path.lastIndexOf('/') + 1))
  const pattern = matchIgnorePattern(ignorePatterns, path)
  // rsync writes to hidden names first; the pattern for hidden files in general does not mean those.
  const ignoredBecause = waitsBecause !== null && pattern === '.*' ? null : pattern
  return { ignoredBecause, waitsBecause: ignoredBecause === null ? waitsBecause : null }
}

/**
 * Recognises files that were renamed within their folder: the same file key, size and time, and nothing left at
 * the old path. `locate` gives the absolute path.
 */
export async function markMoves(
  ledger: Pick<Ledger, 'unaccountedPaths' | 'findMoveCandidates'>,
  folderId: string,
  files: readonly ListedFile[],
  locate: (path: string) => string,
): Promise<ListedFile[]> {
  const paths = files.map((file) => file.path)
  const unknown = new Set(await ledger.unaccountedPaths(folderId, paths))
  if (unknown.size === 0) return [...files]
  const takable = files.filter((file) => unknown.has(file.path) && file.ignoredBecause === null)
  const found = await ledger.findMoveCandidates(takable.map((file) => file.fileKey))
  const candidates = new Map(
    found.filter((item) => item.folderId === folderId).map((item) => [item.fileKey, item]),
  )
  const moves = new Map<string, number>()
  for (const file of takable) {
    const item = candidates.get(file.fileKey)
    if (item?.sizeBytes !== file.sizeBytes || item.modifiedAtMs !== file.modifiedAtMs) continue
    if (await isGone(locate(item.path))) moves.set(file.path, item.itemId)
  }
  return files.map((file) => {
    const movedItemId = moves.get(file.path)
    return movedItemId === undefined ? file : { ...file, movedItemId }
  })
}

/** True when there is certainly nothing at the path; a folder that cannot be read proves nothing. */
export async function isGone(absolutePath: string): Promise<boolean> {
  try {
    await lstat(absolutePath)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  }
}
