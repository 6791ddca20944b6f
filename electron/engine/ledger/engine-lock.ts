import { holdExclusively } from './connection.ts'
import type { ConnectionOptions } from './connection.ts'

/**
 * Makes sure that one engine at a time works on a ledger, by a lock on a file beside it.
 * Throws `ledger_locked` when another engine is at work. Returns the release.
 *
 * The lock is the operating system's and not the file: it ends with the process, however that ends, and a file that
 * a crash leaves behind, or that is copied along with the data folder, locks nothing. On a share it holds as far as
 * the share's server keeps locks: SMB does, NFS from version 4 on. A copy of a data folder is another ledger file
 * with the same id: two engines may then work on the two copies, and each is behind nothing that it could notice. So
 * a data folder belongs to one computer, on a disk of its own.
 */
export function lockEngine(ledgerFile: string, options: ConnectionOptions): () => void {
  return holdExclusively(`${ledgerFile}.engine-lock`, options)
}
