import type { Sentence } from '../../shared/sentences/told.ts'
import { say, sayAll } from '../../shared/sentences/say.ts'
import type { FileFamilyId } from '../../shared/file-families.ts'
import { familyOfExtension } from '../../shared/file-families.ts'
import { finding } from '../../shared/finding-codes.ts'
import type { Finding } from '../../shared/finding-codes.ts'
import { detectContentType } from './content/content-type.ts'
import type { ContentToJudge } from './content/content-type.ts'
import { extensionOf } from './extension.ts'
import { readDeclaredPicture } from './structure/declared-picture.ts'
import type { DeclaredPicture } from './structure/declared-picture.ts'
import { checkLegibleSize } from './structure/picture-size.ts'
import { checkStructure } from './structure/structure.ts'

export interface ContentInspection {
  /** By content, never by name. Null for what the endpoint does not take and for what Intray does not know. */
  readonly family: FileFamilyId | null
  /** What the content is, with its article, for sentences: `a PNG picture`. Null where nobody knows. */
  readonly detected: string | null
  /** Of a PNG, JPEG, GIF or TIFF, what its header declares. */
  readonly picture: DeclaredPicture | null
  readonly findings: readonly Finding[]
}

export interface ContentSource {
  /** The whole file; of one over the limit, at least its beginning. */
  readonly bytes: Buffer
  readonly sizeBytes: number
  readonly maxFileSizeBytes: number
  readonly name: string
  /** A picture whose shorter side has fewer pixels is called too small. 0, or absent: none is. */
  readonly minPicturePixels?: number | undefined
}

/** QuickTime and MP4 share one container, programs mix their extensions up, and the endpoint takes both. */
const relatives: ReadonlySet<FileFamilyId> = new Set<FileFamilyId>(['mp4', 'mov'])

/** Says what a file's content is and what is wrong with it. A file over the limit is judged by its beginning. */
export async function inspectContent(source: ContentSource): Promise<ContentInspection> {
  const { bytes, sizeBytes, maxFileSizeBytes, name, minPicturePixels = 0 } = source
  if (sizeBytes === 0) return withoutFamily(null, [finding('empty_file', say('no_bytes'))])
  const isWhole = bytes.length === sizeBytes
  const extension = extensionOf(name)
  const type = await detectContentType({ bytes, isWhole, extension })
  const size = sizeBytes > maxFileSizeBytes ? [tooLarge(sizeBytes, maxFileSizeBytes)] : []
  switch (type.kind) {
    case 'family': {
      const mismatch = compareExtension(type.family, extension, type.phrase)
      const structure = isWhole ? checkStructure(type.family, bytes) : []
      const picture = readDeclaredPicture(type.family, bytes)
      const isSound = picture !== null && structure.length === 0
      const legible = isSound ? checkLegibleSize(picture, minPicturePixels) : []
      const findings = [...size, ...mismatch, ...structure, ...legible]
      return { family: type.family, detected: type.phrase.words, picture, findings }
    }
    case 'foreign': {
      const evidence = say('named_otherwise', { extension: named(extension), content: type.phrase })
      return withoutFamily(type.phrase.words, [...size, finding('unsupported_type', evidence)])
    }
    case 'unknown':
      return withoutFamily(null, [...size, judgeUnknown({ bytes, isWhole, extension }, type.whyNotText)])
  }
}

function withoutFamily(detected: string | null, findings: readonly Finding[]): ContentInspection {
  return { family: null, detected, picture: null, findings }
}

/** That a file has more bytes than the endpoint takes. */
export function tooLarge(sizeBytes: number, limitBytes: number): Finding {
  return finding('too_large', say('over_limit', { sizeBytes, limitBytes }))
}

function compareExtension(family: FileFamilyId, extension: string, content: Sentence): Finding[] {
  const claimed = familyOfExtension(extension)
  if (claimed === family) return []
  const evidence = say('named_otherwise', { extension: named(extension), content })
  if (claimed !== undefined && relatives.has(claimed) && relatives.has(family)) {
    const explained = sayAll([evidence, say('close_relatives')])
    return [{ ...finding('extension_mismatch', explained), severity: 'info' }]
  }
  return [finding('extension_mismatch', evidence)]
}

/** A scan whose first bytes are lost is damaged; what never claimed to be a scan is foreign. */
function judgeUnknown({ bytes, isWhole, extension }: ContentToJudge, whyNotText: Sentence): Finding {
  const claimed = familyOfExtension(extension)
  if (claimed === 'txt') return finding('unsupported_type', sayAll([say('named_text'), whyNotText]))
  if (isWhole && bytes.every((byte) => byte === 0)) return finding('damaged', say('only_zeros'))
  if (claimed === undefined) {
    return finding('unsupported_type', say('of_no_known_kind', { extension: named(extension) }))
  }
  return finding('damaged', say('begins_as_nothing_known', { extension: named(extension), family: claimed }))
}

/** The extension for a sentence: it is short or it is none. */
function named(extension: string): string {
  return /^[\p{L}\p{N}]{1,12}$/u.test(extension) ? extension : ''
}
