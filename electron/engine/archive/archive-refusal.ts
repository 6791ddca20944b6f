import { systemCode } from './archive-files.ts'
import { say } from '../../shared/sentences/say.ts'
import type { Sentence } from '../../shared/sentences/told.ts'

/** Why a file is not moved. `folder`: no other file of the folder can be moved either. */
export class ArchiveRefusal extends Error {
  readonly scope: 'folder' | 'item'
  /** For a person. Names no path inside the folder. */
  readonly why: Sentence

  constructor(scope: 'folder' | 'item', why: Sentence, options?: ErrorOptions) {
    super(why.words, options)
    this.name = 'ArchiveRefusal'
    this.scope = scope
    this.why = why
  }
}

const ofItem: Readonly<Partial<Record<string, Sentence>>> = {
  ENAMETOOLONG: say('archive_path_too_long'),
}

const ofFolder: Readonly<Partial<Record<string, Sentence>>> = {
  ENOSPC: say('archive_disk_full'),
  EDQUOT: say('archive_quota_used_up'),
  EROFS: say('disk_read_only'),
  EACCES: say('move_refused', { code: 'EACCES' }),
  EPERM: say('move_refused', { code: 'EPERM' }),
}

/** A system's error in plain words; a refusal stays as it is. Null for a defect of Intray. */
export function toRefusal(thrown: unknown): ArchiveRefusal | null {
  if (thrown instanceof ArchiveRefusal) return thrown
  const code = systemCode(thrown)
  if (!/^E[A-Z0-9]+$/.test(code)) return null
  const why = ofItem[code]
  return why === undefined
    ? new ArchiveRefusal('folder', ofFolder[code] ?? say('system_says', { code }), { cause: thrown })
    : new ArchiveRefusal('item', why, { cause: thrown })
}
