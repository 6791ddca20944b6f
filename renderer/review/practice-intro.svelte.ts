import type { Status } from '../../electron/shared/status.ts'

const storageKey = 'intray.practice-intro.dismissed'

/** States in which somebody, or a folder's policy, has decided already. */
const decidedStates = [
  'approved',
  'uploading',
  'retry_wait',
  'uploaded',
  'failed',
  'outcome_unknown',
  'rejected',
] as const

/** Whether the explanation of practice mode shows. It is for newcomers and never comes back once dismissed. */
class PracticeIntroState {
  #dismissed = $state(localStorage.getItem(storageKey) !== null)

  shows(status: Status | null): boolean {
    if (this.#dismissed || status?.mode !== 'practice') return false
    return decidedStates.every((state) => status.counts[state] === 0)
  }

  dismiss(): void {
    this.#dismissed = true
    localStorage.setItem(storageKey, 'yes')
  }
}

export const practiceIntro = new PracticeIntroState()
