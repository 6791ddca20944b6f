import { dirname, join } from 'node:path'
import { systemCode } from './archive-files.ts'
import type { ArchiveFiles, Content, FileLook } from './archive-files.ts'
import { withNumber } from './archive-path.ts'
import { ArchiveRefusal } from './archive-refusal.ts'
import { say } from '../../shared/sentences/say.ts'

export interface Move {
  readonly itemId: number
  /** The watched folder, and the file in it. */
  readonly folder: string
  readonly path: string
  /** Where it goes: an existing folder, and the path below it. */
  readonly root: string
  readonly archivePath: string
  /** What was reviewed and sent. */
  readonly content: Content
  /** The target of this item's move that was interrupted, if there is one. */
  readonly resumed: string | null
  /** Makes the target durable before anything is done with it. */
  keepTarget(target: string): Promise<void>
}

/** `gone`: nothing is at the path. `changed`: something else is. Neither was touched. */
export type MoveEnd =
  { readonly kind: 'moved'; readonly target: string } | { readonly kind: 'gone' | 'changed' }

const mostNumbers = 10_000

/**
 * Moves an uploaded file into the archive. At every moment its content lies under at least one of the two names;
 * the old name goes only after the new one was read back and compared. Nothing is overwritten: a name that is
 * taken gets a number. Stopped anywhere, it is finished by another call with the kept target.
 *
 * @throws ArchiveRefusal, or the system's error
 */
export async function moveVerified(files: ArchiveFiles, move: Move): Promise<MoveEnd> {
  const { resumed, content } = move
  await refuseLinks(files, move.folder, segmentsOf(move.path).slice(0, -1))
  if (resumed !== null) {
    await tidyUp(files, move, resumed)
    if (await holds(files, resumed, content)) return finish(files, move, resumed)
  }
  const source = await files.look(sourceOf(move))
  if (source === null) return { kind: 'gone' }
  if (!(await holds(files, sourceOf(move), content))) return { kind: 'changed' }

  await makeFolders(files, move.root, segmentsOf(move.archivePath).slice(0, -1))
  for (let number = 1; number <= mostNumbers; number += 1) {
    const target = join(move.root, ...segmentsOf(withNumber(move.archivePath, number)))
    const present = await files.look(target)
    const isReserved = target === resumed && present?.kind === 'file' && present.sizeBytes === 0
    if (present !== null && !isReserved) continue
    await move.keepTarget(target)
    const placed = await place(files, move, target, isReserved)
    if (placed === 'taken') continue
    if (placed === 'changed') return { kind: 'changed' }
    await files.syncFolder(dirname(target))
    return finish(files, move, target)
  }
  throw new ArchiveRefusal('item', say('archive_names_taken'))
}

type Placed = 'placed' | 'taken' | 'changed'

/** Gives the content its name in the archive: by a second name for the same file, else by a copy. */
async function place(files: ArchiveFiles, move: Move, target: string, isReserved: boolean): Promise<Placed> {
  try {
    await files.link(sourceOf(move), target)
  } catch (error) {
    if (systemCode(error) === 'EEXIST' && !isReserved) return 'taken'
    if (systemCode(error) === 'ENOENT') return 'changed'
    return placeCopy(files, move, target, isReserved, error)
  }
  if (await holds(files, target, move.content)) return 'placed'
  // The name leads to what somebody wrote meanwhile. It still has its own name in the folder.
  const [one, other] = [await files.look(sourceOf(move)), await files.look(target)]
  if (!isSameFile(one, other)) throw new ArchiveRefusal('item', say('archived_is_not_sent'))
  await files.remove(target)
  return 'changed'
}

/** What a file system says that has no second names, or none across disks. */
const unlinkable: ReadonlySet<string> = new Set([
  'EXDEV',
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EINVAL',
  'EISDIR',
  'EEXIST',
])

async function placeCopy(
  files: ArchiveFiles,
  move: Move,
  target: string,
  isReserved: boolean,
  why: unknown,
): Promise<Placed> {
  if (!unlinkable.has(systemCode(why))) throw why
  const draft = draftOf(move, target)
  await removeIfThere(files, draft)
  try {
    await files.copy(sourceOf(move), draft)
    if (!(await holds(files, draft, move.content))) {
      await files.remove(draft)
      if (!(await holds(files, sourceOf(move), move.content))) return 'changed'
      throw new ArchiveRefusal('folder', say('copy_differs'))
    }
    if (!(await nameDraft(files, draft, target, isReserved))) return 'taken'
  } catch (error) {
    // A full disk is not helped by half a copy.
    await removeIfThere(files, draft).catch(() => undefined)
    throw error
  }
  if (await holds(files, target, move.content)) return 'placed'
  throw new ArchiveRefusal('folder', say('archived_is_not_sent'))
}

