import { errorCatalogue } from '../../../electron/shared/error-codes.ts'
import { fileFamilies } from '../../../electron/shared/file-families.ts'
import { findingCatalogue } from '../../../electron/shared/finding-codes.ts'
import { itemStateLabels } from '../../../electron/shared/item-states.ts'
import { documentedMediaTypes, mediaTypeLabel } from '../../../electron/shared/media-types.ts'
import type { shippedRuleNames } from '../../../electron/shared/rules.ts'
import { environmentPresets } from '../../../electron/shared/settings/connection.ts'

interface ErrorWords {
  readonly happened: string
  readonly doing: string
  readonly next: string
}

interface FindingWords {
  readonly title: string
  readonly next: string
}

/** Media types that have a name of their own: the documented ones, and those that Intray ships names for. */
const namedMediaTypes = [
  ...documentedMediaTypes,
  'PROOF_OF_ADDRESS',
  'LETTER',
  'LIVENESS_VIDEO',
  'SIGNATURE',
  'STATEMENT',
] as const

/** What the `intray` command says in English too: the catalogues are the one source of these words. */
export const catalogue = {
  errors: mapValues(errorCatalogue, ({ happened, doing, next }): ErrorWords => ({ happened, doing, next })),
  findings: mapValues(findingCatalogue, ({ title, next }): FindingWords => ({ title, next })),
  states: mapValues(itemStateLabels, (label): string => label),
  families: mapValues(fileFamilies, ({ label }): string => label),
  mediaTypes: labelMediaTypes(),
  environments: mapValues(environmentPresets, ({ label }): string => label),
  shippedRules: {
    'Entity and media type': 'Entity and media type',
    'A folder for each entity': 'A folder for each entity',
  } satisfies Record<(typeof shippedRuleNames)[number], string>,
}

function labelMediaTypes(): Record<(typeof namedMediaTypes)[number], string> {
  // fromEntries forgets the keys' type; they are those of the list.
  return Object.fromEntries(
    namedMediaTypes.map((mediaType) => [mediaType, mediaTypeLabel(mediaType)]),
  ) as Record<(typeof namedMediaTypes)[number], string>
}

function mapValues<Key extends string, Value, Words>(
  catalogueOfValues: Readonly<Record<Key, Value>>,
  wordsOf: (value: Value) => Words,
): Record<Key, Words> {
  // fromEntries forgets the keys' type; they are those of the catalogue.
  return Object.fromEntries(
    Object.entries<Value>(catalogueOfValues).map(([key, value]) => [key, wordsOf(value)]),
  ) as Record<Key, Words>
}
