import type { RuleCandidate } from './rule-candidate.ts'
import type { Solution } from './solution.ts'
import type { Tally } from './tally.ts'

/** Below 0 where the first rule is to be preferred. Both explain the same examples. */
export function compareCandidates(
  a: { readonly candidate: RuleCandidate; readonly tally: Tally },
  b: { readonly candidate: RuleCandidate; readonly tally: Tally },
): number {
  return firstDifference([
    a.tally.contradictions - b.tally.contradictions,
    ...compareReach(a.tally, b.tally),
    a.candidate.complexity - b.candidate.complexity,
  ])
}

/** Below 0 where the first solution is to be preferred. Both explain all examples. */
export function compareSolutions(
  a: { readonly solution: Solution; readonly tally: Tally },
  b: { readonly solution: Solution; readonly tally: Tally },
): number {
  return firstDifference([
    a.tally.contradictions - b.tally.contradictions,
    a.solution.candidates.length - b.solution.candidates.length,
    ...compareReach(a.tally, b.tally),
    a.solution.displaced.length - b.solution.displaced.length,
    complexityOfSolution(a.solution) - complexityOfSolution(b.solution),
  ])
}

/** Names that look unlike the examples do not count as read: they are what a rule that is too wide reads. */
function compareReach(a: Tally, b: Tally): number[] {
  return [
    b.certain - b.lost - (a.certain - a.lost),
    a.conflicts - b.conflicts,
    a.matched - a.certain - (b.matched - b.certain),
  ]
}

function complexityOfSolution({ candidates }: Solution): number {
  return candidates.reduce((sum, { complexity }) => sum + complexity, 0)
}

function firstDifference(differences: readonly number[]): number {
  return differences.find((difference) => difference !== 0) ?? 0
}
