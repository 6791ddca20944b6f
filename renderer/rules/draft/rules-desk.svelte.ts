import type { Failure } from '../../../electron/shared/error-codes.ts'
import type { RulesInForce, RulesTrial } from '../../../electron/shared/readings.ts'
import type { RuleProblem, RulesDefinition } from '../../../electron/shared/rules.ts'
import { failureOf } from '../../bridge/call-failure.ts'
import { call, listen } from '../../bridge/client.ts'
import { messages } from '../../messages/current.ts'
import { settingsFacts } from '../../state/settings-facts.svelte.ts'
import { toasts } from '../../state/toasts.svelte.ts'
import { checkDraft, isSameDefinition } from './draft-check.ts'
import type { DraftProblem } from './draft-check.ts'
import { savedNotice } from './saved-notice.svelte.ts'

/** What became of an attempt to save. `contradicts`: a person is to be asked first. */
export type SaveOutcome = 'saved' | 'has_problems' | 'contradicts' | 'failed'

/** The rules in force and the draft of new ones. Lives as long as the window: leaving the view keeps the draft. */
class RulesDesk {
  /** Null until the rules were read. */
  inForce = $state.raw<RulesInForce | null>(null)
  draft = $state.raw<RulesDefinition | null>(null)
  failure = $state.raw<Failure | null>(null)
  saving = $state(false)
  /** The version that the draft was made from, while another one is in force by now. */
  staleBase = $state<number | null>(null)
  #baseVersion = 0
  /** What the engine said of a definition that it did not take, and of which. */
  #refused = $state.raw<{ of: RulesDefinition; problems: readonly RuleProblem[] } | null>(null)

  readonly isDirty = $derived(
    this.draft !== null &&
      this.inForce !== null &&
      this.draft !== this.inForce.definition &&
      !isSameDefinition(this.draft, this.inForce.definition),
  )
  readonly #checked = $derived(
    this.draft === null || this.inForce === null ? null : checkDraft(this.draft, this.inForce.definition),
  )
  /** What the table is tried with; null until the rules were read. */
  readonly triable = $derived(this.#checked?.triable ?? null)
  /** What keeps the draft from being saved, as far as the window knows. */
  readonly problems: readonly DraftProblem[] = $derived([
    ...(this.#checked?.problems ?? []),
    ...(this.#refused !== null && this.#refused.of === this.draft ? this.#refused.problems : []),
  ])

  start(): () => void {
    void this.load()
    const stops = [
      listen('rules.changed', (progress) => {
        savedNotice.follow(progress)
        if (progress.version !== this.inForce?.version.version && !this.saving) void this.load()
      }),
      listen('engine.changed', (engine) => {
        if (engine.state === 'running') void this.load()
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }

  /** Reads the rules in force. A draft stays as it is. */
  async load(): Promise<void> {
    try {
      const fresh = await call('rules.get', {})
      this.failure = null
      const wasDirty = this.isDirty
      this.inForce = fresh
      if (!wasDirty) this.#takeOver(fresh)
      else if (fresh.version.version !== this.#baseVersion) this.staleBase = this.#baseVersion
    } catch (thrown) {
      this.failure = failureOf(thrown)
    }
  }

  /** Makes a change of the draft. Edits are pure functions of the definition. */
  edit(change: (definition: RulesDefinition) => RulesDefinition): void {
    if (this.draft !== null) this.draft = change(this.draft)
  }

  /** Shows what is wrong with a definition that came from elsewhere, such as a file. */
  take(definition: RulesDefinition, problems: readonly RuleProblem[]): void {
    this.draft = definition
    this.#refused = { of: definition, problems }
  }

  /** Puts the draft back to what is in force. Returns the way back. */
  discard(): () => void {
    const draft = this.draft
    if (this.inForce !== null) this.#takeOver(this.inForce)
    return () => (this.draft = draft)
  }

  /** Goes on with the draft although others were saved in the meantime: saving will replace them. */
  keepDraft(): void {
    this.#baseVersion = this.inForce?.version.version ?? 0
    this.staleBase = null
  }

  /** Saves the draft, or asks first when it would contradict what people confirmed. */
  async save(inSpite: boolean): Promise<SaveOutcome> {
    const definition = this.draft
    if (definition === null || this.saving) return 'failed'
    if (this.problems.length > 0) return 'has_problems'
    this.saving = true
    try {
      // Not the table's own answer: that may be of the draft before the last key.
      const trial: RulesTrial = await call('rules.try', { definition, limit: 0 })
      if (trial.problems.length > 0) return this.#refuse(definition, trial.problems)
      if (trial.changes.contradiction > 0 && !inSpite) return 'contradicts'
      const { problems, rules } = await call('rules.save', { definition, baseVersion: this.#baseVersion })
      if (problems.length > 0) return this.#refuse(definition, problems)
      this.#afterSave(rules)
      return 'saved'
    } catch (thrown) {
      await this.#explain(thrown, messages.rules.bar.saveFailed)
      return 'failed'
    } finally {
      this.saving = false
    }
  }

  /** Brings back the rules before the last change. */
  async undo(): Promise<void> {
    if (this.inForce === null || this.saving) return
    this.saving = true
    try {
      this.#afterSave(await call('rules.undo', { baseVersion: this.inForce.version.version }))
    } catch (thrown) {
      await this.#explain(thrown, messages.rules.saved.undoFailed)
    } finally {
      this.saving = false
    }
  }

  /** What others saved in the meantime has its own place in the view, with what to do. */
  async #explain(thrown: unknown, title: string): Promise<void> {
    const isStale = failureOf(thrown).code === 'stale_rules'
    if (isStale) await this.load()
    if (this.staleBase === null) toasts.showFailure(thrown, title)
  }

  #refuse(of: RulesDefinition, problems: readonly RuleProblem[]): SaveOutcome {
    this.#refused = { of, problems }
    return 'has_problems'
  }

  #afterSave(rules: RulesInForce): void {
    this.inForce = rules
    this.#takeOver(rules)
    savedNotice.show(rules.version)
    void settingsFacts.load()
  }

  #takeOver(rules: RulesInForce): void {
    this.draft = rules.definition
    this.#baseVersion = rules.version.version
    this.staleBase = null
    this.#refused = null
  }
}

export const rulesDesk = new RulesDesk()
