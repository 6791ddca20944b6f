import { createAnchorCheck } from './anchor-check.ts'
import type { AnchorCheck } from './anchor-check.ts'
import { createAttemptCheck } from './attempt-check.ts'
import type { BundleLine } from './bundle-format.ts'
import type { Complain } from './complaint.ts'
import { createItemCheck } from './item-check.ts'
import { createItemWindow } from './item-window.ts'
import type { LineGlance } from './line-glance.ts'

/** Where a portion of a bundle begins: after which item, and after how many anchors. */
export interface PortionStart {
  readonly afterItemId: number
  readonly afterAnchors: number
}

export const firstPortion: PortionStart = { afterItemId: -Infinity, afterAnchors: 0 }

export interface PortionCheck {
  readonly anchors: AnchorCheck
  /** Whether a line must be read for this portion. */
  concerns(glance: LineGlance): boolean
  take(line: BundleLine, number: number): void
  /** After the last line. */
  finish(): void
  /** What another reading must begin with; null where none is needed. */
  next(): PortionStart | null
}

/** An anchor lies in JavaScript's heap and takes ten times as much memory as a row. */
const rowsPerAnchor = 10

/**
 * Holds a portion of a bundle's items, attempts and anchors against all of its events. A portion has as many of each as
 * fit into memory.
 */
export function createPortionCheck(
  start: PortionStart,
  ledgerId: string,
  complain: Complain,
  keptAtOnce: number,
): PortionCheck {
  const window = createItemWindow(start.afterItemId)
  const items = createItemCheck(complain, window, keptAtOnce)
  const attempts = createAttemptCheck(complain, window, keptAtOnce)
  const anchors = createAnchorCheck(complain, start.afterAnchors, Math.ceil(keptAtOnce / rowsPerAnchor))
  return {
    anchors,
    concerns: ({ itemId, seq }) => (itemId !== null && window.holds(itemId)) || anchors.isAnchored(seq),
    take(line, number) {
      if (line.part === 'anchor') anchors.takeAnchor(line, ledgerId, number)
      else if (line.part === 'item') items.takeItem(line.row, number)
      else if (line.part === 'attempt') attempts.takeAttempt(line.row, number)
      else if (line.part === 'event') {
        if (items.takeEvent(line, number)) attempts.takeEvent(line, number)
        anchors.takeEvent(line)
      }
    },
    finish() {
      items.finish()
      attempts.finish()
      anchors.finish()
    },
    next() {
      const anchorsTaken = anchors.takenUpTo()
      if (window.end() === Infinity && anchorsTaken === null) return null
      return { afterItemId: window.end(), afterAnchors: anchorsTaken ?? Infinity }
    },
  }
}
