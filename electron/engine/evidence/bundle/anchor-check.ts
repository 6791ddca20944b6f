import type { Anchor } from '../../../shared/records.ts'
import type { BundleEvent } from './bundle-format.ts'
import type { Complain } from './complaint.ts'

interface ExpectedAnchor {
  readonly anchor: Anchor
  /** Where it stands in the bundle; null for one of an anchor file. */
  readonly line: number | null
}

export interface AnchorCheck {
  /** An anchor that must lie on the chain of a ledger; `line` is null for one from outside of the bundle. */
  expect(anchor: Anchor, ledgerId: string, line: number | null): void
  takeEvent(event: BundleEvent): void
  /** After the last event. */
  finish(): void
  /** How many lie on the chain. */
  provenCount(): number
}

/** Holds anchors against the chain. Those from outside may lie before the bundle's part of it, or after. */
export function createAnchorCheck(complain: Complain): AnchorCheck {
  const expected = new Map<number, ExpectedAnchor[]>()
  let proven = 0
  return {
    expect(anchor, ledgerId, line) {
      if (anchor.ledgerId !== ledgerId) {
        // A file may hold the anchors of several ledgers; a bundle holds those of its own.
        if (line !== null)
          complain(line, `The anchor of event ${String(anchor.seq)} is that of another ledger.`)
        return
      }
      const others = expected.get(anchor.seq)
      if (others === undefined) expected.set(anchor.seq, [{ anchor, line }])
      else others.push({ anchor, line })
    },
    takeEvent({ seq, hash }) {
      const found = expected.get(seq)
      if (found === undefined) return
      expected.delete(seq)
      for (const { anchor, line } of found) {
        if (anchor.hash === hash) proven += 1
        else
          complain(
            line,
            `The anchor of event ${String(seq)} does not lie on the chain: the history was made anew.`,
          )
      }
    },
    finish() {
      for (const { anchor, line } of [...expected.values()].flat()) {
        if (line === null) continue
        complain(line, `The anchor of event ${String(anchor.seq)} lies outside of the chain.`)
      }
    },
    provenCount: () => proven,
  }
}
