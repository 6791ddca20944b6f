import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { isFreeText, tokenInBraces } from './pattern-token.ts'
import type { PatternToken } from './pattern-token.ts'
import { isSeparatorAt } from './separator.ts'

/** What is wrong with a pattern whose optional parts are settled. `names` ends with the file's. */
export function checkVariant(names: readonly (readonly PatternToken[])[]): Sentence[] {
  return [
    ...(names.some((tokens) => tokens.length === 0) ? [say('name_between_slashes_empty')] : []),
    ...names.flatMap((tokens, index) => checkName(tokens, index === names.length - 1)),
    ...checkCounts(names.flat()),
  ]
}

function checkName(tokens: readonly PatternToken[], isFile: boolean): Sentence[] {
  const problems: Sentence[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'ext') problems.push(say('ext_not_at_end'))
    if (token.kind === 'folder' && (isFile || tokens.length > 1))
      problems.push(say('folder_not_alone', { field: tokenInBraces(token) }))
    const before = tokens[index - 1]
    if (before !== undefined) problems.push(...checkNeighbours(before, token))
  }
  return problems
}

/** Where one field ends and the next begins must be said by something between them, or by one of the two. */
function checkNeighbours(left: PatternToken, right: PatternToken): Sentence[] {
  if (left.kind === 'sep' || right.kind === 'sep') return checkSeparator(left, right)
  if (left.kind === 'literal' || right.kind === 'literal') return []
  const isTold = [left, right].some((token) => token.kind === 'date' && token.format.isFixedWidth)
  if (isTold || !(isFreeText(left) || isFreeText(right))) return []
  return [say('nothing_between', { left: tokenInBraces(left), right: tokenInBraces(right) })]
}

function checkSeparator(left: PatternToken, right: PatternToken): Sentence[] {
  const isDoubled =
    (left.kind === 'sep' && right.kind === 'sep') ||
    (left.kind === 'literal' && isSeparatorAt(left.shown, left.shown.length - 1)) ||
    (right.kind === 'literal' && isSeparatorAt(right.shown, 0))
  return isDoubled ? [say('separator_doubled')] : []
}

function checkCounts(tokens: readonly PatternToken[]): Sentence[] {
  const counts = new Map<string, number>()
  for (const token of tokens) {
    if (token.kind === 'literal' || token.kind === 'skip' || token.kind === 'sep' || token.kind === 'ext')
      continue
    const name = token.kind === 'date' ? '{date}' : tokenInBraces(token)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return Array.from(counts).flatMap(([field, count]) =>
    count > 1 ? [say('field_repeated', { field, count })] : [],
  )
}
