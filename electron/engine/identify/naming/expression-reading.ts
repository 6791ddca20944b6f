import { aliasKey } from '../../../shared/media-types.ts'
import type { ReadField, RuleReading } from '../../../shared/readings.ts'
import type { AliasTable } from './alias-table.ts'
import type { GroupSpan } from './expression.ts'
import { mediaTypeBeside } from './media-meaning.ts'
import type { ReadablePath } from './path-text.ts'
import { fieldOfGroup } from './rule-reader.ts'
import type { ExpressionReader } from './rule-reader.ts'
import { readingOf } from './rule-reading.ts'
import type { FoundValue } from './rule-reading.ts'
import type { CompiledRule } from './rule.ts'
import type { SideTable } from './side-names.ts'

/** Matching takes time with the text; no system but Windows has longer paths, and hardly any use of it does. */
const maxTextLength = 4_096

/** The text that an expression must match, and where it begins in the path; null for a path that is too long. */
export function textFor({ isForPath }: ExpressionReader, { path, name }: ReadablePath) {
  if (!isForPath) return { text: name, offset: path.length - name.length }
  return path.length > maxTextLength ? null : { text: path, offset: 0 }
}

/** What the groups of an expression say; each is null where it is absent or empty. */
export interface ExpressionValues {
  readonly spans: readonly GroupSpan[]
  textOf(field: ReadField): string | null
}

/** Null where the expression does not match. */
export function matchExpression(reader: ExpressionReader, path: ReadablePath): ExpressionValues | null {
  const whole = textFor(reader, path)
  const groups = whole === null ? null : reader.expression.match(whole.text)
  if (whole === null || groups === null) return null
  const { text, offset } = whole
  const spans = groups
    .filter(({ start, end }) => end > start)
    .map(({ name, start, end }) => ({ name, start: start + offset, end: end + offset }))
    .sort((left, right) => left.start - right.start || left.end - right.end)
  return {
    spans,
    textOf(field) {
      const span = spans.find(({ name }) => fieldOfGroup(name) === field)
      return span === undefined ? null : text.slice(span.start - offset, span.end - offset)
    },
  }
}

/** The results of a rule with an expression: one, or as many as the media type's name has meanings. */
export function readByExpression(
  rule: CompiledRule,
  reader: ExpressionReader,
  path: ReadablePath,
  { aliases, sides }: { readonly aliases: AliasTable; readonly sides: SideTable },
): RuleReading[] {
  const found = matchExpression(reader, path)
  if (found === null) return []
  const { make } = rule.values.entityIds
  const written = { media: found.textOf('media_type'), side: found.textOf('side') }
  const side =
    written.side === null ? rule.values.side : (sides.sideByKey.get(aliasKey(written.side)) ?? null)
  if (written.side !== null && side === null) return []
  const meanings =
    written.media === null ? [null] : (aliases.nameByKey.get(aliasKey(written.media))?.meanings ?? [])
  return meanings.flatMap((meaning) => {
    const mediaType = meaning === null ? null : mediaTypeBeside(meaning, side)
    if (meaning !== null && mediaType === null) return []
    const values = found.spans.map(({ name, start, end }): FoundValue => {
      const field = fieldOfGroup(name)
      const text = found.textOf(field)
      const value =
        field === 'media_type' ? mediaType : field === 'entity_id' && text !== null ? make(text) : text
      return { field, start, end, value }
    })
    return readingOf(rule, side, values) ?? []
  })
}
