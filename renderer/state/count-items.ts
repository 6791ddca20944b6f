import type { CallInput, CallOutput } from '../../electron/shared/contract.ts'
import { call } from '../bridge/client.ts'

/** A selection, without what belongs to the pieces in which it is counted. */
export type CountedItems = Omit<CallInput<'items.count'>, 'after' | 'atMost'>

export interface Counted {
  readonly count: number
  /** False where there are more. */
  readonly isExact: boolean
}

/**
 * Counts what is meant, up to `atMost`. The engine answers in pieces, so that a long count holds nobody up; between
 * them counting ends where it is not wanted any more.
 */
export async function countItems(
  selection: CountedItems,
  atMost: number,
  isWanted: () => boolean = () => true,
): Promise<Counted> {
  let count = 0
  let after: number | null = null
  do {
    const piece: CallOutput<'items.count'> = await call('items.count', {
      ...selection,
      atMost: atMost - count,
      ...(after !== null && { after }),
    })
    count += piece.count
    after = piece.goesOnAfter
    if (after === null) return { count, isExact: piece.isExact }
  } while (count < atMost && isWanted())
  return { count, isExact: false }
}
