import type { RulesProgress, RulesVersion } from '../../../electron/shared/readings.ts'

/** What is told after rules came into force: which, and how far waiting files were read again. */
class SavedNotice {
  version = $state.raw<RulesVersion | null>(null)
  #latest = $state.raw<RulesProgress | null>(null)

  /** Null until the engine has told something of this version. */
  readonly progress = $derived(
    this.#latest !== null && this.#latest.version === this.version?.version ? this.#latest : null,
  )

  show(version: RulesVersion): void {
    this.version = version
  }

  /** Progress may be told before the answer to the save is there. */
  follow(progress: RulesProgress): void {
    this.#latest = progress
  }

  dismiss(): void {
    this.version = null
  }
}

export const savedNotice = new SavedNotice()
