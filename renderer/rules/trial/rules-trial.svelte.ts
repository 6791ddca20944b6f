import type { CallInput } from '../../../electron/shared/contract.ts'
import type { Failure } from '../../../electron/shared/error-codes.ts'
import type { RulesTrial, TriedName } from '../../../electron/shared/readings.ts'
import type { RulesDefinition } from '../../../electron/shared/rules.ts'
import { failureOf } from '../../bridge/call-failure.ts'
import { call } from '../../bridge/client.ts'
import { followItems } from '../../state/follow-items.ts'
import { Throttle } from '../../state/throttle.ts'
import { LatestAnswer, superseded } from './latest-answer.ts'
import { appendRows } from './row-pages.ts'
import { toldChanges } from './change-look.ts'

export type TrialFilter = NonNullable<CallInput<'rules.try'>['show']>

const typingDelayMs = 200
const pageSize = 200
const biggestPage = 500
const refreshIntervalMs = 1_500

/** The live table: rules tried on real names. What is shown stays until the next answer is there. */
export class RulesTrialState {
  answer = $state.raw<RulesTrial | null>(null)
  rows = $state.raw<readonly TriedName[]>([])
  failure = $state.raw<Failure | null>(null)
  /** An answer to what is asked now is still to come. */
  pending = $state(false)
  show = $state<TrialFilter>('all')
  text = $state('')
  ruleId = $state<string | null>(null)
  selectedId = $state<number | null>(null)

  #definition: RulesDefinition | null = null
  #refresher: Throttle | null = null
  #loadingMore = false
  readonly #latest = new LatestAnswer()

  readonly selectedIndex = $derived(this.rows.findIndex((row) => row.itemId === this.selectedId))
  readonly selected = $derived(this.rows[this.selectedIndex] ?? null)
  /** Changes when the table shows other files, and so starts from its top. */
  readonly subject = $derived(JSON.stringify([this.show, this.text, this.ruleId]))

  /** Follows the files while the table is shown. Returns the stop. */
  start(): () => void {
    const refresher = new Throttle(async () => {
      // Until the rules are here, there is nothing to try.
      if (this.#definition !== null) await this.#ask(0)
    }, refreshIntervalMs)
    this.#refresher = refresher
    const stop = followItems(refresher)
    return () => {
      this.#latest.forget()
      this.pending = false
      this.#refresher = null
      stop()
    }
  }

  /** Tries other rules, as soon as the person stops typing for a moment. */
  tryRules(definition: RulesDefinition): void {
    const isFirst = this.#definition === null
    this.#definition = definition
    void this.#ask(isFirst ? 0 : typingDelayMs)
  }

  filter(show: TrialFilter, ruleId: string | null = this.ruleId): void {
    this.show = show
    this.ruleId = ruleId
    void this.#ask(0)
  }

  search(text: string): void {
    this.text = text
    void this.#ask(typingDelayMs)
  }

  /** Shows everything, if what is shown is a kind of change. */
  leaveChanges(): void {
    if (this.show === 'changed' || toldChanges.some((change) => change === this.show)) this.filter('all')
  }

  showEverything(): void {
    this.text = ''
    this.filter('all', null)
  }

  refresh(): void {
    this.#refresher?.ask()
  }

  select(itemId: number | null): void {
    this.selectedId = itemId
  }

  step(places: number): void {
    const index = Math.min(Math.max(this.selectedIndex + places, 0), this.rows.length - 1)
    const row = this.rows[index]
    if (row !== undefined) this.select(row.itemId)
  }

  async loadMore(): Promise<void> {
    const rowCount = this.answer?.rowCount ?? 0
    if (this.pending || this.#loadingMore || this.failure !== null || this.rows.length >= rowCount) return
    this.#loadingMore = true
    try {
      const page = await this.#latest.add(() => this.#read(this.rows.length, pageSize))
      if (page !== superseded && page !== null) this.rows = appendRows(this.rows, page.rows)
    } catch (thrown) {
      this.failure = failureOf(thrown)
    } finally {
      this.#loadingMore = false
    }
  }

  async #ask(delayMs: number): Promise<void> {
    this.pending = true
    try {
      const answer = await this.#latest.ask(() => {
        const limit = Math.min(Math.max(this.rows.length, pageSize), biggestPage)
        return this.#read(0, limit)
      }, delayMs)
      if (answer === superseded) return
      if (answer !== null) {
        this.answer = answer
        this.rows = answer.rows
      }
      this.failure = null
    } catch (thrown) {
      this.failure = failureOf(thrown)
    }
    this.pending = false
  }

  async #read(offset: number, limit: number): Promise<RulesTrial | null> {
    if (this.#definition === null) return null
    return call('rules.try', {
      definition: this.#definition,
      show: this.show,
      text: this.text.trim(),
      offset,
      limit,
      ...(this.ruleId !== null && { ruleId: this.ruleId }),
    })
  }
}

export const rulesTrial = new RulesTrialState()
