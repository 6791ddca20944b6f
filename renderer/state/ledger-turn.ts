import { z } from 'zod'
import { viewNames } from '../../electron/shared/views.ts'
import { navigation } from './navigation.svelte.ts'
import { toasts } from './toasts.svelte.ts'

const place = 'intray.ledger-turn'

/** What is told on the other side: a notice without a button, for the button would be about the ledger before. */
const carriedSchema = z.strictObject({
  view: z.enum(viewNames),
  toasts: z.array(
    z.strictObject({
      tone: z.enum(['success', 'neutral', 'danger']),
      title: z.string(),
      words: z.string(),
      shownForMs: z.number().nullable(),
    }),
  ),
})

/**
 * Begins the page anew when another ledger answers: the same numbers are other files there. What was typed, marked or
 * could be taken back in the ledger before must not reach them.
 */
class LedgerTurn {
  #holds = 0
  #isDue = false

  /** Another ledger answers from now on. */
  begin(): void {
    this.#isDue = true
    this.#turn()
  }

  /** Lets work that may lead to another ledger tell what came of it first. */
  async after<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#holds += 1
    try {
      return await work()
    } finally {
      this.#holds -= 1
      this.#turn()
    }
  }

  /** Goes on where the page was before it began anew. Run it once, at the page's start. */
  resume(): void {
    const text = sessionStorage.getItem(place)
    if (text === null) return
    sessionStorage.removeItem(place)
    const carried = carriedSchema.parse(JSON.parse(text))
    navigation.go(carried.view)
    for (const toast of carried.toasts) toasts.show(toast)
  }

  #turn(): void {
    if (!this.#isDue || this.#holds > 0) return
    const told = toasts.list.filter(({ action }) => action === null)
    const carried: z.infer<typeof carriedSchema> = {
      view: navigation.view,
      toasts: told.map(({ tone, title, words, shownForMs }) => ({ tone, title, words, shownForMs })),
    }
    sessionStorage.setItem(place, JSON.stringify(carried))
    location.reload()
  }
}

export const ledgerTurn = new LedgerTurn()
