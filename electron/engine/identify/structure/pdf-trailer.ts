import { isPdfDictionary, readPdfValue, skipBlanks } from './pdf-syntax.ts'
import type { PdfDictionary, PdfReference } from './pdf-syntax.ts'

export interface PdfTrailer {
  readonly entries: PdfDictionary
  /** False when it had to be searched for, because the document's index is not where the document says. */
  readonly isInPlace: boolean
}

/** How many places are tried where the end of a document does not lead to its trailer. */
const maxSearches = 16

/**
 * The dictionary that says what a document needs to be opened. Content streams may hold any words, so it is
 * reached by the document's own pointer at its end, and searched for only where that pointer is wrong.
 *
 * @param indexOffset where the document says that its index is
 * @param headerOffset bytes before the document's header; many writers count from the header
 */
export function findPdfTrailer(bytes: Buffer, indexOffset: number, headerOffset: number): PdfTrailer | null {
  for (const offset of new Set([indexOffset, indexOffset + headerOffset])) {
    const entries = readIndexAt(bytes, offset)
    if (entries !== null) return { entries, isInPlace: true }
  }
  const entries = searchBackwards(bytes, 'trailer', (at) => at + 'trailer'.length)
  const found =
    entries ?? searchBackwards(bytes, '/XRef', (at) => bytes.lastIndexOf('obj', at) + 'obj'.length)
  return found === null ? null : { entries: found, isInPlace: false }
}

/** The body of an object, as far as it is a dictionary. */
export function findPdfObject(bytes: Buffer, { object, generation }: PdfReference): PdfDictionary | null {
  const header = `${object} ${generation} obj`
  let at = bytes.lastIndexOf(header)
  for (let search = 0; at !== -1 && search < maxSearches; search += 1) {
    const before = bytes[at - 1]
    const isWholeNumber = before === undefined || before < 0x30 || before > 0x39
    const body = isWholeNumber ? readPdfValue(bytes, at + header.length) : undefined
    if (isPdfDictionary(body)) return body
    at = at === 0 ? -1 : bytes.lastIndexOf(header, at - 1)
  }
  return null
}

/** An index is a table with a trailer behind it, or a stream whose dictionary is the trailer. */
function readIndexAt(bytes: Buffer, offset: number): PdfDictionary | null {
  const at = skipBlanks(bytes, offset)
  if (bytes.toString('latin1', at, at + 4) === 'xref') {
    const trailer = bytes.indexOf('trailer', at)
    return trailer === -1 ? null : readDictionary(bytes, trailer + 'trailer'.length)
  }
  const objectHeader = /^\d{1,10}\s{1,10}\d{1,5}\s{1,10}obj/.exec(bytes.toString('latin1', at, at + 40))
  return objectHeader === null ? null : readDictionary(bytes, at + objectHeader[0].length)
}

function searchBackwards(bytes: Buffer, mark: string, bodyOf: (at: number) => number): PdfDictionary | null {
  let at = bytes.lastIndexOf(mark)
  for (let search = 0; at !== -1 && search < maxSearches; search += 1) {
    const entries = readDictionary(bytes, bodyOf(at))
    if (entries?.has('Root') === true) return entries
    at = at === 0 ? -1 : bytes.lastIndexOf(mark, at - 1)
  }
  return null
}

function readDictionary(bytes: Buffer, at: number): PdfDictionary | null {
  const value = readPdfValue(bytes, at)
  return isPdfDictionary(value) ? value : null
}
