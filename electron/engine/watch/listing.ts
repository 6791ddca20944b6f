import type { Dirent } from 'node:fs'
import { IntrayError } from '../../shared/error-codes.ts'
import { mapBounded } from './concurrency.ts'
import { lookAt, unreadable } from './entry-look.ts'
import type { EntryLook } from './entry-look.ts'
import type { FolderReader } from './folder-reader.ts'
import { isProbeName } from './event-probe.ts'
import { isGone, readRootKey, systemCode, systemFolderReader } from './folder-reader.ts'
import type { ListedBatch, ListedFile, ListedOther } from './listed-entry.ts'
import { absolutePath, childPath, lastSegment, parentPath } from './relative-path.ts'
import { findUndecodableNames, mayBeUndecodable } from './undecodable-names.ts'
import { say } from '../../shared/sentences/say.ts'
import type { Sentence } from '../../shared/sentences/told.ts'

/** More looks at the same time are no faster on a local disk, and unkind to a share. */
const lookLimit = 32

/** Told of each directory before it is read, and of each that was gone when its turn came. */
export interface DirectoryVisitor {
  enter(directory: string): Promise<void>
  vanished(directory: string): Promise<void>
  /** A probe file lies in the folder itself. It is not listed. */
  probeFile?(name: string): void
}

export interface ListingOptions {
  readonly recursive: boolean
  /** Where in the folder to start. Default: the folder itself. */
  readonly startAt?: string
  readonly signal?: AbortSignal
  /** At most so many entries in one batch. Default 1,000. */
  readonly batchSize?: number
  /** Paths that are not read, nor those below them. */
  readonly isExcluded?: (path: string) => boolean
  readonly visitor?: DirectoryVisitor
  readonly reader?: FolderReader
}

export interface FailedDirectory {
  readonly directory: string
  readonly words: string
}

export interface ListingResult {
  /** False when a directory could not be read: nothing in or below it may be called missing. */
  readonly complete: boolean
  readonly failedDirectories: readonly FailedDirectory[]
  readonly fileCount: number
  /** `device:inode` of the folder, the same at the start and at the end of the listing. */
  readonly rootKey: string
}

/**
 * Lists a watched folder, batch by batch, and returns at the end whether all of it was read. Links are
 * reported and not followed; a directory that vanishes meanwhile is no error; nothing is silently skipped but
 * what is excluded and the probe files of Intray's own.
 *
 * @throws IntrayError `folder_unreachable` when the folder itself cannot be read, or was replaced meanwhile
 */
export async function* listFolder(
  root: string,
  options: ListingOptions,
): AsyncGenerator<ListedBatch, ListingResult> {
  const { recursive, startAt = '', signal, batchSize = 1_000, visitor, reader = systemFolderReader } = options
  const isExcluded = options.isExcluded ?? (() => false)
  const rootKey = await readRootKey(reader, root)
  const failedDirectories: FailedDirectory[] = []
  const directories = [startAt]
  let fileCount = 0
  for (const directory of directories) {
    signal?.throwIfAborted()
    await visitor?.enter(directory)
    const contents = await readContents(reader, root, directory)
    if (contents === 'vanished') {
      await visitor?.vanished(directory)
      continue
    }
    if ('failure' in contents) {
      await readRootKey(reader, root)
      failedDirectories.push({ directory, words: contents.failure.words })
      yield batchOf(parentPath(directory), [], [unreadable(directory, contents.failure)])
      continue
    }
    if (contents.undecodable.size > 0) yield batchOf(directory, [], [...contents.undecodable.values()].flat())
    const entries = contents.entries.filter(({ name }) => {
      const isProbe = directory === '' && isProbeName(name)
      if (isProbe) visitor?.probeFile?.(name)
      return !isProbe && !isExcluded(childPath(directory, name))
    })
    for (let start = 0; start < entries.length; start += batchSize) {
      signal?.throwIfAborted()
      const chunk = entries.slice(start, start + batchSize)
      const looks = await mapBounded(chunk, lookLimit, (entry) => lookAtEntry(reader, root, directory, entry))
      const sorted = sortLooks(looks)
      // What cannot be looked at may be the beginning of a share that goes away.
      if (sorted.others.some(({ kind }) => kind === 'unreadable')) await readRootKey(reader, root)
      fileCount += sorted.files.length
      if (recursive) directories.push(...sorted.directories)
      failedDirectories.push(...unreadDirectories(chunk, looks))
      if (sorted.files.length + sorted.others.length > 0)
        yield batchOf(directory, sorted.files, sorted.others)
    }
  }
  if ((await readRootKey(reader, root)) !== rootKey)
    throw new IntrayError('folder_unreachable', say('folder_replaced'))
  return { complete: failedDirectories.length === 0, failedDirectories, fileCount, rootKey }
}

