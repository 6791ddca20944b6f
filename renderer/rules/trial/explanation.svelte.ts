import type { Failure } from '../../../electron/shared/error-codes.ts'
import type { NameExplanation } from '../../../electron/shared/readings.ts'
import type { RulesDefinition } from '../../../electron/shared/rules.ts'
import { failureOf } from '../../bridge/call-failure.ts'
import { call } from '../../bridge/client.ts'
import { LatestAnswer, superseded } from './latest-answer.ts'

const typingDelayMs = 200

interface ExplainedName {
  readonly folderId: string
  readonly path: string
}

/** Why each rule does or does not read the name that is selected. */
class Explanation {
  current = $state.raw<NameExplanation | null>(null)
  failure = $state.raw<Failure | null>(null)
  readonly #latest = new LatestAnswer()
  #path: string | null = null

  /** Explains a name by some rules. Of the same name the last answer stays meanwhile. */
  async show(name: ExplainedName, definition: RulesDefinition): Promise<void> {
    const { folderId, path } = name
    const isSame = path === this.#path
    this.#path = path
    if (!isSame) this.current = null
    this.failure = null
    try {
      const question = () => call('rules.explain', { folderId, path, definition })
      const answer = await this.#latest.ask(question, isSame ? typingDelayMs : 0)
      if (answer !== superseded) this.current = answer
    } catch (thrown) {
      this.failure = failureOf(thrown)
    }
  }
}

export const explanation = new Explanation()
