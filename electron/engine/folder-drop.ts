import { say } from '../shared/sentences/say.ts'
import type { Sentence } from '../shared/sentences/told.ts'
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, open, realpath, rm, statfs } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { IntrayError } from '../shared/error-codes.ts'
import type { DropResult } from '../shared/records.ts'
import { systemArchiveFiles, systemCode } from './archive/archive-files.ts'
import { withNumber } from './archive/archive-path.ts'
import { matchIgnorePattern } from './identify/exclusion/ignore-pattern.ts'
import { transientReason } from './identify/exclusion/transient-name.ts'
import { dropDraftName } from './own-drafts.ts'

export interface FolderDrop {
  /** The watched folder. */
  readonly folder: string
  /** Complete paths of what a person dragged onto the window or chose. */
  readonly paths: readonly string[]
  readonly ledgerId: string
  /** Names that intake never takes. */
  readonly ignore: readonly string[]
  /** Bytes that are free to Intray on the folder's disk. Default: what the system says. */
  readonly readFreeBytes?: (folder: string) => Promise<number>
}

/** Why one file is not taken. */
class DropRefusal extends Error {
  readonly sentence: Sentence

  constructor(sentence: Sentence) {
    super(sentence.words)
    this.name = 'DropRefusal'
    this.sentence = sentence
  }
}

const mostNumbers = 1_000
/** Left free on the disk, so that the ledger beside the folder can still be written. */
const spareBytes = 50_000_000

/**
 * Copies files into a watched folder, one after the other. Intake sees a file once it is complete and durable; no
 * file is overwritten, a name that is taken gets a number. Links and folders are refused, and so is what would not
 * fit on the disk. Throws `folder_unreachable`.
 */
export async function dropIntoFolder(drop: FolderDrop): Promise<DropResult> {
  const { folder } = drop
  const realFolder = await realpath(folder).catch((error: unknown) => {
    throw new IntrayError('folder_unreachable', systemCode(error), { cause: error })
  })
  const copied: string[] = []
  const refused: ({ name: string } & Sentence)[] = []
  let freeBytes = await (drop.readFreeBytes ?? systemFreeBytes)(folder)
  for (const path of drop.paths) {
    const name = basename(path)
    try {
      const room = freeBytes - spareBytes
      const placed = await dropFile(drop, realFolder, path, room)
      freeBytes -= placed.sizeBytes
      copied.push(placed.name)
    } catch (error) {
      refused.push({ name, ...sentenceOf(error) })
    }
  }
  return { copied, refused }
}

async function dropFile(
  { folder, ledgerId, ignore }: FolderDrop,
  realFolder: string,
  path: string,
  roomBytes: number,
): Promise<{ name: string; sizeBytes: number }> {
  const name = basename(path)
  refuseName(name, ignore)
  await refuseKind(path)
  if ((await realpath(dirname(path))) === realFolder) throw new DropRefusal(say('drop_lies_here'))
  const source = await open(path, readFlags)
  const draft = join(folder, dropDraftName(ledgerId, randomUUID()))
  try {
    const { size } = await sizeOf(source)
    if (size > roomBytes) throw new DropRefusal(say('drop_no_room'))
    await copyContent(source, draft, size)
    const placed = await giveName(draft, folder, name)
    await systemArchiveFiles.syncFolder(folder)
    return { name: placed, sizeBytes: size }
  } finally {
    await source.close()
    await rm(draft, { force: true })
  }
}

/** A name that intake leaves alone would lie in the folder for ever, and nobody would look at it. */
function refuseName(name: string, ignore: readonly string[]): void {
  const pattern = matchIgnorePattern(ignore, name)
  if (pattern !== null) throw new DropRefusal(say('drop_ignored', { pattern }))
  const unfinished = transientReason(name)
  if (unfinished !== null) throw new DropRefusal(unfinished)
}

async function refuseKind(path: string): Promise<void> {
  const facts = await lstat(path)
  if (facts.isDirectory()) throw new DropRefusal(say('drop_folder'))
  if (facts.isSymbolicLink()) throw new DropRefusal(say('drop_link'))
  if (!facts.isFile()) throw new DropRefusal(say('not_regular_file'))
}

/** Windows lacks both. What was a file a moment ago may be a link or a pipe by now. */
const posixFlags: Partial<typeof constants> = constants
const readFlags = constants.O_RDONLY | (posixFlags.O_NOFOLLOW ?? 0) | (posixFlags.O_NONBLOCK ?? 0)

async function sizeOf(source: FileHandle): Promise<{ size: number }> {
  const facts = await source.stat()
  if (!facts.isFile()) throw new DropRefusal(say('not_regular_file'))
  return facts
}

/** Copies no byte more than was looked at, and none less: a file that grows is taken when it is complete. */
async function copyContent(source: FileHandle, draft: string, sizeBytes: number): Promise<void> {
  const target = await open(draft, 'wx')
  try {
    const chunk = Buffer.alloc(1_048_576)
    let copiedBytes = 0
    for (;;) {
      const { bytesRead } = await source.read(chunk, 0, chunk.length)
      if (bytesRead === 0) break
      copiedBytes += bytesRead
      if (copiedBytes > sizeBytes) break
      await target.writeFile(chunk.subarray(0, bytesRead))
    }
    if (copiedBytes !== sizeBytes) throw new DropRefusal(say('drop_unfinished'))
    await target.sync()
  } finally {
    await target.close()
  }
}

/** Gives the draft the first free name. A rename alone would overwrite. */
async function giveName(draft: string, folder: string, name: string): Promise<string> {
  for (let number = 1; number <= mostNumbers; number += 1) {
    const numbered = withNumber(name, number)
    if (await takeName(draft, join(folder, numbered))) return numbered
  }
  throw new DropRefusal(say('drop_names_taken'))
}

/** False where the name is taken. */
async function takeName(draft: string, target: string): Promise<boolean> {
  try {
    await systemArchiveFiles.link(draft, target)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    if (!unlinkable.has(systemCode(error))) throw error
  }
  try {
    await systemArchiveFiles.reserve(target)
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
  await systemArchiveFiles.rename(draft, target)
  return true
}

/** What a file system says that has no second names. */
const unlinkable: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EINVAL',
])

function sentenceOf(error: unknown): Sentence {
  if (error instanceof DropRefusal) return error.sentence
  const code = systemCode(error)
  if (code === 'ENOENT') return say('drop_gone')
  if (code === 'ENOSPC') return say('drop_no_room')
  if (code === 'ELOOP') return say('drop_link')
  if (code === '') throw error
  return say('drop_failed', { code })
}

async function systemFreeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
