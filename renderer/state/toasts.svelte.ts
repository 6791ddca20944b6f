import { failureOf } from '../bridge/call-failure.ts'
import { messages } from '../messages/current.ts'
import { inWords } from '../messages/in-words.ts'
import { announcer } from './announcer.svelte.ts'

export interface ToastAction {
  readonly label: string
  /** The key that does the same. */
  readonly key?: string
  readonly run: () => void
}

export interface Toast {
  readonly id: number
  readonly tone: 'success' | 'neutral' | 'danger'
  readonly title: string
  readonly words: string
  readonly action: ToastAction | null
  /** Null: it stays until it is dismissed. */
  readonly shownForMs: number | null
}

export type NewToast = Pick<Toast, 'tone' | 'title'> & Partial<Toast>

/** At most so many cover the window. */
const mostShown = 4

/** Short messages at the edge of the window. What a person must not miss stays until dismissed. */
class ToastsState {
  list = $state.raw<readonly Toast[]>([])
  #lastId = 0

  show(toast: NewToast): number {
    this.#lastId += 1
    const id = this.#lastId
    const whole: Toast = {
      words: '',
      action: null,
      shownForMs: toast.tone === 'danger' ? null : 8_000,
      ...toast,
      id,
    }
    this.list = withRoom([...this.list, whole])
    // An alert speaks for itself; a status that comes with its words is not read by every screen reader.
    if (whole.tone !== 'danger')
      announcer.say([whole.title, whole.words].filter((part) => part !== '').join(' – '))
    return id
  }

  /** Shows a failure in the catalogue's words. `title` says what did not work. */
  showFailure(thrown: unknown, title: string, action: ToastAction | null = null): number {
    const failure = failureOf(thrown)
    const words = messages.errors[failure.code]
    const detail = failure.detail === '' ? '' : ` (${inWords(failure.detail, failure.said)})`
    return this.show({ tone: 'danger', title, words: `${words.happened}${detail} ${words.next}`, action })
  }

  /** Offers something else than before, or nothing any more. */
  change(id: number, action: ToastAction | null): void {
    if (this.list.some((toast) => toast.id === id)) {
      this.list = this.list.map((toast) => (toast.id === id ? { ...toast, action } : toast))
    }
  }

  dismiss(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id)
  }
}

/** The oldest that go by themselves make room. What stays until it is dismissed is never pushed out. */
function withRoom(list: readonly Toast[]): readonly Toast[] {
  const going = list.slice(0, -1).filter(({ shownForMs }) => shownForMs !== null)
  const dropped = new Set(going.slice(0, Math.max(0, list.length - mostShown)))
  return list.filter((toast) => !dropped.has(toast))
}

export const toasts = new ToastsState()
