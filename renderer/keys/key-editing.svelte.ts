import { messages } from '../messages/current.ts'
import { preferences } from '../state/preferences.svelte.ts'
import { toasts } from '../state/toasts.svelte.ts'
import { bindableKey } from './bindings.ts'
import { keyBook, rivalsOf } from './key-book.ts'
import { isSettable, withKeys } from './keys-in-force.ts'
import { bindingsOf } from './own-keys.ts'
import type { KeyPlace } from './own-keys.ts'

/** As many keys as the preferences keep for one command. */
export const mostKeys = 4

/** One command in one place. */
export interface KeyOwner {
  readonly place: KeyPlace
  readonly command: string
}

/** What came of the key that was pressed. */
export type KeyRefusal =
  | { readonly kind: 'not_settable'; readonly key: string }
  | { readonly kind: 'taken'; readonly key: string; readonly owners: readonly KeyOwner[] }

/** Which command waits for a new key, and why the last one was not taken. */
export class KeyEditing {
  #subject = $state.raw<(KeyOwner & { readonly adds: boolean }) | null>(null)
  refusal = $state.raw<KeyRefusal | null>(null)

  /** Waits for a key of a command: in place of its keys, or besides them. */
  begin(owner: KeyOwner, adds: boolean): void {
    this.#subject = { ...owner, adds }
    this.refusal = null
  }

  stop(): void {
    this.#subject = null
    this.refusal = null
  }

  waitsFor({ place, command }: KeyOwner): boolean {
    return this.#subject?.place === place && this.#subject.command === command
  }

  /** Takes the pressed key, or says why not. */
  async press(pressed: string): Promise<void> {
    const subject = this.#subject
    if (subject === null) return
    const key = bindableKey(pressed)
    if (!isSettable(key)) {
      this.refusal = { kind: 'not_settable', key }
      return
    }
    const owners = ownersOf(key, subject.place).filter(
      ({ place, command }) => place !== subject.place || command !== subject.command,
    )
    if (owners.length > 0) {
      this.refusal = { kind: 'taken', key, owners }
      return
    }
    await this.#give(key)
  }

  /** Takes the key away from every command that has it. */
  async takeOver(): Promise<void> {
    const { refusal } = this
    if (refusal?.kind !== 'taken') return
    const { owners, key } = refusal
    const freed = owners.reduce<AllKeys>((keys, owner) => {
      const left = keysOf(owner).filter((other) => other !== key)
      return withOwnKeys(keys, owner, left)
    }, preferences.current.keys)
    await this.#save(freed, key)
  }

  remove(owner: KeyOwner, key: string): Promise<void> {
    const left = keysOf(owner).filter((other) => other !== key)
    return this.#keep(withOwnKeys(preferences.current.keys, owner, left))
  }

  /** Gives a command its shipped keys again. */
  reset(owner: KeyOwner): Promise<void> {
    const shipped = keyBook[owner.place].bindings.find((binding) => binding.command === owner.command)
    this.stop()
    return this.#keep(withOwnKeys(preferences.current.keys, owner, shipped?.keys ?? []))
  }

  resetAll(): Promise<void> {
    this.stop()
    return this.#keep({})
  }

  #give(key: string): Promise<void> {
    return this.#save(preferences.current.keys, key)
  }

  async #save(keys: AllKeys, key: string): Promise<void> {
    const subject = this.#subject
    if (subject === null) return
    const before = subject.adds ? keysOf(subject).filter((other) => other !== key) : []
    this.stop()
    await this.#keep(withOwnKeys(keys, subject, [...before, key].slice(0, mostKeys)))
  }

  async #keep(keys: AllKeys): Promise<void> {
    try {
      await preferences.change({ keys })
    } catch (thrown) {
      toasts.showFailure(thrown, messages.keys.editor.notSaved)
    }
  }
}

type AllKeys = typeof preferences.current.keys

function keysOf({ place, command }: KeyOwner): readonly string[] {
  const binding = bindingsOf(place, keyBook[place].bindings).find((one) => one.command === command)
  return binding?.keys ?? []
}

/** Who has the key where it would work at the same time: a key of pictures may have an owner in each view with one. */
function ownersOf(key: string, place: KeyPlace): readonly KeyOwner[] {
  return rivalsOf(place).flatMap((rival) =>
    bindingsOf(rival, keyBook[rival].bindings)
      .filter(({ keys }) => keys.includes(key))
      .map(({ command }) => ({ place: rival, command })),
  )
}

function withOwnKeys(all: AllKeys, { place, command }: KeyOwner, keys: readonly string[]): AllKeys {
  return { ...all, [place]: withKeys(all[place], keyBook[place].bindings, command, keys) }
}
