import { aliasKey } from '../../../shared/media-types.ts'
import type { Side } from '../../../shared/media-types.ts'
import type { RuleSet } from '../naming/rule-set.ts'

/** What the rules in force know of the names of media types and sides. */
export interface MediaWords {
  /** The media types that a text names. */
  typesOf(text: string): readonly string[]
  /** Whether a text names a document that has two sides, and not which side. */
  isKind(text: string): boolean
  sideOf(text: string): Side | undefined
}

export function mediaWordsOf({ aliases, sides }: RuleSet): MediaWords {
  return {
    typesOf: (text) => aliases.typesByKey.get(aliasKey(text)) ?? [],
    isKind: (text) =>
      aliases.nameByKey
        .get(aliasKey(text))
        ?.meanings.some(({ front, back }) => front !== null && back !== null) ?? false,
    sideOf: (text) => sides.sideByKey.get(aliasKey(text)),
  }
}
