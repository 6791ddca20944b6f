import type { FileFamilyId } from '../../../shared/file-families.ts'
import { ByteReader, unlessBroken } from './byte-reader.ts'
import { findMarker, isFrame } from './jpeg.ts'
import { TiffFile, tiffTags } from './tiff-file.ts'
import type { TiffDirectory } from './tiff-file.ts'

/** A picture as its header declares it. Of a file with several pages, the largest one. */
export interface DeclaredPicture {
  readonly widthPx: number
  readonly heightPx: number
  /** Before compression. */
  readonly bitsPerPixel: number
  /** How its pixels are stored: as JPEG, compressed without a loss, or one after the other. */
  readonly coding: 'lossy' | 'packed' | 'plain'
}

/** Other families hold no picture whose header says what it will look like. */
const readers: Readonly<Partial<Record<FileFamilyId, (bytes: Buffer) => DeclaredPicture | null>>> = {
  jpg: readJpeg,
  png: readPng,
  gif: readGif,
  tiff: readTiff,
}

/** What a PNG, JPEG, GIF or TIFF declares; null for any other family, and where the header is broken. */
export function readDeclaredPicture(family: FileFamilyId, bytes: Buffer): DeclaredPicture | null {
  const picture = unlessBroken(null, () => readers[family]?.(bytes) ?? null)
  return picture === null || picture.widthPx === 0 || picture.heightPx === 0 ? null : picture
}

function readJpeg(bytes: Buffer): DeclaredPicture | null {
  const reader = new ByteReader(bytes, 'big')
  let at = findMarker(bytes, 2)
  while (at < bytes.length) {
    const marker = reader.u8(at)
    if (isFrame(marker)) {
      return {
        heightPx: reader.u16(at + 4),
        widthPx: reader.u16(at + 6),
        bitsPerPixel: reader.u8(at + 3) * reader.u8(at + 8),
        coding: 'lossy',
      }
    }
    at = findMarker(bytes, at + 1 + reader.u16(at + 1))
  }
  return null
}

/** Samples of one pixel, by a PNG's colour type. */
const pngSamples: Readonly<Partial<Record<number, number>>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

function readPng(bytes: Buffer): DeclaredPicture {
  const reader = new ByteReader(bytes, 'big')
  return {
    widthPx: reader.u32(16),
    heightPx: reader.u32(20),
    bitsPerPixel: reader.u8(24) * (pngSamples[reader.u8(25)] ?? 1),
    coding: 'packed',
  }
}

function readGif(bytes: Buffer): DeclaredPicture {
  const reader = new ByteReader(bytes, 'little')
  return { widthPx: reader.u16(6), heightPx: reader.u16(8), bitsPerPixel: 8, coding: 'packed' }
}

function readTiff(bytes: Buffer): DeclaredPicture | null {
  const tiff = new TiffFile(bytes)
  let largest: DeclaredPicture | null = null
  const seen = new Set<number>()
  let offset: number | null = tiff.firstDirectory
  while (offset !== null && offset !== 0 && !seen.has(offset)) {
    seen.add(offset)
    const page = tiff.readDirectory(offset)
    const picture = readPage(tiff, page)
    if (largest === null || area(picture) > area(largest)) largest = picture
    offset = page.next
  }
  return largest
}

/** TIFF's numbers for "not compressed", and for JPEG in its two forms. */
const plainCoding = 1
const jpegCodings: ReadonlySet<number> = new Set([6, 7])

function readPage(tiff: TiffFile, page: TiffDirectory): DeclaredPicture {
  const first = (tag: number, standard: number): number => tiff.readNumbers(page, tag)[0] ?? standard
  const coding = first(tiffTags.compression, plainCoding)
  return {
    widthPx: first(tiffTags.width, 0),
    heightPx: first(tiffTags.height, 0),
    bitsPerPixel: first(tiffTags.bitsPerSample, 1) * first(tiffTags.samplesPerPixel, 1),
    coding: jpegCodings.has(coding) ? 'lossy' : coding === plainCoding ? 'plain' : 'packed',
  }
}

function area({ widthPx, heightPx }: DeclaredPicture): number {
  return widthPx * heightPx
}
