import { messages } from '../messages/current.ts'
import { inWords } from '../messages/in-words.ts'
import type { PreviewProblem } from './preview-problem.ts'

export interface ProblemWords {
  readonly title: string
  readonly words: string
  readonly detail?: string
}

/** What a person is told when there is no picture, and what they can do. */
export function problemWords(problem: PreviewProblem): ProblemWords {
  const texts = messages.preview.problems
  switch (problem.kind) {
    case 'refused': {
      const { happened, next } = messages.errors[problem.failure.code]
      return {
        title: happened.replace(/\.$/, ''),
        words: next,
        detail: inWords(problem.failure.detail, problem.failure.said),
      }
    }
    case 'too_big':
      return { title: texts.too_big.title, words: texts.too_big.words(problem.widthPx, problem.heightPx) }
    default:
      return texts[problem.kind]
  }
}
