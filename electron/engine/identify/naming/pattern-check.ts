import { isFreeText, tokenInBraces } from './pattern-token.ts'
import type { PatternToken } from './pattern-token.ts'
import { isSeparatorAt } from './separator.ts'

/** What is wrong with a pattern whose optional parts are settled, in plain words. `names` ends with the file's. */
export function checkVariant(names: readonly (readonly PatternToken[])[]): string[] {
  return [
    ...(names.some((tokens) => tokens.length === 0)
      ? ['A name between two “/”, or at an end, is empty.']
      : []),
    ...names.flatMap((tokens, index) => checkName(tokens, index === names.length - 1)),
    ...checkCounts(names.flat()),
  ]
}

function checkName(tokens: readonly PatternToken[], isFile: boolean): string[] {
  const problems: string[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'ext') problems.push('{ext} can only stand at the very end, after a dot: “.{ext}”.')
    if (token.kind === 'folder' && (isFile || tokens.length > 1))
      problems.push(
        `${tokenInBraces(token)} stands for the whole name of a folder: nothing else may stand beside it, and a “/” follows.`,
      )
    const before = tokens[index - 1]
    if (before !== undefined) problems.push(...checkNeighbours(before, token))
  }
  return problems
}

/** Where one field ends and the next begins must be said by something between them, or by one of the two. */
function checkNeighbours(left: PatternToken, right: PatternToken): string[] {
  if (left.kind === 'sep' || right.kind === 'sep') return checkSeparator(left, right)
  if (left.kind === 'literal' || right.kind === 'literal') return []
  const isTold = [left, right].some((token) => token.kind === 'date' && token.format.isFixedWidth)
  if (isTold || !(isFreeText(left) || isFreeText(right))) return []
  return [`Something must stand between ${tokenInBraces(left)} and ${tokenInBraces(right)}.`]
}

function checkSeparator(left: PatternToken, right: PatternToken): string[] {
  const isDoubled =
    (left.kind === 'sep' && right.kind === 'sep') ||
    (left.kind === 'literal' && isSeparatorAt(left.shown, left.shown.length - 1)) ||
    (right.kind === 'literal' && isSeparatorAt(right.shown, 0))
  return isDoubled ? ['{sep} takes every separator that stands there; take out the one beside it.'] : []
}

function checkCounts(tokens: readonly PatternToken[]): string[] {
  const counts = new Map<string, number>()
  for (const token of tokens) {
    if (token.kind === 'literal' || token.kind === 'skip' || token.kind === 'sep' || token.kind === 'ext')
      continue
    const name = token.kind === 'date' ? '{date}' : tokenInBraces(token)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return Array.from(counts).flatMap(([name, count]) =>
    count > 1 ? [`${name} stands in it ${String(count)} times; use {skip} for all but one.`] : [],
  )
}
