import { systemCode } from './archive-files.ts'

/** Why a file is not moved. `folder`: no other file of the folder can be moved either. */
export class ArchiveRefusal extends Error {
  readonly scope: 'folder' | 'item'
  /** For a person. Names no path inside the folder. */
  readonly words: string

  constructor(scope: 'folder' | 'item', words: string, options?: ErrorOptions) {
    super(words, options)
    this.name = 'ArchiveRefusal'
    this.scope = scope
    this.words = words
  }
}

const itemWords: Readonly<Record<string, string>> = {
  ENAMETOOLONG: 'Its path in the archive is longer than the system takes.',
}

const folderWords: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk of the archive is full.',
  EDQUOT: 'There is no room left for this user on the disk of the archive.',
  EROFS: 'The disk can only be read.',
  EACCES: 'The system does not let Intray move files there (EACCES).',
  EPERM: 'The system does not let Intray move files there (EPERM).',
}

/** A system's error in plain words; a refusal stays as it is. Null for a defect of Intray. */
export function toRefusal(thrown: unknown): ArchiveRefusal | null {
  if (thrown instanceof ArchiveRefusal) return thrown
  const code = systemCode(thrown)
  if (!/^E[A-Z0-9]+$/.test(code)) return null
  const ofItem = itemWords[code]
  return ofItem === undefined
    ? new ArchiveRefusal('folder', folderWords[code] ?? `The system says ${code}.`, { cause: thrown })
    : new ArchiveRefusal('item', ofItem, { cause: thrown })
}
