interface TransientEnding {
  readonly ending: string
  readonly writer: string
}

/** What programs put at the end of a name until the file is complete. */
const endings: readonly TransientEnding[] = [
  { ending: '.part', writer: 'a browser, a sync program or a file transfer' },
  { ending: '.partial', writer: 'a download or a copy' },
  { ending: '.crdownload', writer: 'Chrome or Edge' },
  { ending: '.opdownload', writer: 'Opera' },
  { ending: '.download', writer: 'Safari' },
  { ending: '.filepart', writer: 'a file transfer (WinSCP)' },
  { ending: '.tmp', writer: 'a program' },
  { ending: '.temp', writer: 'a program' },
  { ending: '.upload', writer: 'a file transfer' },
  { ending: '.uploading', writer: 'a file transfer' },
  { ending: '.writing', writer: 'a program' },
  { ending: '.!ut', writer: 'a download' },
  { ending: '.aria2', writer: 'a download' },
]

/** `.scan.jpg.aB3dE9`: rsync adds six random characters, of which practically always one is no small letter. */
const rsyncName = /^\..+\.(?=[a-z0-9]*[A-Z0-9])[A-Za-z0-9]{6}$/u

/**
 * Why a file (by its name alone) is still being written by another program; null for names that say nothing of the
 * kind. Such a file waits: it will get its real name, or vanish.
 */
export function transientReason(name: string): string | null {
  const lower = name.toLowerCase()
  const known = endings.find(({ ending }) => lower.endsWith(ending) && lower.length > ending.length)
  if (known !== undefined) {
    return `Names in “${known.ending}” belong to files that ${known.writer} has not finished.`
  }
  if (lower.length > 1 && lower.startsWith('~') && !lower.startsWith('~$')) {
    return 'A name that begins with “~” belongs to a file that a program is saving.'
  }
  if (lower.length > 1 && lower.endsWith('~')) {
    return 'A name that ends in “~” belongs to a file that a program is saving.'
  }
  if (rsyncName.test(name)) return 'rsync has not finished copying this file.'
  return null
}
