import { say } from '../../../shared/sentences/say.ts'
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
      const { seq } = event
      const previousHash = head === null ? event.previousHash : head.hash
      if (head === null && previousHash === undefined) complain(line, say('chain_begins_nowhere', { seq }))
      if (head === null && seq === 1 && previousHash !== genesisHash)
        complain(line, say('chain_begins_elsewhere', { seq }))
      if (head !== null && event.previousHash !== undefined)
        complain(line, say('chain_begins_again', { seq }))
      if (head !== null && seq !== head.seq + 1) {
        complain(line, say('chain_numbers_jump', { fromSeq: head.seq, toSeq: seq }))
      }
      if (previousHash !== undefined && chainHash(previousHash, event) !== event.hash) {
        complain(line, say('event_hash_differs', { seq }))
      }
      if (event.data !== undefined && sha256(event.data) !== event.dataHash) {
        complain(line, say('event_data_altered', { seq }))
      }
      if (event.data !== undefined && event.erased === true)
        complain(line, say('event_erased_yet_there', { seq }))
      head = { seq, hash: event.hash }
    },
    head: () => head,
  }
}
