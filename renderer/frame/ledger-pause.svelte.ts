/** Since when this window knows that the ledger cannot be written. The status does not tell a time. */
class LedgerPauseState {
  sinceMs = $state<number | null>(null)

  /** Call it with every status. */
  follow(isPaused: boolean): void {
    if (!isPaused) this.sinceMs = null
    else this.sinceMs ??= Date.now()
  }
}

export const ledgerPause = new LedgerPauseState()
