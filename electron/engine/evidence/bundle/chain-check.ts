import { chainHash, genesisHash, sha256 } from '../../ledger/audit-chain.ts'
import type { BundleEvent } from './bundle-format.ts'
import type { Complain } from './complaint.ts'

export interface ChainCheck {
  take(event: BundleEvent, line: number): void
  /** The last event so far; null before the first one. */
  head(): { readonly seq: number; readonly hash: string } | null
}

/** Computes the chain anew, link by link, and the hash of all data that is there. */
export function createChainCheck(complain: Complain): ChainCheck {
  let head: { seq: number; hash: string } | null = null
  return {
    take(event, line) {
      const name = `event ${String(event.seq)}`
      const previousHash = head === null ? event.previousHash : head.hash
      if (head === null && previousHash === undefined)
        complain(line, `The first event, ${name}, does not say what it follows from.`)
      if (head === null && event.seq === 1 && previousHash !== genesisHash)
        complain(line, `The first event of a ledger follows from nothing; ${name} says otherwise.`)
      if (head !== null && event.previousHash !== undefined)
        complain(line, `Only the first event says what it follows from; ${name} says so too.`)
      if (head !== null && event.seq !== head.seq + 1) {
        complain(line, `Between event ${String(head.seq)} and ${name} the numbers do not run on.`)
      }
      if (previousHash !== undefined && chainHash(previousHash, event) !== event.hash) {
        complain(
          line,
          `The hash of ${name} does not follow from the event before it: the event or its place was altered.`,
        )
      }
      if (event.data !== undefined && sha256(event.data) !== event.dataHash) {
        complain(line, `The data of ${name} was altered.`)
      }
      if (event.data !== undefined && event.erased === true)
        complain(line, `The data of ${name} is said to be erased and stands there.`)
      head = { seq: event.seq, hash: event.hash }
    },
    head: () => head,
  }
}
