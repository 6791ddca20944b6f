import type { Failure } from '../../../electron/shared/error-codes.ts'
import { withProposal } from '../../../electron/shared/proposed-rules.ts'
import type { RulesProposal, TriedName } from '../../../electron/shared/readings.ts'
import { failureOf } from '../../bridge/call-failure.ts'
import { call } from '../../bridge/client.ts'
import { messages } from '../../messages/current.ts'
import { announcer } from '../../state/announcer.svelte.ts'
import { toasts } from '../../state/toasts.svelte.ts'
import { rulesDesk } from '../draft/rules-desk.svelte.ts'
import { rulesTrial } from '../trial/rules-trial.svelte.ts'
import { workbench } from '../workbench.svelte.ts'
import { marksLike } from './analogy.ts'
import { exampleOfItem, exampleOfRow, missingIn, nameExampleOf } from './example.ts'
import type { Example } from './example.ts'
import type { Mark } from './marks.ts'
import { meant } from './meaning.ts'

const text = messages.rules.teach

/** Teaching by example: names, their marks, and the rules that are proposed from them. */
class Teaching {
  isOpen = $state(false)
  examples = $state.raw<readonly Example[]>([])
  /** Null before anything was proposed. */
  proposals = $state.raw<readonly RulesProposal[] | null>(null)
  failure = $state.raw<Failure | null>(null)
  proposing = $state(false)
  /** What the proposals were made from; they are out of date once the examples differ. */
  #proposedFrom = $state.raw<readonly Example[]>([])
  #turn = 0

  readonly isStale = $derived(this.proposals !== null && this.#proposedFrom !== this.examples)
  /** What keeps rules from being proposed. */
  readonly missing = $derived(this.examples.map(missingIn).find((one) => one !== null) ?? null)
  readonly canPropose = $derived(this.examples.length > 0 && this.missing === null)

  start(): void {
    this.isOpen = true
    // The names that teach something are those that nothing reads.
    if ((rulesTrial.answer?.unmatched ?? 0) > 0) rulesTrial.filter('unmatched', null)
  }

  startWith(rows: readonly TriedName[]): void {
    this.#open(rows.map(exampleOfRow))
  }

  /** Starts with files that another view knows by their number. */
  async startFromItems(itemIds: readonly number[]): Promise<void> {
    try {
      const details = await Promise.all(itemIds.map((itemId) => call('items.get', { itemId })))
      this.#open(details.map(({ item }) => exampleOfItem(item)))
    } catch (thrown) {
      toasts.showFailure(thrown, text.notFound)
    }
  }

  stop(): void {
    this.#turn += 1
    this.isOpen = false
    this.proposing = false
    this.examples = []
    this.proposals = null
    this.failure = null
  }

  /** Takes a name in, or leaves it out again. */
  toggle(row: TriedName): void {
    if (this.numberOf(row) > 0) this.remove(row.itemId)
    else this.examples = [...this.examples, this.#alike(exampleOfRow(row))]
  }

  remove(itemId: number): void {
    this.examples = this.examples.filter((example) => example.itemId !== itemId)
  }

  /** The place of a row among the examples, from 1; 0 when it is none. */
  numberOf(row: TriedName): number {
    return this.examples.findIndex((example) => example.itemId === row.itemId) + 1
  }

  setMarks(itemId: number, marks: readonly Mark[]): void {
    this.examples = this.examples.map((example) =>
      example.itemId === itemId ? { ...example, marks, isGuessed: false } : example,
    )
  }

  async propose(): Promise<void> {
    const examples = this.examples
    if (!this.canPropose || rulesDesk.triable === null) return
    this.#turn += 1
    const turn = this.#turn
    this.proposing = true
    this.failure = null
    try {
      const { proposals } = await call('rules.propose', {
        examples: examples.map((example) => {
          const { marks, ...rest } = nameExampleOf(example)
          return { ...rest, marks: [...marks] }
        }),
        definition: rulesDesk.triable,
      })
      if (turn !== this.#turn) return
      this.proposals = proposals
      this.#proposedFrom = examples
      announcer.say(proposals[0] === undefined ? text.none : `${text.number(1)}: ${proposals[0].words}`)
    } catch (thrown) {
      if (turn === this.#turn) this.failure = failureOf(thrown)
    } finally {
      if (turn === this.#turn) this.proposing = false
    }
  }

  /** Takes a wrong sample among the examples, marked as it was read, so that a person can mark it rightly. */
  correct({ folderId, path, reading }: RulesProposal['samples'][number]): void {
    if (this.examples.some((example) => example.path === path && example.folderId === folderId)) return
    const row = rulesTrial.rows.find((one) => one.path === path && one.folderId === folderId)
    const values: Readonly<Record<string, string | null>> = {
      media_type: reading.mediaType,
      side: reading.side,
    }
    const marks = reading.spans.map((span) => ({ ...span, value: values[span.field] ?? undefined }))
    // The table may not show the file; a number that no item has stands for it then.
    const itemId = row?.itemId ?? -this.examples.length - 1
    const unknown = { entityId: undefined, mediaType: undefined, isGuessed: false }
    this.examples = [...this.examples, { itemId, folderId, path, marks, ...unknown }]
  }

  /** Puts a proposal into the draft and shows what it changes. Nothing is saved. */
  use(proposal: RulesProposal): void {
    rulesDesk.edit((definition) => {
      const known = new Set(definition.rules.map(({ id }) => id))
      const shown = proposal.rules.find(({ id }) => !known.has(id)) ?? proposal.rules[0]
      if (shown !== undefined) workbench.openRule(shown.id)
      return withProposal(definition, proposal)
    })
    this.stop()
    rulesTrial.select(null)
    rulesTrial.text = ''
    rulesTrial.filter('changed', null)
    announcer.say(`${text.used} ${messages.rules.bar.unsaved}`)
  }

  /** Marks a further example like the last one that is marked: most names of a habit differ in few places. */
  #alike(example: Example): Example {
    const model = this.examples.findLast((one) => one.marks.length > 0)
    const { triable } = rulesDesk
    if (model === undefined || triable === null || example.marks.length > 0) return example
    const marks = marksLike(model, example.path).map((mark) =>
      meant(mark, example.path.slice(mark.start, mark.end), triable, example.mediaType),
    )
    return { ...example, marks, isGuessed: marks.length > 0 }
  }

  #open(examples: readonly Example[]): void {
    this.stop()
    this.isOpen = true
    this.examples = examples
  }
}

export const teaching = new Teaching()
