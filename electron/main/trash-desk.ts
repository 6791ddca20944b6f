import type { Events } from '../shared/contract.ts'
import type { EngineLink } from './engine-link.ts'

export interface TrashDeskOptions {
  /** Rejects with words of the system where the file cannot go there. */
  trashItem(path: string): Promise<void>
  readonly call: EngineLink['call']
}

type Wanted = Events['files.trashWanted']

/** Puts files into the system's trash as the engine asks, one after the other, and says what became of each. */
export function createTrashDesk({ trashItem, call }: TrashDeskOptions): (wanted: Wanted) => void {
  let last = Promise.resolve()

  async function put({ itemId, path }: Wanted): Promise<void> {
    const failure = await trashItem(path).then(() => null, wordsOf)
    await call('files.trashed', { itemId, failure })
  }

  return (wanted) => {
    last = last.then(() => put(wanted))
  }
}

/** What Electron says where the system gave no reason. */
const noReason = 'Failed to move item to trash'

/** The contract takes so many characters. */
const longestWords = 1_000

/** Empty where the system does not say why. */
function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error)
  return words === noReason ? '' : words.slice(0, longestWords)
}
