import { fileFamilies } from '../../../shared/file-families.ts'
import type { FileFamily, FileFamilyId } from '../../../shared/file-families.ts'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import { mediaTypeLabel } from '../../../shared/media-types.ts'

type Medium = FileFamily['medium']

interface Expectation {
  readonly appliesTo: (mediaType: string) => boolean
  readonly media: readonly Medium[]
  readonly words: string
}

/** A PDF may hold a picture, so it can be one. Media types that people invent are taken as they are. */
const expectations: readonly Expectation[] = [
  {
    appliesTo: (mediaType) => mediaType.startsWith('IMAGE_') || mediaType === 'SIGNATURE',
    media: ['image', 'document'],
    words: 'a picture or a PDF is expected',
  },
  {
    appliesTo: (mediaType) => /(?:^|_)VIDEO(?:_|$)/.test(mediaType),
    media: ['video'],
    words: 'a video is expected',
  },
  {
    appliesTo: (mediaType) => ['LETTER', 'PROOF_OF_ADDRESS', 'STATEMENT'].includes(mediaType),
    media: ['image', 'document', 'text'],
    words: 'a document is expected',
  },
]

/** Whether a kind of file is what its media type makes one expect. */
export function checkPlausibility(family: FileFamilyId, mediaType: string): Finding[] {
  const { medium, label } = fileFamilies[family]
  const expected = expectations.find(({ appliesTo }) => appliesTo(mediaType.toUpperCase()))
  if (expected === undefined || expected.media.includes(medium)) return []
  const evidence = `The file is of the kind “${label}”; for “${mediaTypeLabel(mediaType)}” ${expected.words}.`
  return [finding('media_type_implausible', evidence)]
}
