import type { Preferences } from '../../electron/shared/preferences.ts'
import { messages } from '../messages/current.ts'
import { preferences } from '../state/preferences.svelte.ts'
import { toasts } from '../state/toasts.svelte.ts'
import { withoutSearch, withRenamedSearch, withSearch } from './search-list.ts'

/** Searches that a person keeps under a name. */
class SavedSearches {
  readonly list = $derived(preferences.current.searches)

  nameOf(text: string): string | null {
    return this.list.find((search) => search.text === text)?.name ?? null
  }

  async save(name: string, text: string): Promise<boolean> {
    return this.#keep(withSearch(this.list, { name: name.trim(), text }))
  }

  async rename(name: string, newName: string): Promise<boolean> {
    return this.#keep(withRenamedSearch(this.list, name, newName.trim()))
  }

  async remove(name: string): Promise<boolean> {
    return this.#keep(withoutSearch(this.list, name))
  }

  async #keep(searches: Preferences['searches']): Promise<boolean> {
    try {
      await preferences.change({ searches })
      return true
    } catch (thrown) {
      toasts.showFailure(thrown, messages.history.saved.notKept)
      return false
    }
  }
}

export const savedSearches = new SavedSearches()