/** What the named entries of one directory are now. `directories` are those among them that are directories. */
export interface NamedEntries {
  readonly batch: ListedBatch
  readonly directories: readonly string[]
}

/**
 * Looks at single names in one directory: what an event costs must not grow with the directory.
 *
 * @throws IntrayError `folder_unreachable` when the folder is away, so that its files are not called gone
 */
export async function listNames(
  root: string,
  directory: string,
  names: readonly string[],
  reader: FolderReader = systemFolderReader,
): Promise<NamedEntries> {
  const looks = await mapBounded(names, lookLimit, (name) => lookAt(reader, root, childPath(directory, name)))
  const sorted = sortLooks(looks)
  if (sorted.gone.length > 0) await readRootKey(reader, root)
  const absent = await explainAbsence(reader, root, directory, sorted.gone)
  const others = [...sorted.others, ...absent.others]
  return {
    batch: { directory, files: sorted.files, others, gone: absent.gone },
    directories: sorted.directories,
  }
}

/** A name that is no valid Unicode seems gone when it is looked for by the text that Node makes of it. */
async function explainAbsence(
  reader: FolderReader,
  root: string,
  directory: string,
  absent: readonly string[],
): Promise<{ readonly gone: readonly string[]; readonly others: readonly ListedOther[] }> {
  if (!absent.some(mayBeUndecodable)) return { gone: absent, others: [] }
  const contents = await readContents(reader, root, directory)
  if (contents === 'vanished') return { gone: absent, others: [] }
  if ('failure' in contents) return { gone: [], others: [unreadable(directory, contents.failure)] }
  const { undecodable } = contents
  const others = absent.flatMap((path) => undecodable.get(lastSegment(path)) ?? [])
  return { gone: absent.filter((path) => !undecodable.has(lastSegment(path))), others }
}

interface DirectoryContents {
  readonly entries: readonly Dirent[]
  /** By the text that Node makes of their names. */
  readonly undecodable: ReadonlyMap<string, readonly ListedOther[]>
}

async function readContents(
  reader: FolderReader,
  root: string,
  directory: string,
): Promise<DirectoryContents | { readonly failure: Sentence } | 'vanished'> {
  try {
    const entries = await reader.readDirectory(absolutePath(root, directory))
    if (!entries.some((entry) => mayBeUndecodable(entry.name))) return { entries, undecodable: new Map() }
    const undecodable = await findUndecodableNames(reader, root, directory)
    return {
      entries: entries.filter((entry) => !undecodable.has(entry.name)),
      undecodable,
    }
  } catch (thrown) {
    const code = systemCode(thrown)
    if (directory === '') throw new IntrayError('folder_unreachable', code, { cause: thrown })
    if (isGone(thrown)) return 'vanished'
    return { failure: say('folder_refused', { code }) }
  }
}

/** The kind that the directory itself gives spares a look at each sub-directory. */
async function lookAtEntry(
  reader: FolderReader,
  root: string,
  directory: string,
  entry: Dirent,
): Promise<EntryLook> {
  const path = childPath(directory, entry.name)
  return entry.isDirectory() ? { found: 'directory', path } : lookAt(reader, root, path)
}

/** Entries that may be directories, since the file system names no kind, and that cannot be looked at. */
function unreadDirectories(entries: readonly Dirent[], looks: readonly EntryLook[]): FailedDirectory[] {
  return looks.flatMap((look, index) =>
    look.found === 'other' && look.other.kind === 'unreadable' && entries[index]?.isFile() !== true
      ? [{ directory: look.other.path, words: look.other.why.words }]
      : [],
  )
}

function sortLooks(looks: readonly EntryLook[]) {
  const files: ListedFile[] = []
  const others: ListedOther[] = []
  const directories: string[] = []
  const gone: string[] = []
  for (const look of looks) {
    if (look.found === 'file') files.push(look.file)
    else if (look.found === 'other') others.push(look.other)
    else if (look.found === 'directory') directories.push(look.path)
    else gone.push(look.path)
  }
  return { files, others, directories, gone }
}

function batchOf(
  directory: string,
  files: readonly ListedFile[],
  others: readonly ListedOther[],
): ListedBatch {
  return { directory, files, others, gone: [] }
}
