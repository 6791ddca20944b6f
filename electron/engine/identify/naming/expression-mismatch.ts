import { say } from '../../../shared/sentences/say.ts'
import { aliasKey } from '../../../shared/media-types.ts'
import { matchExpression, textFor } from './expression-reading.ts'
import { explainContradiction } from './media-meaning.ts'
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
  if (whole === null) return { ...say('path_too_long'), stoppedAt: null }
  const { text, offset } = whole
  const found = matchExpression(reader, path)
  if (found === null) {
    const reached = reader.expression.reach(text)
    const mismatch =
      reached > 0
        ? say('expression_reaches', { text: text.slice(0, reached) })
        : say('expression_does_not_match', { text })
    return { ...mismatch, stoppedAt: offset + reached }
  }
  const startOf = (field: string): number =>
    found.spans.find(({ name }) => fieldOfGroup(name) === field)?.start ?? offset
  const side = found.textOf('side')
  if (side !== null && !sides.sideByKey.has(aliasKey(side)))
    return { ...say('no_word_for_side', { text: side }), stoppedAt: startOf('side') }
  const media = found.textOf('media_type')
  const meanings = media === null ? [] : (aliases.nameByKey.get(aliasKey(media))?.meanings ?? [])
  const [meaning] = meanings
  if (media !== null && meaning === undefined)
    return {
      ...say('no_name_of_media_type', { text: media }),
      stoppedAt: startOf('media_type'),
    }
  const said = side === null ? rule.values.side : sides.sideByKey.get(aliasKey(side))
  if (media !== null && meaning !== undefined && said != null && meaning[said] === null)
    return { ...explainContradiction(media, meaning, said), stoppedAt: startOf('media_type') }
  return { ...say('expression_gives_no_entity'), stoppedAt: offset }
}
