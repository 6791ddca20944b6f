export interface HeartbeatOptions {
  /** Asks for a sign of life; resolves when one came. */
  ask(): Promise<unknown>
  readonly intervalMs: number
  /** How long a sign of life may take. */
  readonly limitMs: number
  /** Told once; nothing is asked afterwards. */
  onSilent(): void
}

/** Asks a process again and again whether it still answers. Returns its stop. */
export function watchHeartbeat({ ask, intervalMs, limitMs, onSilent }: HeartbeatOptions): () => void {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  function stop(): void {
    isStopped = true
    clearTimeout(timer)
  }

  function beat(): void {
    // In two halves: when the computer wakes from sleep the first one is over at once, and proves nothing.
    timer = setTimeout(() => {
      timer = setTimeout(() => {
        stop()
        onSilent()
      }, limitMs / 2)
    }, limitMs / 2)
    void ask().then(() => {
      if (isStopped) return
      clearTimeout(timer)
      timer = setTimeout(beat, intervalMs)
    })
  }

  timer = setTimeout(beat, intervalMs)
  return stop
}
