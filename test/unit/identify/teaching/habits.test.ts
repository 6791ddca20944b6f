import { describe, expect, it } from 'vitest'
import { readName } from '../../../../electron/engine/identify/naming/name-reading.ts'
import { compileRules } from '../../../../electron/engine/identify/naming/rule-set.ts'
import type { RulesDefinition } from '../../../../electron/shared/rules.ts'
import { rulesDefinitionSchema } from '../../../../electron/shared/rules.ts'
import { accept } from './accepted-proposal.ts'
import { corrected, marked } from './composed-name.ts'
import type { ComposedName } from './composed-name.ts'
import { habits } from './habits.ts'
import type { Habit } from './habits.ts'
import { proposeAtOnce } from './propose-at-once.ts'

const shipped = rulesDefinitionSchema.parse({})

/** How the rules read names that they were not taught. */
function judge(
  definition: RulesDefinition,
  names: readonly ComposedName[],
): { right: number; wrong: string[]; rest: string[] } {
  const rules = compileRules(definition)
  const wrong: string[] = []
  const rest: string[] = []
  let right = 0
  for (const { path, entityId, mediaType } of names) {
    const reading = readName(rules, path, 'scans')
    if (reading.kind !== 'match') rest.push(`${path}: ${reading.kind}`)
    else if (reading.entityId === entityId && reading.mediaType === mediaType) right += 1
    else wrong.push(`${path}: ${reading.entityId}, ${String(reading.mediaType)}`)
  }
  return { right, wrong, rest }
}

function teach(
  { names, taught }: Habit,
  example: typeof marked,
): { words: string; definition: RulesDefinition } {
  const [best] = proposeAtOnce({
    examples: taught.flatMap((index) => names[index] ?? []).map((name) => example(name)),
    definition: shipped,
    names: names.map(({ path }) => ({ folderId: 'scans', path, confirmed: null })),
  })
  if (best === undefined) throw new Error('Nothing was proposed.')
  return {
    words: `${best.words}\n${best.rules.map(({ pattern }) => pattern).join('\n')}`,
    definition: accept(shipped, best),
  }
}

describe.each(habits)('$name', (habit) => {
  const rest = habit.names.filter((_, index) => !habit.taught.includes(index))

  it.each([
    ['marked parts', marked],
    ['corrected values', corrected],
  ])('is learned from %s', (_, example) => {
    const { words, definition } = teach(habit, example)
    const result = judge(definition, rest)
    expect(result.wrong, words).toEqual([])
    expect(
      result.right / rest.length,
      `${words}\n${result.rest.slice(0, 5).join('\n')}`,
    ).toBeGreaterThanOrEqual(0.95)
  })
})
