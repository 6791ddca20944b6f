import { readFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { tiffOfPages } from './drawn-scan.ts'

const practice = resolve(import.meta.dirname, '../../../resources/practice')

/** What a file is called after its entity, and a whole content of its kind; each use of it is marked. */
export interface ScanForm {
  readonly ending: string
  readonly bytes: Buffer
}

const drawnByPractice = {
  png: ['passport.png', 'cust-10517_passport.png'],
  pdf: ['proof_of_address.pdf', 'cust-10702_proof_of_address.pdf'],
  tiff: ['dl_front.tiff', 'ARC-2291_dl_front.tiff'],
  gif: ['dl_back.gif', 'ARC-2291_dl_back.gif'],
  raw: ['profile.dng', 'cust-10733_selfie.dng'],
  eps: ['signature.eps', 'cust-10741_signature.eps'],
  text: ['letter.txt', 'cust-10755_letter.txt'],
  mp4: ['liveness.mp4', 'cust-10702_liveness.mp4'],
  mov: ['liveness.mov', 'cust-10602_liveness.mov'],
  mkv: ['liveness.mkv', 'cust-10668_liveness.mkv'],
  avi: ['liveness.avi', 'cust-10614_liveness.avi'],
  wmv: ['liveness.wmv', 'usr_7731_liveness.wmv'],
  selfie: ['selfie.jpg', 'cust-10690_selfie.jpg'],
  oversized: ['statement.tiff', 'cust-10482_statement.tiff'],
  damagedPicture: ['passport.jpg', 'cust-10526_passport.jpg'],
  damagedDocument: ['letter.pdf', 'cust-10529_letter.pdf'],
} as const

export type ScanKind = keyof typeof drawnByPractice | 'pages' | 'photo' | 'faint'

/** Every kind of scan. `photos` are JPEG scans of 1 to 5 MB, which the window draws; they take turns. `faint` is a pale one. */
export class ScanForms {
  readonly #photos: readonly Buffer[]
  readonly #faint: Buffer | null
  readonly #pages = tiffOfPages(3)
  #photoCount = 0

  constructor(photos: readonly Buffer[], faint: Buffer | null = null) {
    this.#photos = photos
    this.#faint = faint
  }

  of(kind: ScanKind): ScanForm {
    const ending = endingOf(kind)
    if (kind === 'pages') return { ending, bytes: this.#pages }
    if (kind === 'photo') {
      const bytes = this.#photos[this.#photoCount % this.#photos.length]
      this.#photoCount += 1
      if (bytes === undefined) throw new Error('No picture was drawn.')
      return { ending, bytes }
    }
    if (kind === 'faint') {
      if (this.#faint === null) throw new Error('No faint picture was drawn.')
      return { ending, bytes: this.#faint }
    }
    const [, file] = drawnByPractice[kind]
    return { ending, bytes: readFileSync(join(practice, file)) }
  }
}

/** What a scan of this kind is called after its entity. */
export function endingOf(kind: ScanKind): string {
  if (kind === 'pages') return 'statement.tif'
  return kind === 'photo' || kind === 'faint' ? 'id_front.jpg' : drawnByPractice[kind][0]
}

/** The same scan with another SHA-256: what stands behind the end of its content changes no picture. */
export function markedScan({ ending, bytes }: ScanForm, mark: string): Buffer {
  return Buffer.concat([bytes, behindEnd(extname(ending), mark.padEnd(8))])
}

/** In the form in which each format allows for more. */
function behindEnd(extension: string, mark: string): Buffer {
  const text = Buffer.from(mark)
  if (extension === '.mp4' || extension === '.mov') {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(8 + text.length)
    return Buffer.concat([length, Buffer.from('free'), text])
  }
  if (extension === '.mkv') return Buffer.concat([Buffer.from([0xec, 0x80 + text.length]), text])
  return extension === '.pdf' || extension === '.eps' ? Buffer.from(`%${mark}\n`) : text
}
