import { sha256 } from '../../ledger/audit-chain.ts'
import { canonicalJson } from '../../ledger/canonical-json.ts'

/**
 * The digest of a value that a bundle tells, whatever the order of its keys. Null for a value that cannot be digested,
 * such as one that is nested too deep: it is like no other.
 */
export function toldDigest(value: unknown): string | null {
  try {
    return sha256(canonicalJson(value))
  } catch {
    return null
  }
}
