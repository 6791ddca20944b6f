import { makeLockFile, makeThumbnailCache } from '../encode/office.mjs'
import { asJpeg } from '../encode/picture.mjs'
import { scanPassport, withNumber } from '../pictures.mjs'

/** Files that are no scans, or not yet. @type {import('./scan.mjs').Scan[]} */
export const ignoredFiles = [
  {
    path: 'cust-10900_passport.jpg.part',
    family: 'none',
    outcome: 'ignored',
    code: '*.part',
    why: 'A copy that is not finished: it waits until it has its real name.',
    make: () =>
      asJpeg(scanPassport(withNumber('joss', 'P61027735'), 'sea', { turn: 1, seed: 41 })).subarray(0, 40_000),
  },
  {
    path: '~$letter.docx',
    family: 'none',
    outcome: 'ignored',
    code: '~$*',
    why: 'The owner file of an open document.',
    make: () => makeLockFile('Joss Alderby'),
  },
  {
    path: 'Thumbs.db',
    family: 'none',
    outcome: 'ignored',
    code: 'Thumbs.db',
    why: 'The thumbnail cache of an old file manager.',
    make: makeThumbnailCache,
  },
]
