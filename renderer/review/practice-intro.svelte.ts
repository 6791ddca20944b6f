import type { Status } from '../../electron/shared/status.ts'

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

/** Whether the explanation of practice mode shows: until somebody has decided something, or closes it. */
class PracticeIntroState {
  #dismissed = $state(false)

  shows(status: Status | null): boolean {
    if (this.#dismissed || status?.mode !== 'practice') return false
    return decidedStates.every((state) => status.counts[state] === 0)
  }

  dismiss(): void {
    this.#dismissed = true
  }
}

export const practiceIntro = new PracticeIntroState()