/** False where the name is taken. */
async function nameDraft(
  files: ArchiveFiles,
  draft: string,
  target: string,
  isReserved: boolean,
): Promise<boolean> {
  try {
    if (isReserved) await files.rename(draft, target)
    else {
      await files.link(draft, target)
      await files.remove(draft)
    }
  } catch (error) {
    if (isReserved || !unlinkable.has(systemCode(error))) throw error
    if (systemCode(error) !== 'EEXIST' && (await reserve(files, target))) {
      await files.rename(draft, target)
      return true
    }
    await files.remove(draft)
    return false
  }
  return true
}

/** A rename alone would overwrite, where a link cannot be had. */
async function reserve(files: ArchiveFiles, target: string): Promise<boolean> {
  try {
    await files.reserve(target)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
}

/** The content is safe in the archive. Takes away the old name, unless it leads to something else by now. */
async function finish(files: ArchiveFiles, move: Move, target: string): Promise<MoveEnd> {
  const source = sourceOf(move)
  const [present, archived] = [await files.look(source), await files.look(target)]
  if (isSameFile(present, archived)) {
    // Taken by one step and looked at afterwards: between a look and a removal a scanner could put a new scan there.
    const taken = takenOf(move, target)
    await files.rename(source, taken)
    await giveBackOrRemove(files, move, target)
  } else if (present?.kind === 'file' && (await holds(files, source, move.content))) {
    const still = await files.look(source)
    if (isSameFile(still, present) && still?.modifiedAtNs === present.modifiedAtNs) await files.remove(source)
  }
  await files.syncFolder(dirname(source))
  return { kind: 'moved', target }
}

/** What was taken away is the archived file under its other name, or else a new scan that must go back. */
async function giveBackOrRemove(files: ArchiveFiles, move: Move, target: string): Promise<void> {
  const taken = takenOf(move, target)
  const present = await files.look(taken)
  if (present === null) return
  if (!isSameFile(present, await files.look(target))) {
    for (let number = 1; ; number += 1) {
      const free = join(move.folder, ...segmentsOf(withNumber(move.path, number)))
      try {
        await files.link(taken, free)
        break
      } catch (error) {
        if (systemCode(error) !== 'EEXIST' || number === mostNumbers) throw error
      }
    }
  }
  await files.remove(taken)
}

/** What an interrupted move left beside its target. */
async function tidyUp(files: ArchiveFiles, move: Move, target: string): Promise<void> {
  await removeIfThere(files, draftOf(move, target))
  await giveBackOrRemove(files, move, target)
}

async function removeIfThere(files: ArchiveFiles, path: string): Promise<void> {
  if ((await files.look(path)) !== null) await files.remove(path)
}

async function holds(files: ArchiveFiles, path: string, { sizeBytes, sha256 }: Content): Promise<boolean> {
  const look = await files.look(path)
  if (look?.kind !== 'file' || look.sizeBytes !== sizeBytes) return false
  try {
    const content = await files.read(path)
    return content.sizeBytes === sizeBytes && content.sha256 === sha256
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}

function isSameFile(one: FileLook | null, other: FileLook | null): boolean {
  // Some shares give every file the number 0.
  return one?.kind === 'file' && other !== null && one.key === other.key && !one.key.endsWith(':0')
}

/** A link in the way could lead a file anywhere. */
async function refuseLinks(files: ArchiveFiles, root: string, segments: readonly string[]): Promise<void> {
  let path = root
  for (const segment of segments) {
    path = join(path, segment)
    const look = await files.look(path)
    if (look?.kind === 'other') throw linkInTheWay('item', segment)
  }
}

async function makeFolders(files: ArchiveFiles, root: string, segments: readonly string[]): Promise<void> {
  let path = root
  for (const [depth, segment] of segments.entries()) {
    path = join(path, segment)
    await files.makeFolder(path)
    // The first two are the archive and its day, through which every file goes.
    if ((await files.look(path))?.kind !== 'folder')
      throw linkInTheWay(depth < 2 ? 'folder' : 'item', segment)
  }
}

function linkInTheWay(scope: ArchiveRefusal['scope'], segment: string): ArchiveRefusal {
  return new ArchiveRefusal(scope, say('link_in_the_way', { name: segment }))
}

function sourceOf({ folder, path }: Move): string {
  return join(folder, ...segmentsOf(path))
}

function draftOf({ itemId }: Move, target: string): string {
  return join(dirname(target), `.intray-${String(itemId)}.draft`)
}

function takenOf({ itemId }: Move, target: string): string {
  return join(dirname(target), `.intray-${String(itemId)}.taken`)
}

function segmentsOf(path: string): string[] {
  return path.split('/')
}
