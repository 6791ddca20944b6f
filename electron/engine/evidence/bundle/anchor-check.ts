import type { Anchor } from '../../../shared/records.ts'
import { say } from '../../../shared/sentences/say.ts'
import type { BundleEvent } from './bundle-format.ts'
import type { Complain } from './complaint.ts'

interface ExpectedAnchor {
  readonly anchor: Anchor
  /** Where it stands in the bundle; null for one of an anchor file. */
  readonly line: number | null
}

export interface AnchorCheck {
  /** An anchor from outside, which must lie on the chain of a ledger. */
  expect(anchor: Anchor, ledgerId: string): void
  /** An anchor of the bundle. */
  takeAnchor(anchor: Anchor, ledgerId: string, line: number): void
  /** Whether the event with this number is anchored. */
  isAnchored(seq: number): boolean
  takeEvent(event: BundleEvent): void
  /** After the last event. */
  finish(): void
  /** How many lie on the chain. */
  provenCount(): number
  /** Up to which of the bundle's anchors this reading came; null where none is left to another reading. */
  takenUpTo(): number | null
}

/**
 * Holds anchors against the chain. Those from outside may lie before the bundle's part of it, or after. Of the bundle's
 * own, so many at once are kept, after as many as are skipped.
 */
export function createAnchorCheck(complain: Complain, skipped: number, keptAtOnce: number): AnchorCheck {
  const expected = new Map<number, ExpectedAnchor[]>()
  let proven = 0
  let met = 0

  const keep = (anchor: Anchor, line: number | null): void => {
    const others = expected.get(anchor.seq)
    if (others === undefined) expected.set(anchor.seq, [{ anchor, line }])
    else others.push({ anchor, line })
  }

  return {
    expect(anchor, ledgerId) {
      // A file may hold the anchors of several ledgers; a bundle holds those of its own.
      if (anchor.ledgerId === ledgerId) keep(anchor, null)
    },
    takeAnchor(anchor, ledgerId, line) {
      met += 1
      if (met <= skipped || met > skipped + keptAtOnce) return
      if (anchor.ledgerId === ledgerId) keep(anchor, line)
      else complain(line, say('anchor_of_other_ledger', { seq: anchor.seq }))
    },
    isAnchored: (seq) => expected.has(seq),
    takeEvent({ seq, hash }) {
      const found = expected.get(seq)
      if (found === undefined) return
      expected.delete(seq)
      for (const { anchor, line } of found) {
        if (anchor.hash === hash) proven += 1
        else complain(line, say('anchor_off_chain', { seq }))
      }
    },
    finish() {
      for (const { anchor, line } of [...expected.values()].flat()) {
        if (line === null) continue
        complain(line, say('anchor_outside_chain', { seq: anchor.seq }))
      }
    },
    provenCount: () => proven,
    takenUpTo: () => (met > skipped + keptAtOnce ? skipped + keptAtOnce : null),
  }
}
