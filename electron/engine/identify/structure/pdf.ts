import { say } from '../../../shared/sentences/say.ts'
import { endOfContent } from './byte-reader.ts'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import { opensWithoutPassword } from './pdf-password.ts'
import { isPdfDictionary, isPdfReference } from './pdf-syntax.ts'
import type { PdfDictionary } from './pdf-syntax.ts'
import { findPdfObject, findPdfTrailer } from './pdf-trailer.ts'

/** How far from the start a reader looks for the header, and from the end for the end mark. */
const searchBytes = 1024

/** Blanks after the end mark, which belong to the announced length and not to the content. */
const maxTrailingBlanks = 16

/** Where a document's header stands, or -1. */
export function findPdfHeader(bytes: Buffer): number {
  return bytes.subarray(0, searchBytes).indexOf('%PDF-')
}

/** Checks a document from both ends: header, end mark, the index it points to, and whether it is encrypted. */
export function checkPdf(bytes: Buffer): Finding[] {
  const headerOffset = findPdfHeader(bytes)
  if (headerOffset === -1) return [finding('damaged', say('document_without_header'))]
  const contentEnd = endOfContent(bytes)
  const end = bytes.lastIndexOf('%%EOF')
  if (
    end === -1 ||
    contentEnd - end > searchBytes ||
    contentEnd + maxTrailingBlanks < readAnnouncedLength(bytes, headerOffset)
  ) {
    return [finding('damaged', say('document_without_end'))]
  }
  const indexOffset = readIndexOffset(bytes, end)
  if (indexOffset === null) return [finding('damaged', say('document_index_unnamed'))]
  const trailer = findPdfTrailer(bytes, indexOffset, headerOffset)
  if (trailer === null) return [finding('damaged', say('document_without_index'))]
  const findings = checkEncryption(bytes, trailer.entries)
  return trailer.isInPlace ? findings : [...findings, displacedIndex]
}

/** Documents made for the web say in their first object how long they are; updates only make them longer. */
function readAnnouncedLength(bytes: Buffer, headerOffset: number): number {
  const start = bytes.toString('latin1', headerOffset, headerOffset + searchBytes)
  const firstObject = start.slice(0, start.indexOf('endobj') + 1)
  if (!firstObject.includes('/Linearized')) return 0
  return Number(/\/L\s{1,9}(\d{1,12})/.exec(firstObject)?.[1] ?? 0)
}

/** Readers rebuild a lost index, so a person may judge by the look of the document. */
const displacedIndex: Finding = {
  ...finding('damaged', say('document_index_displaced')),
  severity: 'warn',
}

/** The number after the last `startxref` before the end mark. */
function readIndexOffset(bytes: Buffer, end: number): number | null {
  const before = bytes.toString('latin1', Math.max(0, end - searchBytes), end)
  const at = before.lastIndexOf('startxref')
  const digits = at === -1 ? undefined : /^startxref\s{0,20}(\d{1,15})/.exec(before.slice(at))?.[1]
  return digits === undefined ? null : Number(digits)
}

function checkEncryption(bytes: Buffer, trailer: PdfDictionary): Finding[] {
  const value = trailer.get('Encrypt')
  if (!isPdfReference(value) && !isPdfDictionary(value)) return []
  const encryption = isPdfReference(value) ? findPdfObject(bytes, value) : value
  if (encryption === null || !opensWithoutPassword(encryption, trailer.get('ID'))) {
    return [finding('encrypted', say('password_needed'))]
  }
  return [{ ...finding('encrypted', say('password_restricts')), severity: 'warn' }]
}
