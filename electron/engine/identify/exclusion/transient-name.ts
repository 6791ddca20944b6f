import type { Writer } from '../../../shared/sentences/content-sentences.ts'
import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'

interface TransientEnding {
  readonly ending: string
  readonly writer: Writer
}

/** What programs put at the end of a name until the file is complete. */
const endings: readonly TransientEnding[] = [
  { ending: '.part', writer: 'browser_or_sync' },
  { ending: '.partial', writer: 'download_or_copy' },
  { ending: '.crdownload', writer: 'chrome_or_edge' },
  { ending: '.opdownload', writer: 'opera' },
  { ending: '.download', writer: 'safari' },
  { ending: '.filepart', writer: 'winscp' },
  { ending: '.tmp', writer: 'program' },
  { ending: '.temp', writer: 'program' },
  { ending: '.upload', writer: 'transfer' },
  { ending: '.uploading', writer: 'transfer' },
  { ending: '.writing', writer: 'program' },
  { ending: '.!ut', writer: 'download' },
  { ending: '.aria2', writer: 'download' },
]

/** `.scan.jpg.aB3dE9`: rsync adds six random characters, of which practically always one is no small letter. */
const rsyncName = /^\..+\.(?=[a-z0-9]*[A-Z0-9])[A-Za-z0-9]{6}$/u

/**
 * Why a file (by its name alone) is still being written by another program; null for names that say nothing of the
 * kind. Such a file waits: it will get its real name, or vanish.
 */
export function transientReason(name: string): Sentence | null {
  const lower = name.toLowerCase()
  const known = endings.find(({ ending }) => lower.endsWith(ending) && lower.length > ending.length)
  if (known !== undefined) {
    return say('name_of_unfinished', { ending: known.ending, writer: known.writer })
  }
  if (lower.length > 1 && lower.startsWith('~') && !lower.startsWith('~$')) {
    return say('name_begins_as_saved')
  }
  if (lower.length > 1 && lower.endsWith('~')) {
    return say('name_ends_as_saved')
  }
  if (rsyncName.test(name)) return say('rsync_not_finished')
  return null
}
