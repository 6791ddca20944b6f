import type { FileFamilyId } from '../../../shared/file-families.ts'

interface Signature {
  readonly family: FileFamilyId
  readonly offset: number
  /** One character for each byte. */
  readonly bytes: string
}

/**
 * First bytes of families that file-type does not know, or does not name once the rest is damaged: a scan that
 * broke off must be called damaged, not foreign.
 */
const signatures: readonly Signature[] = [
  { family: 'png', offset: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { family: 'raw', offset: 6, bytes: 'HEAPCCDR' },
  { family: 'raw', offset: 0, bytes: 'FUJIFILMCCD-RAW' },
  { family: 'raw', offset: 0, bytes: '\0MRM' },
  { family: 'raw', offset: 0, bytes: 'FOVb' },
  { family: 'raw', offset: 0, bytes: 'IIU\0' },
  { family: 'raw', offset: 0, bytes: 'IIRO' },
  { family: 'raw', offset: 0, bytes: 'IIRS' },
  { family: 'raw', offset: 0, bytes: 'MMOR' },
  { family: 'raw', offset: 8, bytes: 'IIIITwaR' },
  { family: 'raw', offset: 25, bytes: 'ARECOYK' },
  { family: 'tiff', offset: 0, bytes: 'II*\0' },
  { family: 'tiff', offset: 0, bytes: 'MM\0*' },
  { family: 'tiff', offset: 0, bytes: 'II+\0' },
  { family: 'tiff', offset: 0, bytes: 'MM\0+' },
  { family: 'mkv', offset: 0, bytes: '\x1a\x45\xdf\xa3' },
  { family: 'wmv', offset: 0, bytes: '\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\x00\xaa\x00\x62\xce\x6c' },
]

/** The family whose first bytes these are. */
export function familyBySignature(bytes: Buffer): FileFamilyId | null {
  const head = bytes.toString('latin1', 0, 32)
  return signatures.find((signature) => head.startsWith(signature.bytes, signature.offset))?.family ?? null
}
