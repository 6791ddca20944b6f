import type { RulesDefinition } from '../../../shared/rules.ts'
import { compileRules } from '../naming/rule-set.ts'
import { displaceRules, replaceRules } from './displaced-rules.ts'
import { shapeOfEntities } from './entity-shape.ts'
import { divide } from './grouping.ts'
import { completeMarks } from './marking.ts'
import type { Marking } from './marking.ts'
import { mediaWordsOf } from './media-words.ts'
import type { MediaWords } from './media-words.ts'
import type { NameToExplain } from './name-to-explain.ts'
import { findNewAliases, joinAliases } from './new-aliases.ts'
import { compareCandidates } from './ranking.ts'
import { readsRightly } from './right-reading.ts'
import { findExpressions, findPatterns, isExplainable } from './rule-candidate.ts'
import type { RuleCandidate, RuleTask } from './rule-candidate.ts'
import { assemble } from './solution.ts'
import type { Solution } from './solution.ts'
import { tallyAlone } from './tally.ts'
import type { Tally } from './tally.ts'
import type { TaughtName } from './taught-name.ts'

/** Names on which every candidate is tried before the best of them are tried on all names. */
const maxTrialNames = 300
/** Names in which words are counted. */
const maxWordNames = 1_000
const maxCandidatesPerGroup = 3

/** What is taught, and what is known before. */
export interface Lesson {
  readonly examples: readonly TaughtName[]
  readonly definition: RulesDefinition
  readonly names: readonly NameToExplain[]
}

/**
 * Everything that explains all examples and was found worth a closer look. Pauses at each `yield`. No solution where
 * the rules in force explain them already.
 */
export function* findSolutions(lesson: Lesson): Generator<undefined, Solution[]> {
  const { examples, definition, names } = lesson
  const inForce = compileRules(definition)
  if (examples.every((name) => readsRightly(inForce, name))) return []
  const paths = thinOut(names, maxWordNames).map(({ path }) => path.normalize('NFC').toLowerCase())
  const words = mediaWordsOf(inForce)
  const solutions: Solution[] = []
  for (const marking of completeMarks(examples, words, paths)) {
    yield
    solutions.push(...(yield* solveMarking(lesson, marking, words)))
  }
  return solutions
}

function* solveMarking(
  { definition, names }: Lesson,
  marking: Marking,
  words: MediaWords,
): Generator<undefined, Solution[]> {
  const aliases = findNewAliases(marking.names, words)
  if (aliases === null) return []
  const named = { ...definition, mediaTypeAliases: joinAliases(definition.mediaTypeAliases, aliases) }
  const aliasesAlone = assemble(definition, marking.names, { candidates: [], displaced: [], aliases })
  if (aliasesAlone !== null) return Object.keys(aliases).length > 0 ? [aliasesAlone] : []
  const displaced = displaceRules(named, marking.names, names)
  const kept = compileRules({ ...named, rules: replaceRules(named.rules, displaced) })
  const open = marking.names.filter((name) => !readsRightly(kept, name))
  const taskFor = (group: readonly TaughtName[]): RuleTask => ({
    group,
    fixedMediaType: marking.fixedMediaType,
    surroundings: named,
  })
  const solutions: Solution[] = []
  for (const groups of divide(open, (group) => isExplainable(taskFor(group)))) {
    const ranked: RuleCandidate[][] = []
    for (const group of groups) ranked.push(yield* rankCandidates(taskFor(group), names))
    for (const choice of choicesOf(ranked)) {
      yield
      for (const candidates of choicesOfFolders(choice, marking.names, names)) {
        const solution = assemble(definition, marking.names, { candidates, displaced, aliases })
        if (solution !== null) solutions.push(solution)
      }
    }
  }
  return solutions
}

/** The best rules for a group, a pattern among them. Expressions are tried where no pattern reads every name. */
function* rankCandidates(
  task: RuleTask,
  names: readonly NameToExplain[],
): Generator<undefined, RuleCandidate[]> {
  const trialNames = thinOut(names, maxTrialNames)
  const shape = shapeOfEntities(task.group)
  const judged: { candidate: RuleCandidate; tally: Tally }[] = []
  const judge = function* (candidates: readonly RuleCandidate[]): Generator<undefined> {
    for (const candidate of candidates) {
      yield
      judged.push({ candidate, tally: tallyAlone(candidate.alone, trialNames, shape) })
    }
    judged.sort(compareCandidates)
  }
  yield* judge(findPatterns(task))
  const [best] = judged
  if (best?.tally.certain !== trialNames.length) yield* judge(findExpressions(task))
  const tallies = judged.map(({ tally }) => JSON.stringify(tally))
  const chosen = judged
    .filter((_, index) => tallies.indexOf(tallies[index] ?? '') === index)
    .slice(0, maxCandidatesPerGroup)
  if (best !== undefined && !chosen.includes(best)) chosen.push(best)
  return chosen.map(({ candidate }) => candidate)
}

/** Every n-th name, so that the trial costs the same with any number of them. */
function thinOut(names: readonly NameToExplain[], limit: number): NameToExplain[] {
  const step = Math.max(1, Math.ceil(names.length / limit))
  return names.filter((_, index) => index % step === 0)
}

/** The best candidate of each group, and each of the others in its place. */
function choicesOf(candidates: readonly (readonly RuleCandidate[])[]): RuleCandidate[][] {
  const best = candidates.flatMap(([first]) => first ?? [])
  if (best.length < candidates.length) return []
  const varied = candidates.flatMap((group, index) => group.slice(1).map((other) => best.with(index, other)))
  return [best, ...varied]
}

/** Everywhere, and where there are other folders than those of the examples, also in these alone. */
function choicesOfFolders(
  candidates: readonly RuleCandidate[],
  examples: readonly TaughtName[],
  names: readonly NameToExplain[],
): (readonly RuleCandidate[])[] {
  const folders = [...new Set(examples.map(({ folderId }) => folderId))]
  if (names.every(({ folderId }) => folders.includes(folderId))) return [candidates]
  const limited = candidates.map((candidate) => ({
    ...candidate,
    rule: { ...candidate.rule, folders },
    complexity: candidate.complexity + 1,
  }))
  return [candidates, limited]
}
