import { say } from '../../../shared/sentences/say.ts'
import { parseObject } from '../../ledger/stored-event.ts'
import { partOrder } from './bundle-format.ts'
import type { BundleLine, BundleManifest, BundleSeal } from './bundle-format.ts'
import { createChainCheck } from './chain-check.ts'
import type { Complain } from './complaint.ts'
import { createRowOrder } from './row-order.ts'

export interface FrameCheck {
  /** `sha256Before` is that of all bytes before the line. */
  take(line: BundleLine, number: number, sha256Before: () => string): void
  isSealed(): boolean
  /** After the last line. */
  finish(): void
  itemCount(): number
  /** Of items or of attempts, whichever are more. */
  rowCount(): number
  eventCount(): number
  headHash(): string | null
}

/** Checks what holds a bundle together: the order of its lines, the chain, the counts and the seal. Keeps no line. */
export function createFrameCheck(manifest: BundleManifest, complain: Complain): FrameCheck {
  const chain = createChainCheck(complain)
  const order = createRowOrder(complain)
  const counts = { itemCount: 0, attemptCount: 0, eventCount: 0, anchorCount: 0 }
  let seal: { readonly line: BundleSeal; readonly number: number; readonly sha256: string } | null = null
  let lastPart = -1

  return {
    take(line, number, sha256Before) {
      const part = partOrder.indexOf(line.part)
      if (part < lastPart || (part === lastPart && line.part === 'manifest')) {
        complain(number, say('bundle_line_misplaced', { part: line.part }))
      }
      lastPart = Math.max(part, lastPart)
      if (line.part === 'seal') seal = { line, number, sha256: sha256Before() }
      else if (line.part === 'anchor') counts.anchorCount += 1
      else if (line.part === 'item') {
        counts.itemCount += 1
        order.takeItem(line.row, number)
      } else if (line.part === 'attempt') {
        counts.attemptCount += 1
        order.takeAttempt(line.row, number)
      } else if (line.part === 'event') {
        counts.eventCount += 1
        chain.take(line, number)
        if (line.kind === 'ledger.created' && line.data !== undefined) {
          const told = parseObject(line.data)['ledgerId']
          if (told !== manifest.ledgerId) complain(number, say('bundle_of_other_ledger'))
        }
      }
    },
    isSealed: () => seal !== null,
    finish() {
      const head = chain.head()
      if (seal === null) complain(null, say('seal_missing'))
      else verifySeal(seal, { ...counts, headSeq: head?.seq ?? 0, headHash: head?.hash ?? '' }, complain)
    },
    itemCount: () => counts.itemCount,
    rowCount: () => Math.max(counts.itemCount, counts.attemptCount),
    eventCount: () => counts.eventCount,
    headHash: () => chain.head()?.hash ?? null,
  }
}

function verifySeal(
  seal: { readonly line: BundleSeal; readonly number: number; readonly sha256: string },
  counted: Omit<BundleSeal, 'part' | 'sha256'>,
  complain: Complain,
): void {
  if (seal.sha256 !== seal.line.sha256) {
    complain(seal.number, say('seal_broken'))
  }
  const { itemCount, attemptCount, eventCount, anchorCount, headSeq, headHash } = seal.line
  const told: typeof counted = { itemCount, attemptCount, eventCount, anchorCount, headSeq, headHash }
  if (JSON.stringify(told) !== JSON.stringify(counted)) {
    complain(seal.number, say('seal_counts_differ'))
  }
}
