import { preferencesSchema } from '../../electron/shared/preferences.ts'
import type { Preferences } from '../../electron/shared/preferences.ts'
import { call, listen } from '../bridge/client.ts'
import { messages } from '../messages/current.ts'
import { toasts } from './toasts.svelte.ts'

/** How the person likes the window. The defaults until the shell has told. */
class PreferencesState {
  current = $state.raw<Preferences>(preferencesSchema.parse({}))
  /** True once the shell has told. */
  loaded = $state(false)
  #lastChange: Promise<unknown> = Promise.resolve()
  #loading: Promise<void> = Promise.resolve()

  start(): () => void {
    const stop = listen('preferences.changed', (preferences) => this.#take(preferences))
    this.#loading = this.#load()
    return stop
  }

  /**
   * Changes some of them, one change after the other, so that none undoes another.
   * @throws {CallFailure} `settings_unwritable`
   */
  async change(part: Partial<Preferences>): Promise<void> {
    const changed = this.#lastChange.then(async () => {
      await this.#loading
      const before = this.current
      this.#take(await call('preferences.save', { preferences: { ...this.current, ...part } }))
      if (this.current.language !== before.language) offerReload()
    })
    this.#lastChange = changed.catch(() => undefined)
    await changed
  }

  async #load(): Promise<void> {
    try {
      this.#take(await call('preferences.get', {}))
    } catch {
      // Only a shell that is going down does not answer.
    }
  }

  #take(preferences: Preferences): void {
    this.current = preferences
    this.loaded = true
  }
}

/** The page takes its language when it is loaded. What somebody is typing would be lost, so a person decides when. */
function offerReload(): void {
  toasts.show({
    tone: 'neutral',
    title: messages.windowFrame.languageChanged,
    words: messages.windowFrame.languageWords,
    action: { label: messages.windowFrame.loadAgain, run: () => location.reload() },
    shownForMs: null,
  })
}

export const preferences = new PreferencesState()
