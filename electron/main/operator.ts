import { userInfo } from 'node:os'

/** The name of the person's account: who decided, as the ledger writes it. */
export function readOperator(): string {
  try {
    return userInfo().username
  } catch {
    // An account without an entry in the system's list has a number only.
    return `uid-${String(process.getuid?.() ?? 'unknown')}`
  }
}
