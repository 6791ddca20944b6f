import type { BigIntStats } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { matchIgnorePattern } from './identify/exclusion/ignore-pattern.ts'
import { transientReason } from './identify/exclusion/transient-name.ts'
import { isSlipPath } from './review/slip-name.ts'
import type { ListedFile } from './ledger/listing-steps.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { ListedBatch } from './watch/listed-entry.ts'
import { say } from '../shared/sentences/say.ts'

/** What a listing found, as the ledger takes it: with what is ignored, and why. */
export function describeListing(batch: ListedBatch, ignorePatterns: readonly string[]): ListedFile[] {
  return [
    ...batch.files.map((file) => ({ ...file, ...judgeName(file.path, ignorePatterns) })),
    ...batch.others.map(({ path, why }) => ({
      path,
      fileKey: `none:${path}`,
      sizeBytes: 0,
      modifiedAtMs: 0,
      ignoredBecause: why,
      waitsBecause: null,
    })),
  ]
}

function judgeName(
  path: string,
  ignorePatterns: readonly string[],
): Pick<ListedFile, 'ignoredBecause' | 'waitsBecause'> {
  if (isSlipPath(path)) return { ignoredBecause: say('slip_for_rescan'), waitsBecause: null }
  const waitsBecause = transientReason(path.slice(path.lastIndexOf('/') + 1))
  const pattern = matchIgnorePattern(ignorePatterns, path)
  // rsync writes to hidden names first; the pattern for hidden files in general does not mean those.
  const isIgnored = pattern !== null && (waitsBecause === null || pattern !== '.*')
  const ignoredBecause = isIgnored ? { words: pattern } : null
  return { ignoredBecause, waitsBecause: ignoredBecause === null ? waitsBecause : null }
}

/**
 * Recognises files that were renamed within their folder: the same file key, size and time, and nothing or another
 * file at the old path, or the same file by its only name: where capital and small letters, or two spellings of an
 * umlaut, count for the same, the old path still leads to it. `locate` gives the absolute path.
 *
 * Files that moved come first, so that their old paths are free for what lies there now. `reused` are the old paths
 * at which something else lies: they must be looked at again, since they may have been listed before.
 */
export async function markMoves(
  ledger: Pick<Ledger, 'unaccountedPaths' | 'findMoveCandidates'>,
  folderId: string,
  files: readonly ListedFile[],
  locate: (path: string) => string,
  look: LookAtPath = lookAtPath,
): Promise<MarkedFiles> {
  const paths = files.map((file) => file.path)
  const unknown = new Set(await ledger.unaccountedPaths(folderId, paths))
  if (unknown.size === 0) return { files, reused: [] }
  const takable = files.filter((file) => unknown.has(file.path) && file.ignoredBecause === null)
  const found = await ledger.findMoveCandidates(takable.map((file) => file.fileKey))
  const candidates = new Map(
    found.filter((item) => item.folderId === folderId).map((item) => [item.fileKey, item]),
  )
  const moves = new Map<string, number>()
  const reused: string[] = []
  for (const file of takable) {
    const item = candidates.get(file.fileKey)
    if (item?.sizeBytes !== file.sizeBytes || item.modifiedAtMs !== file.modifiedAtMs) continue
    const atOldPath = judgeOldPath(await look(locate(item.path)), file)
    if (atOldPath === 'the_file') continue
    moves.set(file.path, item.itemId)
    if (atOldPath === 'another_file') reused.push(item.path)
  }
  const moved = files.flatMap((file) => {
    const movedItemId = moves.get(file.path)
    return movedItemId === undefined ? [] : [{ ...file, movedItemId }]
  })
  return { files: [...moved, ...files.filter(({ path }) => !moves.has(path))], reused }
}

export interface MarkedFiles {
  readonly files: readonly ListedFile[]
  readonly reused: readonly string[]
}

/** What lies at a path now; a link is not followed. `unknown`: a folder that cannot be read proves nothing. */
type LookAtPath = (
  absolutePath: string,
) => Promise<Pick<BigIntStats, 'dev' | 'ino' | 'nlink'> | 'nothing' | 'unknown'>

const lookAtPath: LookAtPath = async (absolutePath) => {
  try {
    return await lstat(absolutePath, { bigint: true })
  } catch (error) {
    const isNothing =
      error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    return isNothing ? 'nothing' : 'unknown'
  }
}

/** A file with one name that is found by two paths was renamed; with two names it is there a second time. */
function judgeOldPath(
  old: Awaited<ReturnType<LookAtPath>>,
  file: ListedFile,
): 'nothing' | 'the_file' | 'another_file' {
  if (old === 'nothing') return 'nothing'
  if (old === 'unknown') return 'the_file'
  if (`${String(old.dev)}:${String(old.ino)}` !== file.fileKey) return 'another_file'
  return old.nlink === 1n ? 'nothing' : 'the_file'
}

/** True when there is certainly nothing at the path; a folder that cannot be read proves nothing. */
export async function isGone(absolutePath: string): Promise<boolean> {
  return (await lookAtPath(absolutePath)) === 'nothing'
}
