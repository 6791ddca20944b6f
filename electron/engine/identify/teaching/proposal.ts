import type { NameExample, RulesProposal } from '../../../shared/readings.ts'
import type { RulesDefinition } from '../../../shared/rules.ts'
import { compileRules } from '../naming/rule-set.ts'
import { shapeOfEntities } from './entity-shape.ts'
import type { NameToExplain } from './name-to-explain.ts'
import { describeProposal } from './proposal-words.ts'
import { compareSolutions } from './ranking.ts'
import { chooseSamples } from './samples.ts'
import { findSolutions } from './search.ts'
import type { Lesson } from './search.ts'
import type { Solution } from './solution.ts'
import { tallyTogether } from './tally.ts'
import type { ReadByRules, Tally } from './tally.ts'
import { takeExample } from './taught-name.ts'

export interface Teaching {
  readonly examples: readonly NameExample[]
  /** The rules in force, or those that a person is working on. */
  readonly definition: RulesDefinition
  /** Waiting and decided files. */
  readonly names: readonly NameToExplain[]
}

/** More than a person compares. */
const maxProposals = 5

/** Solutions that are tried on all names. */
const maxFinalists = 6

/**
 * The fewest rules that explain all examples, the best first: without contradictions to what was confirmed, then the
 * fewest rules, then those that read the most names. Every proposal, together with the definition, reads every
 * example to exactly its values. None where nothing does, or where the rules read the examples already.
 *
 * Works in short steps with a `pause` between them: the engine has other things to do.
 */
export async function proposeRules(teaching: Teaching, pause: () => Promise<void>): Promise<RulesProposal[]> {
  const steps = proposalSteps(teaching)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await pause()
  }
}

interface Weighed {
  readonly solution: Solution
  readonly tally: Tally
  readonly read: readonly ReadByRules[]
}

/** The work of `proposeRules`, a short step at a time; returns the proposals. */
export function* proposalSteps({
  examples,
  definition,
  names,
}: Teaching): Generator<undefined, RulesProposal[]> {
  const taught = examples.flatMap((example) => takeExample(example) ?? [])
  if (taught.length < examples.length) return []
  const lesson: Lesson = { examples: taught, definition, names }
  const solutions = yield* findSolutions(lesson)
  const weighed: Weighed[] = []
  for (const solution of solutions.slice(0, maxFinalists)) weighed.push(yield* weigh(solution, lesson))
  const ranked = weighed.sort(compareSolutions)
  return ranked
    .filter((each, index) => !ranked.slice(0, index).some((better) => isNoBetter(each, better)))
    .slice(0, maxProposals)
    .map((each) => proposalOf(each, lesson))
}

function* weigh(solution: Solution, { definition, names }: Lesson): Generator<undefined, Weighed> {
  const rules = solution.candidates.map(({ rule }) => rule)
  const together = compileRules(solution.definition)
  const isNew = ({ id }: { readonly id: string }): boolean => rules.some((rule) => rule.id === id)
  const sets = {
    alone: { ...together, rules: together.rules.filter(isNew) },
    others: { ...together, rules: together.rules.filter((rule) => !isNew(rule)) },
    together,
    inForce: compileRules(definition),
    changeOthers: solution.displaced.length > 0 || Object.keys(solution.aliases).length > 0,
  }
  const counted = yield* tallyTogether(sets, names, shapeOfEntities(solution.examples))
  return { solution, ...counted }
}

/** A solution that does the same with the names as a simpler one is not worth a second look. */
function isNoBetter(one: Weighed, better: Weighed): boolean {
  const sizesOf = ({ solution, tally }: Weighed): string =>
    JSON.stringify([solution.candidates.length, tally])
  return sizesOf(one) === sizesOf(better)
}

function proposalOf({ solution, tally, read }: Weighed, { examples, names }: Lesson): RulesProposal {
  const { candidates, displaced, aliases } = solution
  return {
    rules: [...candidates.map(({ rule }) => rule), ...displaced],
    aliases,
    ...describeProposal(candidates, displaced, aliases),
    matched: tally.matched,
    tried: names.length,
    conflicts: tally.conflicts,
    contradictions: tally.contradictions,
    samples: chooseSamples(read, examples),
  }
}
