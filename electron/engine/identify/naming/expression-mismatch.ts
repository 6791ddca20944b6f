import { aliasKey } from '../../../shared/media-types.ts'
import { quote } from '../evidence.ts'
import { matchExpression, textFor } from './expression-reading.ts'
import { contradictionInWords } from './media-meaning.ts'
import type { Mismatch } from './mismatch.ts'
import type { ReadablePath } from './path-text.ts'
import type { CompiledRule } from './rule.ts'
import { fieldOfGroup } from './rule-reader.ts'
import type { ExpressionReader } from './rule-reader.ts'
import type { RuleSet } from './rule-set.ts'

/** Says where a rule with an expression stopped fitting a path. */
export function explainExpression(
  rule: CompiledRule,
  reader: ExpressionReader,
  path: ReadablePath,
  { aliases, sides }: Pick<RuleSet, 'aliases' | 'sides'>,
): Mismatch {
  const whole = textFor(reader, path)
  if (whole === null) return { words: 'The path is too long for an expression.', stoppedAt: null }
  const { text, offset } = whole
  const found = matchExpression(reader, path)
  if (found === null) {
    const reached = reader.expression.reach(text)
    const words =
      reached > 0
        ? `The expression matches ${quote(text.slice(0, reached))}, but not what follows.`
        : `The expression does not match ${quote(text)}.`
    return { words, stoppedAt: offset + reached }
  }
  const startOf = (field: string): number =>
    found.spans.find(({ name }) => fieldOfGroup(name) === field)?.start ?? offset
  const side = found.textOf('side')
  if (side !== null && !sides.sideByKey.has(aliasKey(side)))
    return { words: `${quote(side)} is no word for the front or the back.`, stoppedAt: startOf('side') }
  const media = found.textOf('media_type')
  const meanings = media === null ? [] : (aliases.nameByKey.get(aliasKey(media))?.meanings ?? [])
  const [meaning] = meanings
  if (media !== null && meaning === undefined)
    return {
      words: `${quote(media)} is no name of a media type that Intray knows.`,
      stoppedAt: startOf('media_type'),
    }
  const said = side === null ? rule.values.side : sides.sideByKey.get(aliasKey(side))
  if (media !== null && meaning !== undefined && said != null && meaning[said] === null)
    return { words: contradictionInWords(media, meaning, said), stoppedAt: startOf('media_type') }
  return { words: 'The expression matches, but its groups give no entity id.', stoppedAt: offset }
}
