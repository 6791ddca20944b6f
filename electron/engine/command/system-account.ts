import { userInfo } from 'node:os'

/** Who is logged in, for the ledger. A container may run under a number that has no name. */
export function systemAccount(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${String(process.getuid?.() ?? 'unknown')}`
  }
}
