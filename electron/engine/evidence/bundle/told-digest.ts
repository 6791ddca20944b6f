import { sha256 } from '../../ledger/audit-chain.ts'
import { canonicalJson } from '../../ledger/canonical-json.ts'

/**
 * The digest of a value that a bundle tells, whatever the order of its keys. A value that cannot be digested, such as
 * one that is nested too deep, is like no other.
 */
export function toldDigest(value: unknown): string | symbol {
  try {
    return sha256(canonicalJson(value))
  } catch {
    return Symbol('no digest')
  }
}
