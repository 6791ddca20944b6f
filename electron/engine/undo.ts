/** What takes steps back, in the order in which they were done. */
export type Undo = (() => Promise<void> | void)[]

/** Takes steps back, the last one first. One that fails does not keep the others from being taken back. */
export async function undoAll(steps: Undo): Promise<void> {
  const failures: unknown[] = []
  for (const step of steps.splice(0).reverse()) {
    try {
      await step()
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
