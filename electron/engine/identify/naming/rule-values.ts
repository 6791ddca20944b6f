import type { Sentence } from '../../../shared/sentences/told.ts'
import { aliasKey } from '../../../shared/media-types.ts'
import type { Side } from '../../../shared/media-types.ts'
import type { Fields } from '../../../shared/readings.ts'
import type { NamingRule } from '../../../shared/rules.ts'
import type { AliasTable } from './alias-table.ts'
import { compileEntityIdReading, parseEntityIdTemplate } from './entity-id-making.ts'
import type { EntityIdMaker, EntityIdTemplate } from './entity-id-making.ts'
import { meaningOfKind, meaningWithSide } from './media-meaning.ts'
import type { MediaMeaning } from './media-meaning.ts'

/** What a rule gives besides what it reads. */
export interface RuleValues {
  readonly entityIds: EntityIdMaker
  /** Of a fixed entity id; null where it is read. */
  readonly template: EntityIdTemplate | null
  /** Of a fixed media type. */
  readonly media: MediaMeaning | null
  readonly side: Side | null
  readonly fields: Fields
}

/** Makes the fixed values of a rule ready, with what is wrong with a fixed entity id. */
export function compileValues(
  rule: NamingRule,
  aliases: AliasTable,
  readsSide: boolean,
): { values: RuleValues; problems: readonly Sentence[] } {
  const parsed = rule.entityId === undefined ? null : parseEntityIdTemplate(rule.entityId)
  return {
    values: {
      entityIds: compileEntityIdReading(rule.entityIdReading),
      template: parsed?.template ?? null,
      media: rule.mediaType === undefined ? null : fixedMeaning(rule.mediaType, aliases, readsSide),
      side: rule.side ?? null,
      fields: rule.fields ?? {},
    },
    problems: parsed?.problems ?? [],
  }
}

/** A fixed media type may be written as any of its names. Where a side is read beside it, it says the kind alone. */
function fixedMeaning(text: string, { nameByKey, mediaTypes }: AliasTable, readsSide: boolean): MediaMeaning {
  const [only, ...others] = nameByKey.get(aliasKey(text))?.meanings ?? []
  const isKnown = only !== undefined && others.length === 0
  const meaning = isKnown ? only : meaningWithSide(text.trim())
  return readsSide ? meaningOfKind(meaning.mediaType, mediaTypes) : meaning
}
