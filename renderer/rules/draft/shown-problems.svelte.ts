import { inWords } from '../../messages/in-words.ts'
import type { WorkbenchTab } from '../workbench.svelte.ts'
import { rulesTrial } from '../trial/rules-trial.svelte.ts'
import type { DraftProblem } from './draft-check.ts'
import { rulesDesk } from './rules-desk.svelte.ts'

/** What is shown at the fields: what the window finds, and what the engine said when it tried the draft. */
class ShownProblems {
  readonly all: readonly DraftProblem[] = $derived(
    [...rulesDesk.problems, ...(rulesDesk.isDirty ? (rulesTrial.answer?.problems ?? []) : this.#inForce())]
      .filter((problem, index, list) => list.findIndex((other) => isSamePlace(other, problem)) === index)
      .map((problem) => ({ ...problem, words: inWords(problem.words, problem.said) })),
  )

  at(ruleId: string | null, part: DraftProblem['part']): string | undefined {
    return this.all.find((problem) => problem.ruleId === ruleId && problem.part === part)?.words
  }

  of(ruleId: string): readonly DraftProblem[] {
    return this.all.filter((problem) => problem.ruleId === ruleId)
  }

  isIn(tab: WorkbenchTab): boolean {
    return this.all.some((problem) => tabOf(problem) === tab)
  }

  #inForce(): readonly DraftProblem[] {
    return rulesDesk.inForce?.problems ?? []
  }
}

export const shownProblems = new ShownProblems()

/** The tab on which a problem can be mended. */
export function tabOf({ ruleId, part }: DraftProblem): WorkbenchTab {
  if (ruleId !== null) return 'rules'
  if (part === 'mediaTypeAliases') return 'types'
  if (part === 'sideNames') return 'sides'
  return part === 'entityIds' ? 'entities' : 'rules'
}

function isSamePlace(one: DraftProblem, other: DraftProblem): boolean {
  return one.ruleId === other.ruleId && one.part === other.part
}
