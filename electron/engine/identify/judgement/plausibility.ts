import { fileFamilies } from '../../../shared/file-families.ts'
import type { FileFamily, FileFamilyId } from '../../../shared/file-families.ts'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import { mediaTypeLabel } from '../../../shared/media-types.ts'

type Medium = FileFamily['medium']

interface Expectation {
  readonly appliesTo: (mediaType: string) => boolean
  readonly usual: readonly Medium[]
  /** What it can be at all: everything else blocks. */
  readonly possible: readonly Medium[]
  readonly words: string
}

/** A PDF may hold a picture, so it can be one. Media types that people invent are taken as they are. */
const expectations: readonly Expectation[] = [
  {
    appliesTo: (mediaType) => mediaType.startsWith('IMAGE_') || mediaType === 'SIGNATURE',
    usual: ['image', 'document'],
    possible: ['image', 'document'],
    words: 'a picture or a PDF is expected',
  },
  {
    appliesTo: (mediaType) => /(?:^|_)VIDEO(?:_|$)/.test(mediaType),
    usual: ['video'],
    // Somebody may have written down what was said.
    possible: ['video', 'text'],
    words: 'a video is expected',
  },
  {
    appliesTo: (mediaType) => ['LETTER', 'PROOF_OF_ADDRESS', 'STATEMENT'].includes(mediaType),
    usual: ['image', 'document', 'text'],
    // A statement can be spoken.
    possible: ['image', 'document', 'text', 'video'],
    words: 'a document is expected',
  },
]

/** Whether a kind of file is what its media type makes one expect, and where it is not, whether it can be. */
export function checkPlausibility(family: FileFamilyId, mediaType: string): Finding[] {
  const { medium, label } = fileFamilies[family]
  const expected = expectations.find(({ appliesTo }) => appliesTo(mediaType.toUpperCase()))
  if (expected === undefined || expected.usual.includes(medium)) return []
  const code = expected.possible.includes(medium) ? 'media_type_implausible' : 'media_type_impossible'
  const evidence = `The file is of the kind “${label}”; for “${mediaTypeLabel(mediaType)}” ${expected.words}.`
  return [finding(code, evidence)]
}
