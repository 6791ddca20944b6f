/** The items that one reading of a bundle looks at: those after one number, up to another one. */
export interface ItemWindow {
  holds(itemId: number): boolean
  /** Leaves the items after this one to the next reading. */
  endAt(itemId: number): void
  /** The last number of the window; Infinity where nothing is left to another reading. */
  end(): number
}

export function createItemWindow(afterItemId: number): ItemWindow {
  let end = Infinity
  return {
    holds: (itemId) => itemId > afterItemId && itemId <= end,
    endAt(itemId) {
      end = Math.min(end, itemId)
    },
    end: () => end,
  }
}
