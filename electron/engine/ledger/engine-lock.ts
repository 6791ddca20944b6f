import { holdExclusively } from './connection.ts'
import type { ConnectionOptions } from './connection.ts'

/**
 * Makes sure that one engine at a time works on a ledger, by a lock on a file beside it.
 * Throws `ledger_locked` when another engine is at work. Returns the release.
 */
export function lockEngine(ledgerFile: string, options: ConnectionOptions): () => void {
  return holdExclusively(`${ledgerFile}.engine-lock`, options)
}
