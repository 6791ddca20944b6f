import { messages } from '../../messages/current.ts'
import { filterNamesFor } from './query-completion.ts'
import type { Completion } from './query-completion.ts'
import { choicesFor, closedChoices, matchingChoices } from './query-values.ts'
import type { QueryChoice } from './query-values.ts'

const askDelayMs = 80

/** What can stand at the place in a query where a person types. */
export class QuerySuggestions {
  choices = $state.raw<readonly QueryChoice[]>([])
  #turn = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Null takes all suggestions away. */
  ask(completion: Completion | null): void {
    this.#turn += 1
    clearTimeout(this.#timer)
    if (completion === null) {
      this.choices = []
    } else if (completion.filter === null) {
      const { filters } = messages.history.query
      const names: Readonly<Record<string, string>> = filters
      this.choices = filterNamesFor(completion.prefix).map((name) => ({
        value: name,
        label: names[name] ?? name,
      }))
    } else {
      const { filter, prefix } = completion
      this.choices = matchingChoices(closedChoices(filter), prefix)
      const turn = this.#turn
      this.#timer = setTimeout(() => void this.#load(filter, prefix, turn), askDelayMs)
    }
  }

  async #load(filter: string, prefix: string, turn: number): Promise<void> {
    try {
      const choices = await choicesFor(filter, prefix)
      if (turn === this.#turn) this.choices = choices
    } catch {
      // Without an answer the choices that need none stay; the view itself tells of the engine.
    }
  }
}
