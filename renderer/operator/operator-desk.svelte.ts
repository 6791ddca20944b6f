import type { OperatorState } from '../../electron/shared/records.ts'
import type { Failure } from '../../electron/shared/error-codes.ts'
import { failureOf } from '../bridge/call-failure.ts'
import { call } from '../bridge/client.ts'
import { messages } from '../messages/current.ts'
import { announcer } from '../state/announcer.svelte.ts'
import { liveStatus } from '../state/live-status.svelte.ts'
import { toasts } from '../state/toasts.svelte.ts'

/** Who decides at this window, and the dialog in which somebody signs in. */
class OperatorDesk {
  state = $state.raw<OperatorState | null>(null)
  open = $state(false)
  busy = $state(false)
  failure = $state.raw<Failure | null>(null)
  /** Decisions that wait for somebody to sign in. */
  #waiting = $state.raw<readonly ((signedIn: boolean) => void)[]>([])
  /** Whether the dialog was answered, or put off, for as long as the status says that somebody is needed. */
  #answered = $state(false)

  readonly hasWaiting = $derived(this.#waiting.length > 0)
  readonly needed = $derived(
    liveStatus.current !== null && liveStatus.current.needsPin && liveStatus.current.operator === '',
  )

  /** Opens the dialog where somebody must sign in and nobody has put it off. Run it when `needed` changes. */
  settle(): void {
    if (!this.needed) this.#answered = false
    else if (!this.#answered && !this.open) void this.show()
  }

  /** Opens the dialog and reads who may sign in. */
  async show(): Promise<void> {
    this.failure = null
    this.open = true
    try {
      this.state = await call('operator.get', {})
    } catch (thrown) {
      this.failure = failureOf(thrown)
    }
  }

  /** Resolves with true as soon as somebody signed in, and with false when the dialog is closed without that. */
  askToSignIn(): Promise<boolean> {
    const answer = new Promise<boolean>((resolve) => {
      this.#waiting = [...this.#waiting, resolve]
    })
    if (!this.open) void this.show()
    return answer
  }

  /** True when the PIN was right. */
  async signIn(name: string, pin: string): Promise<boolean> {
    this.busy = true
    this.failure = null
    try {
      this.state = await call('operator.signIn', { name, pin })
      this.#answered = true
      announcer.say(messages.operator.signedIn(name))
      this.#close(true)
      return true
    } catch (thrown) {
      this.failure = failureOf(thrown)
      return false
    } finally {
      this.busy = false
    }
  }

  async signOut(): Promise<void> {
    this.#answered = true
    try {
      this.state = await call('operator.signOut', {})
      this.#close(false)
      toasts.show({ tone: 'neutral', title: messages.operator.signedOut })
    } catch (thrown) {
      toasts.showFailure(thrown, messages.operator.notSignedOut)
    }
  }

  /** Closes the dialog; decisions that waited for it are told that nobody signed in. */
  putOff(): void {
    this.#answered = true
    this.#close(false)
  }

  #close(signedIn: boolean): void {
    this.open = false
    this.failure = null
    const waiting = this.#waiting
    this.#waiting = []
    for (const answer of waiting) answer(signedIn)
  }
}

export const operatorDesk = new OperatorDesk()
