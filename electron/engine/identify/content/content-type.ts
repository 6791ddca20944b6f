import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { fileTypeFromBuffer } from 'file-type'
import { familyOfExtension } from '../../../shared/file-families.ts'
import type { FileFamilyId } from '../../../shared/file-families.ts'
import { readStreamKinds } from '../structure/asf.ts'
import { holdsSensorData } from '../structure/camera-raw.ts'
import { readTrackKinds } from '../structure/iso-media.ts'
import { findPdfHeader } from '../structure/pdf.ts'
import { describeMarkup } from './markup.ts'
import { readPlainText } from './plain-text.ts'
import { familyBySignature } from './signatures.ts'

/** What a file is by its content; `phrase` says it with an article. */
export type ContentType =
  | { readonly kind: 'family'; readonly family: FileFamilyId; readonly phrase: Sentence }
  /** Recognised, and not taken by the endpoint. */
  | { readonly kind: 'foreign'; readonly phrase: Sentence }
  /** Nothing that Intray knows; `whyNotText` says why it is not plain text either. */
  | { readonly kind: 'unknown'; readonly whyNotText: Sentence }

export interface ContentToJudge {
  readonly bytes: Buffer
  /** False when `bytes` are only the beginning of a large file. */
  readonly isWhole: boolean
  /** As the name spells it, lower case, without the dot; empty where the name has none. */
  readonly extension: string
}

/** Types of file-type's that stand for a family without a further look. */
const familyByType: Readonly<Record<string, FileFamilyId>> = {
  pdf: 'pdf',
  mp4: 'mp4',
  m4v: 'mp4',
  m4p: 'mp4',
  mov: 'mov',
  avi: 'avi',
  mkv: 'mkv',
  png: 'png',
  apng: 'png',
  jpg: 'jpg',
  cr2: 'raw',
  cr3: 'raw',
  dng: 'raw',
  orf: 'raw',
  raf: 'raw',
  rw2: 'raw',
  eps: 'eps',
}

/**
 * Formats that are written in printable characters. Every other type that file-type finds in plain text rests on
 * a few letters at its start (a letter about a BMW begins like a BMP picture), and the text wins.
 */
const printableTypes = new Set(['eps', 'ics', 'pdf', 'pgp', 'ps', 'reg', 'rtf', 'vcf', 'vtt'])

/** Says what a file is. The extension only decides between kinds that share their content's form. */
export async function detectContentType(content: ContentToJudge): Promise<ContentType> {
  const { bytes, isWhole, extension } = content
  const text = readPlainText(bytes, isWhole)
  const type = (await fileTypeFromBuffer(bytes))?.ext
  if (type !== undefined && (!text.isText || printableTypes.has(type) || isFullGif(bytes))) {
    const known = judgeType(type, content)
    if (known !== null) return known
  }
  if (isLatePdf(bytes, extension)) return family('pdf')
  if (text.isText) {
    const markup = describeMarkup(text.beginning, extension)
    return markup === null ? family('txt') : { kind: 'foreign', phrase: markup }
  }
  const signed = familyBySignature(bytes)
  return signed === null ? { kind: 'unknown', whyNotText: text.why } : family(signed)
}

/** What one of file-type's answers means here; null where it is too weak to count. */
function judgeType(type: string, { bytes, extension }: ContentToJudge): ContentType | null {
  switch (type) {
    case 'tif':
    case 'nef':
    case 'arw':
      return family(judgeTiff(bytes, extension))
    case 'asf':
      return readStreamKinds(bytes) === 'sound' ? foreign('wma') : family('wmv')
    case 'mp4':
    case 'mov':
      return readTrackKinds(bytes) === 'sound' ? foreign('m4a') : family(type)
    case 'gif':
      return isFullGif(bytes) ? family('gif') : null
    case 'ps':
      return familyOfExtension(extension) === 'eps' ? family('eps') : foreign(type)
    default: {
      const known = familyByType[type]
      return known === undefined ? foreign(type) : family(known)
    }
  }
}

/**
 * Most cameras' raw files are TIFFs, and file-type's own marks for Nikon and Sony fit other TIFFs too: sensor data
 * decides, and where there is none, the name.
 */
function judgeTiff(bytes: Buffer, extension: string): FileFamilyId {
  return holdsSensorData(bytes) || familyOfExtension(extension) === 'raw' ? 'raw' : 'tiff'
}

function isFullGif(bytes: Buffer): boolean {
  const mark = bytes.toString('latin1', 0, 6)
  return mark === 'GIF87a' || mark === 'GIF89a'
}

/** Readers accept bytes before a PDF's header. Text that merely speaks of one has no end mark. */
function isLatePdf(bytes: Buffer, extension: string): boolean {
  return findPdfHeader(bytes) !== -1 && (extension === 'pdf' || bytes.lastIndexOf('%%EOF') !== -1)
}

function family(id: FileFamilyId): ContentType {
  return { kind: 'family', family: id, phrase: say('content_family', { family: id }) }
}

function foreign(type: string): ContentType {
  return { kind: 'foreign', phrase: say('content_foreign', { type }) }
}
