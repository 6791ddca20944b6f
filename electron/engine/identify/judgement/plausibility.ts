import { say } from '../../../shared/sentences/say.ts'
import type { ExpectedKind } from '../../../shared/sentences/value-sentences.ts'
import { fileFamilies } from '../../../shared/file-families.ts'
import type { FileFamily, FileFamilyId } from '../../../shared/file-families.ts'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'

type Medium = FileFamily['medium']

interface Expectation {
  readonly appliesTo: (mediaType: string) => boolean
  readonly usual: readonly Medium[]
  /** What it can be at all: everything else blocks. */
  readonly possible: readonly Medium[]
  readonly expected: ExpectedKind
}

/** A PDF may hold a picture, so it can be one. Media types that people invent are taken as they are. */
const expectations: readonly Expectation[] = [
  {
    appliesTo: (mediaType) => mediaType.startsWith('IMAGE_') || mediaType === 'SIGNATURE',
    usual: ['image', 'document'],
    possible: ['image', 'document'],
    expected: 'picture',
  },
  {
    appliesTo: (mediaType) => /(?:^|_)VIDEO(?:_|$)/.test(mediaType),
    usual: ['video'],
    // Somebody may have written down what was said.
    possible: ['video', 'text'],
    expected: 'video',
  },
  {
    appliesTo: (mediaType) => ['LETTER', 'PROOF_OF_ADDRESS', 'STATEMENT'].includes(mediaType),
    usual: ['image', 'document', 'text'],
    // A statement can be spoken.
    possible: ['image', 'document', 'text', 'video'],
    expected: 'document',
  },
]

/** Whether a kind of file is what its media type makes one expect, and where it is not, whether it can be. */
export function checkPlausibility(family: FileFamilyId, mediaType: string): Finding[] {
  const { medium } = fileFamilies[family]
  const expectation = expectations.find(({ appliesTo }) => appliesTo(mediaType.toUpperCase()))
  if (expectation === undefined || expectation.usual.includes(medium)) return []
  const code = expectation.possible.includes(medium) ? 'media_type_implausible' : 'media_type_impossible'
  const { expected } = expectation
  return [finding(code, say('kind_unexpected', { family, mediaType, expected }))]
}
