import { IntrayError } from '../../shared/error-codes.ts'
import type { Anchor } from '../../shared/records.ts'
import { say } from '../../shared/sentences/say.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { appendAnchor } from './anchor-file.ts'

/**
 * Anchors the head of the chain: the file gets its line first and the ledger its event afterwards. A line without an
 * event still proves; an event without a line would promise what is not there. `append` makes the file's line safe.
 * Throws `output_unwritable`, also where no file is set.
 */
export async function writeAnchor(
  ledger: Pick<Ledger, 'readHead' | 'recordAnchor'>,
  path: string,
  atMs: number,
  append = appendAnchor,
): Promise<Anchor> {
  if (path === '') throw new IntrayError('output_unwritable', say('anchor_file_not_set'))
  const anchor = await ledger.readHead(atMs)
  await append(path, anchor)
  await ledger.recordAnchor(anchor)
  return anchor
}
