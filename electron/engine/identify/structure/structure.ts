import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import type { FileFamilyId } from '../../../shared/file-families.ts'
import { checkAsf } from './asf.ts'
import { checkAvi } from './avi.ts'
import { BrokenStructure } from './byte-reader.ts'
import { checkCameraRaw } from './camera-raw.ts'
import { checkEps } from './eps.ts'
import { checkGif } from './gif.ts'
import { checkIsoMedia } from './iso-media.ts'
import { checkJpeg } from './jpeg.ts'
import { checkMatroska } from './matroska.ts'
import { checkPdf } from './pdf.ts'
import { checkPng } from './png.ts'
import { checkTiff } from './tiff.ts'

/** Judges the whole content of a file. May throw `BrokenStructure` where it breaks off. */
type StructureCheck = (bytes: Buffer) => Finding[]

/** Text has no structure that could be broken. */
const checks: Readonly<Record<FileFamilyId, StructureCheck>> = {
  txt: () => [],
  pdf: checkPdf,
  mp4: checkIsoMedia,
  mov: checkIsoMedia,
  wmv: checkAsf,
  avi: checkAvi,
  mkv: checkMatroska,
  png: checkPng,
  jpg: checkJpeg,
  tiff: checkTiff,
  gif: checkGif,
  raw: checkCameraRaw,
  eps: checkEps,
}

/**
 * Says whether a file is whole and open, without decoding it: marks, lengths, checksums and offsets only.
 * The work grows with the length of the file and with nothing else.
 */
export function checkStructure(family: FileFamilyId, bytes: Buffer): Finding[] {
  try {
    return checks[family](bytes)
  } catch (thrown) {
    if (thrown instanceof BrokenStructure) return [finding('damaged', thrown.sentence)]
    throw thrown
  }
}
