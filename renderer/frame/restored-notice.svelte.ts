/** Which restore of the ledger a person has taken note of. It is told again in the next window. */
class RestoredNotice {
  #dismissedAtMs = $state<number | null>(null)

  isDismissed(atMs: number): boolean {
    return this.#dismissedAtMs === atMs
  }

  dismiss(atMs: number): void {
    this.#dismissedAtMs = atMs
  }
}

export const restoredNotice = new RestoredNotice()
