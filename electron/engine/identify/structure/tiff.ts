import { say } from '../../../shared/sentences/say.ts'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import { BrokenStructure } from './byte-reader.ts'
import { checkPictureSize } from './picture-size.ts'
import { TiffFile, tiffTags } from './tiff-file.ts'
import type { TiffDirectory } from './tiff-file.ts'

/** Offsets and lengths of picture data, as a directory names them. */
const dataTags = [
  [tiffTags.stripOffsets, tiffTags.stripByteCounts],
  [tiffTags.tileOffsets, tiffTags.tileByteCounts],
  [tiffTags.jpegOffset, tiffTags.jpegByteCount],
] as const

/** Walks the chain of pages; each page's size is sane and its picture data lies within the file. */
export function checkTiff(bytes: Buffer): Finding[] {
  const tiff = new TiffFile(bytes)
  const findings: Finding[] = []
  const seen = new Set<number>()
  let offset = tiff.firstDirectory
  while (offset !== 0) {
    if (seen.has(offset)) throw new BrokenStructure(say('pages_in_circle'))
    seen.add(offset)
    const page = tiff.readDirectory(offset)
    if (page.next === null) throw new BrokenStructure(say('picture_cut_behind_directory'))
    findings.push(...checkPage(tiff, page))
    offset = page.next
  }
  return seen.size === 0 ? [finding('damaged', say('no_picture'))] : findings.slice(0, 1)
}

function checkPage(tiff: TiffFile, page: TiffDirectory): Finding[] {
  const [width, height] = [
    tiff.readNumbers(page, tiffTags.width)[0],
    tiff.readNumbers(page, tiffTags.height)[0],
  ]
  if (width === undefined || height === undefined) return [finding('damaged', say('page_without_size'))]
  const ranges = dataTags.flatMap(([offsets, lengths]) => readRanges(tiff, page, offsets, lengths))
  if (ranges.length === 0) return [finding('damaged', say('page_without_picture'))]
  if (!tiff.holdsValues(page) || ranges.some(({ offset, length }) => offset + length > tiff.length)) {
    return [finding('damaged', say('picture_without_data'))]
  }
  return checkPictureSize(width, height)
}

/** Where a directory says that its data lies. A length that is missing counts as 0. */
export function readRanges(tiff: TiffFile, page: TiffDirectory, offsetTag: number, lengthTag: number) {
  const offsets = tiff.readNumbers(page, offsetTag)
  const lengths = tiff.readNumbers(page, lengthTag)
  return offsets.map((offset, index) => ({ offset, length: lengths[index] ?? 0 }))
}
