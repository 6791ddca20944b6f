import { join } from 'node:path'

/** The sub-folder of a watched folder in which its archive is, where no other place is set. */
export const ownArchive = 'uploaded'

export interface ArchivedFolder {
  readonly id: string
  readonly path: string
  /** Empty: the folder's own archive. */
  readonly archivePath: string
}

/** Where an uploaded file goes. */
export interface ArchivePlace {
  /** Must exist, or can be made where `rootIsOwn`. */
  readonly root: string
  readonly rootIsOwn: boolean
  /** Relative to `root`, with `/` between segments. */
  readonly path: string
}

/** The folder into which all days of one watched folder's archive go. */
export function archiveOf(folder: ArchivedFolder): string {
  return folder.archivePath === '' ? join(folder.path, ownArchive) : join(folder.archivePath, folder.id)
}

/** The place depends on the item alone, so that a move that was interrupted is found again. */
export function archivePlace(folder: ArchivedFolder, path: string, uploadedAtMs: number): ArchivePlace {
  const dated = `${dayOf(uploadedAtMs)}/${path}`
  return folder.archivePath === ''
    ? { root: folder.path, rootIsOwn: true, path: `${ownArchive}/${dated}` }
    : { root: folder.archivePath, rootIsOwn: false, path: `${folder.id}/${dated}` }
}

/** Whether a path, relative to its watched folder, lies in the folder's own archive. */
export function isInOwnArchive(path: string): boolean {
  return /^uploaded\/\d{4}-\d{2}-\d{2}(\/|$)/.test(path)
}

/** `2026-11-23`, in the computer's own time. */
export function dayOf(atMs: number): string {
  const time = new Date(atMs)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${String(time.getFullYear())}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
}

/** File systems take 255 bytes or 255 UTF-16 units; a text has at least as many bytes as units. */
const maxNameBytes = 255

/** `a/passport.jpg` as `a/passport (2).jpg`; 1 leaves it as it is. A name that grows too long loses its middle. */
export function withNumber(path: string, number: number): string {
  if (number === 1) return path
  const slash = path.lastIndexOf('/') + 1
  const name = path.slice(slash)
  const dot = name.lastIndexOf('.')
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  const mark = ` (${String(number)})`
  const roomBytes = maxNameBytes - Buffer.byteLength(mark + extension)
  return `${path.slice(0, slash)}${beginningOf(stem, roomBytes)}${mark}${extension}`
}

function beginningOf(text: string, maxBytes: number): string {
  let kept = ''
  let bytes = 0
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > maxBytes) break
    kept += character
  }
  return kept
}
