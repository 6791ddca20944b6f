import type { CallOutput } from '../../electron/shared/contract.ts'
import type { Failure } from '../../electron/shared/error-codes.ts'
import type { Settings, SettingsProblem } from '../../electron/shared/settings/settings.ts'
import { failureOf } from '../bridge/call-failure.ts'
import { call } from '../bridge/client.ts'
import { asOperator } from '../operator/as-operator.ts'
import { settingsFacts } from '../state/settings-facts.svelte.ts'
import { columnProblems } from './form/column-problems.ts'
import { refusedValues, stillRefused } from './form/refused-values.ts'
import type { RefusedValue } from './form/refused-values.ts'
import { formOf, settingsOf } from './form/settings-form.ts'
import type { SettingsForm } from './form/settings-form.ts'
import { settingsProblems } from './form/settings-problems.ts'
import { sectionOf } from './sections.ts'
import type { SettingsSection } from './sections.ts'

type Loaded = CallOutput<'settings.get'>

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly keptAs: string | null }
  | { readonly kind: 'has_problems' }
  | { readonly kind: 'failed' }

/** The settings as they are being edited. Lives as long as the window: leaving the view keeps the draft. */
class SettingsDesk {
  /** Null until the settings were read. */
  loaded = $state.raw<Loaded | null>(null)
  /** The fields; bound by the view. Null until the settings were read. */
  form = $state<SettingsForm | null>(null)
  section = $state<SettingsSection>('connection')
  /** Why the settings could not be read or saved. */
  failure = $state.raw<Failure | null>(null)
  saving = $state(false)
  /** True when the settings changed elsewhere while there is a draft. */
  changedElsewhere = $state(false)
  #refused = $state.raw<readonly RefusedValue[]>([])
  /** Settings out of a file: they give what has no field, such as rules. Null: the saved ones do. */
  #taken = $state.raw<Settings | null>(null)

  /** The settings that the fields stand for; null until they were read. */
  readonly settings = $derived(
    this.form === null || this.loaded === null
      ? null
      : settingsOf(this.form, this.#taken ?? this.loaded.settings),
  )
  readonly isDirty = $derived(
    this.form !== null &&
      this.loaded !== null &&
      (JSON.stringify(this.form) !== JSON.stringify(formOf(this.loaded.settings)) ||
        (this.#taken !== null && !isSame(settingsOf(this.form, this.loaded.settings), this.settings))),
  )
  /** What keeps the settings from being saved. */
  readonly #mistakes = $derived(
    this.settings === null || this.form === null
      ? []
      : [...columnProblems(this.form.folders), ...settingsProblems(this.settings)],
  )
  /** What is shown at the fields: mistakes, and what the engine refused. That may have got better since. */
  readonly problems: readonly SettingsProblem[] = $derived(
    this.settings === null ? [] : [...this.#mistakes, ...stillRefused(this.settings, this.#refused)],
  )

  /** True when nothing that the window knows of keeps the settings from being saved. */
  readonly isValid = $derived(this.#mistakes.length === 0)

  /** Reads the settings. A draft stays as it is. */
  async load(): Promise<void> {
    try {
      const loaded = await call('settings.get', {})
      this.failure = null
      if (!this.isDirty) this.#show(loaded)
      else this.changedElsewhere = !isSame(loaded.settings, this.loaded?.settings)
    } catch (thrown) {
      this.failure = failureOf(thrown)
    }
  }

  /** The words for the field at a settings path, when something is wrong with it. */
  problemAt(path: string): string | undefined {
    return this.problems.find((problem) => problem.path === path)?.words
  }

  /** The words for the first problem at or below a path. */
  problemWithin(path: string): string | undefined {
    return this.problems.find((problem) => `${problem.path}.`.startsWith(`${path}.`))?.words
  }

  hasProblemIn(section: SettingsSection): boolean {
    return this.problems.some((problem) => sectionOf(problem.path) === section)
  }

  /** Saves everything, or nothing when something is wrong. */
  async save(): Promise<SaveOutcome> {
    const { settings } = this
    if (settings === null || this.saving) return { kind: 'failed' }
    if (this.#mistakes.length > 0) return this.#goToProblem()
    this.saving = true
    this.failure = null
    try {
      const { problems, keptAs } = await asOperator(() =>
        call('settings.save', { settings: $state.snapshot(settings) }),
      )
      if (problems.length > 0) {
        this.#refused = refusedValues(settings, problems)
        return this.#goToProblem()
      }
      await this.#afterSave(settings)
      return { kind: 'saved', keptAs }
    } catch (thrown) {
      this.failure = failureOf(thrown)
      return { kind: 'failed' }
    } finally {
      this.saving = false
    }
  }

  /** Puts other settings into the fields, and keeps what has none. Nothing is saved. */
  take(settings: Settings): void {
    this.#taken = settings
    this.form = formOf(settings)
  }

  /** Puts the fields back to what is saved. Returns the way back. */
  discard(): () => void {
    const draft = $state.snapshot(this.form)
    const taken = this.#taken
    this.#taken = null
    if (this.loaded !== null) this.form = formOf(this.loaded.settings)
    this.failure = null
    if (this.changedElsewhere) void this.load()
    return () => {
      this.form = draft
      this.#taken = taken
    }
  }

  #show(loaded: Loaded): void {
    this.loaded = loaded
    this.form = formOf(loaded.settings)
    this.changedElsewhere = false
    this.#taken = null
    this.#refused = []
  }

  /** What was saved becomes what is compared with, before the engine is asked what it made of it. */
  async #afterSave(settings: Settings): Promise<void> {
    if (this.loaded !== null) this.#show({ ...this.loaded, settings, problems: [], changedOnDisk: false })
    await Promise.all([this.load(), settingsFacts.load()])
  }

  #goToProblem(): SaveOutcome {
    const section = this.problems.map((problem) => sectionOf(problem.path)).find((one) => one !== undefined)
    if (section !== undefined && !this.hasProblemIn(this.section)) this.section = section
    return { kind: 'has_problems' }
  }
}

export const settingsDesk = new SettingsDesk()

function isSame(one: Settings, other: Settings | null | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
