import { say } from '../../../shared/sentences/say.ts'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import { ByteReader, unlessBroken } from './byte-reader.ts'
import { checkIsoMediaBoxes } from './iso-media.ts'
import { checkPictureSize } from './picture-size.ts'
import { readRanges } from './tiff.ts'
import { TiffFile, tiffTags } from './tiff-file.ts'
import type { TiffDirectory } from './tiff-file.ts'

const colourFilterArray = 32_803
const linearRaw = 34_892

/** How Panasonic marks data whose place another field gives. */
const elsewhere = 0xff_ff_ff_ff

const cutShort = [finding('damaged', say('picture_without_data'))]

/** Judges a camera's raw file by its maker's container, as far as that is publicly known. */
export function checkCameraRaw(bytes: Buffer): Finding[] {
  const head = bytes.toString('latin1', 0, 16)
  if (head.startsWith('FUJIFILMCCD-RAW')) return checkFujifilm(bytes)
  if (head.startsWith('\0MRM')) return checkMinolta(bytes)
  if (head.startsWith('FOVb')) return checkSigma(bytes)
  if (head.slice(6, 14) === 'HEAPCCDR') return checkCanonHeap(bytes)
  if (head.slice(4, 8) === 'ftyp') return checkIsoMediaBoxes(bytes)
  // What a container is made of that nobody has described cannot be judged.
  return head.startsWith('II') || head.startsWith('MM') ? checkTiffBased(bytes) : []
}

/** True when a TIFF holds sensor data rather than a developed picture. A broken TIFF is not judged here. */
export function holdsSensorData(bytes: Buffer): boolean {
  return unlessBroken(false, () => {
    const tiff = new TiffFile(bytes)
    return readDirectories(tiff).some((directory) => {
      const photometric = tiff.readNumbers(directory, tiffTags.photometric)[0]
      const isRaw = photometric === colourFilterArray || photometric === linearRaw
      return isRaw || directory.entries.has(tiffTags.dngVersion)
    })
  })
}

/** The first directory and those inside it. Makers put private things behind it that are not judged. */
function readDirectories(tiff: TiffFile): TiffDirectory[] {
  const first = tiff.readDirectory(tiff.firstDirectory)
  const offsets = new Set(tiff.readNumbers(first, tiffTags.subDirectories))
  return [first, ...[...offsets].map((offset) => tiff.readDirectory(offset))]
}

function checkTiffBased(bytes: Buffer): Finding[] {
  const tiff = new TiffFile(bytes)
  for (const directory of readDirectories(tiff)) {
    const ranges = [
      ...readRanges(tiff, directory, tiffTags.stripOffsets, tiffTags.stripByteCounts),
      ...readRanges(tiff, directory, tiffTags.tileOffsets, tiffTags.tileByteCounts),
    ]
    const isCut = ranges.some(({ offset, length }) => offset !== elsewhere && offset + length > bytes.length)
    if (isCut) return cutShort
    const [width, height] = [tiffTags.width, tiffTags.height].map(
      (tag) => tiff.readNumbers(directory, tag)[0],
    )
    const oversize = checkPictureSize(width ?? 1, height ?? 1)
    if (oversize.length > 0) return oversize
  }
  return []
}

/** RAF: two parts, a JPEG and the sensor's data, each with its place in the header. */
function checkFujifilm(bytes: Buffer): Finding[] {
  const reader = new ByteReader(bytes, 'big')
  const isWhole = [84, 92, 100].every((at) => reader.has(reader.u32(at), reader.u32(at + 4)))
  return isWhole ? [] : cutShort
}

/** MRW: a block of facts whose length the header gives, and the sensor's data behind it. */
function checkMinolta(bytes: Buffer): Finding[] {
  const dataStart = 8 + new ByteReader(bytes, 'big').u32(4)
  return dataStart < bytes.length ? [] : cutShort
}

/** X3F: the last four bytes say where the directory is. */
function checkSigma(bytes: Buffer): Finding[] {
  const reader = new ByteReader(bytes, 'little')
  const directory = reader.u32(bytes.length - 4)
  return reader.has(directory, 4) && reader.text(directory, 4) === 'SECd' ? [] : cutShort
}

/** CRW: a heap after the header; the last four bytes say where in it the directory is. */
function checkCanonHeap(bytes: Buffer): Finding[] {
  const reader = new ByteReader(bytes, bytes[0] === 0x4d ? 'big' : 'little')
  const directory = reader.u32(2) + reader.u32(bytes.length - 4)
  const isWhole = reader.has(directory, 2) && reader.has(directory, 2 + 10 * reader.u16(directory))
  return isWhole ? [] : cutShort
}
