import type { FolderSettings } from '../../shared/settings/folder.ts'
import type { DirtyMarks, DirtyNames } from './dirty-directories.ts'
import type { FolderReader } from './folder-reader.ts'
import type { ListedBatch } from './listed-entry.ts'
import { listNames } from './listing.ts'
import { childPath } from './relative-path.ts'

export interface FollowedFolder {
  readonly folder: Pick<FolderSettings, 'path' | 'recursive'>
  readonly reader: FolderReader
  /** Ends the events of a directory that is gone or was replaced. */
  forget(directory: string): Promise<void>
  handOver(batch: ListedBatch): Promise<void>
  /** Lists a directory with all below it, hands over what it finds, and begins events there. */
  listBelow(directory: string): Promise<unknown>
}

/** Looks at everything that events pointed at. Rejects with what reading the folder or handing over rejects. */
export async function followMarks(marks: DirtyMarks, followed: FollowedFolder): Promise<void> {
  for (const dirty of marks.named)
    if (followed.folder.recursive || dirty.directory === '') await followNames(dirty, followed)
  for (const directory of marks.subtrees) await followed.listBelow(directory)
}

async function followNames({ directory, names, appeared }: DirtyNames, followed: FollowedFolder) {
  const { folder, reader } = followed
  const found = await listNames(folder.path, directory, names, reader)
  await followed.handOver(found.batch)
  for (const path of found.batch.gone) await followed.forget(path)
  if (!folder.recursive) return
  const newPaths = new Set([...appeared].map((name) => childPath(directory, name)))
  for (const path of found.directories.filter((one) => newPaths.has(one))) {
    // Another directory may have stood at this path a moment ago.
    await followed.forget(path)
    await followed.listBelow(path)
  }
}
