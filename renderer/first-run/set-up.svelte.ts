import type { Failure } from '../../electron/shared/error-codes.ts'
import { connectionSchema } from '../../electron/shared/settings/connection.ts'
import type { ReviewPolicy } from '../../electron/shared/settings/folder.ts'
import type { Settings, SettingsProblem } from '../../electron/shared/settings/settings.ts'
import { currentProfileId } from '../state/current-profile.ts'
import { failureOf } from '../bridge/call-failure.ts'
import { call } from '../bridge/client.ts'
import { messages } from '../messages/current.ts'
import { asOperator } from '../operator/as-operator.ts'
import { ConnectionTester } from '../settings/connection/connection-tester.svelte.ts'
import { connectionFormOf, connectionOf } from '../settings/form/connection-form.ts'
import type { ConnectionForm } from '../settings/form/connection-form.ts'
import { folderOf } from '../settings/form/folder-form.ts'
import type { FolderForm } from '../settings/form/folder-form.ts'
import { refusedValues, stillRefused } from '../settings/form/refused-values.ts'
import type { RefusedValue } from '../settings/form/refused-values.ts'
import { formOf } from '../settings/form/settings-form.ts'
import { settingsProblems } from '../settings/form/settings-problems.ts'
import { settingsFacts } from '../state/settings-facts.svelte.ts'

export const setUpSteps = ['environment', 'key', 'folders', 'summary'] as const
export type SetUpStep = (typeof setUpSteps)[number]

export interface FinishedSetUp {
  /** False when the key lives only until Intray is closed. */
  readonly keyKept: boolean
}

/** The set-up of a real connection. Nothing is changed before `finish`. */
export class SetUp {
  step = $state<SetUpStep>('environment')
  connection = $state<ConnectionForm>(connectionFormOf(connectionSchema.parse({})))
  typedKey = $state('')
  folders = $state<FolderForm[]>([])
  policy = $state<ReviewPolicy>('review_everything')
  readonly tester = new ConnectionTester()
  /** Words appear at the fields of a step only once the person tried to go on. */
  tried = $state(false)
  busy = $state(false)
  failure = $state.raw<Failure | null>(null)
  #refused = $state.raw<readonly RefusedValue[]>([])
  readonly #hadKey: boolean
  readonly #present: Settings
  #storedKey = false

  constructor(present: Settings, hadKey: boolean) {
    this.#present = present
    this.#hadKey = hadKey
    const form = formOf(present)
    this.connection = form.connection
    this.folders = form.folders
    this.policy = form.folders[0]?.policy ?? 'review_everything'
  }

  readonly index = $derived(setUpSteps.indexOf(this.step))
  readonly keepsKey = $derived.by(() => this.#hadKey && this.typedKey.trim() === '')
  /** The settings that finishing saves. */
  readonly settings = $derived.by<Settings>(() => ({
    ...this.#present,
    mode: 'live',
    connection: { ...this.#present.connection, ...connectionOf(this.connection) },
    folders: this.folders.map((folder) => ({ ...folderOf(folder), policy: this.policy })),
  }))
  /** What keeps the person from going on. */
  readonly #mistakes = $derived.by(() => [...this.#missing(), ...settingsProblems(this.settings)])
  /** Mistakes, and what the engine refused. That may have got better since, so it does not keep anybody. */
  readonly problems = $derived.by<readonly SettingsProblem[]>(() => [
    ...this.#mistakes,
    ...stillRefused(this.settings, this.#refused),
  ])
  /** What is wrong and has no field in this set-up. */
  readonly otherProblems = $derived(this.problems.filter((problem) => stepOf(problem.path) === 'summary'))

  /** The words for a field, once the person tried to go on. */
  problemAt(path: string): string | undefined {
    return this.tried ? this.problems.find((problem) => problem.path === path)?.words : undefined
  }

  /** Goes on, or marks what is missing. True when it went on. */
  next(): boolean {
    this.tried = this.#mistakes.some((problem) => stepOf(problem.path) === this.step)
    const following = setUpSteps[this.index + 1]
    if (this.tried || following === undefined) return false
    this.step = following
    return true
  }

  back(): void {
    const previous = setUpSteps[this.index - 1]
    if (previous === undefined) return
    this.tried = false
    this.step = previous
  }

  /** Stores the key, then saves the settings in live mode. Null when something stands in the way. */
  async finish(): Promise<FinishedSetUp | null> {
    if (this.busy || this.#goTo(this.#mistakes[0])) return null
    this.busy = true
    this.failure = null
    try {
      const keyKept = await this.#storeKey()
      const { problems } = await asOperator(() =>
        call('settings.save', { settings: $state.snapshot(this.settings) }),
      )
      this.#refused = refusedValues(this.settings, problems)
      if (this.#goTo(problems[0])) return null
      await settingsFacts.load()
      return { keyKept }
    } catch (thrown) {
      this.failure = failureOf(thrown)
      return null
    } finally {
      this.busy = false
    }
  }

  /** Leaves everything as it was before: a key that was stored on the way is forgotten again. */
  async leave(): Promise<void> {
    if (this.#storedKey && !this.#hadKey)
      await asOperator(() => call('connection.forgetKey', { profileId: currentProfileId() }))
  }

  async #storeKey(): Promise<boolean> {
    if (this.typedKey.trim() === '') return true
    const input = { key: this.typedKey, profileId: currentProfileId() }
    const { kept } = await asOperator(() => call('connection.setKey', input))
    this.#storedKey = true
    return kept
  }

  /** Shows the step of a problem. True when there is one. */
  #goTo(problem: SettingsProblem | undefined): boolean {
    if (problem === undefined) return false
    this.step = stepOf(problem.path)
    this.tried = true
    return true
  }

  /** What the settings' own rules do not ask for, but a real connection needs. */
  #missing(): SettingsProblem[] {
    const text = messages.firstRun
    const missing: SettingsProblem[] = []
    if (this.connection.organisation.trim() === '') {
      missing.push({ path: 'connection.organisation', words: text.organisationNeeded })
    }
    if (this.typedKey.trim() === '' && !this.#hadKey) missing.push({ path: 'key', words: text.keyNeeded })
    if (this.folders.length === 0) missing.push({ path: 'folders', words: text.folderNeeded })
    return missing
  }
}

/** The step that shows the field at a path. What has no field here is told at the end. */
function stepOf(path: string): SetUpStep {
  if (path === 'key') return 'key'
  if (path.startsWith('connection')) return 'environment'
  return path.startsWith('folders') ? 'folders' : 'summary'
}
