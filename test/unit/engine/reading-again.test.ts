import { describe, expect, it } from 'vitest'
import { createReadingAgain } from '../../../electron/engine/reading-again.ts'
import type { ReadingAgain, ReadingAgainOptions } from '../../../electron/engine/reading-again.ts'
import { itemStates } from '../../../electron/shared/item-states.ts'
import { sampleItem } from '../../support/sample-item.ts'

const fact = 'rules_in_force'

/** Three pages of waiting items that were read by version 1; version 2 is in force. */
function waitingForNewRules(onPage: (done: number) => void = () => undefined) {
  const facts = new Map([[fact, '1']])
  const failures: unknown[] = []
  const ledger = {
    readFact: (name: string) => Promise.resolve(facts.get(name) ?? null),
    writeFact: (name: string, value: string) => Promise.resolve(void facts.set(name, value)),
    countsByFolder: () =>
      Promise.resolve([
        { folderId: 'scans', counts: Object.fromEntries(itemStates.map((state) => [state, 0])) },
      ]),
    list: ({ cursor = '1' }: { cursor?: string }) =>
      Promise.resolve({
        items: [sampleItem({ id: Number(cursor) })],
        nextCursor: cursor === '3' ? null : String(Number(cursor) + 1),
      }),
  }
  const options = {
    ledger,
    identifier: { readAgain: () => Promise.resolve([]) },
    folders: [{ id: 'scans' }],
    rules: () => ({ version: { version: 2 } }),
    log: { error: (_code: string, error: unknown) => void failures.push(error) },
    now: () => 0,
    onItemsChanged: () => undefined,
    onProgress: ({ done }: { done: number }) => {
      onPage(done)
    },
  }
  // Items without content are passed over, so nothing else is asked of the ledger.
  const readingAgain: ReadingAgain = createReadingAgain(options as unknown as ReadingAgainOptions)
  return { readingAgain, facts, failures, ledger }
}

describe('reading waiting items by new rules', () => {
  it('is begun without waiting for it, and told in the ledger when it is over', async () => {
    const pages: number[] = []
    const { readingAgain, facts } = waitingForNewRules((done) => pages.push(done))
    readingAgain.beginReadAll()
    expect(pages).toEqual([])
    await readingAgain.readItems([])
    expect(pages).toEqual([1, 2, 3])
    expect(facts.get(fact)).toBe('2')
  })

  it('ends after the page in hand when it is stopped, and is done at the next start', async () => {
    const pages: number[] = []
    let stopped: Promise<void> | undefined
    const begun = waitingForNewRules((done) => {
      pages.push(done)
      stopped ??= begun.readingAgain.stop()
    })
    begun.readingAgain.beginReadAll()
    await begun.readingAgain.readItems([])
    await stopped
    expect(pages).toEqual([1])
    expect(begun.facts.get(fact)).toBe('1')
  })

  it('tells a failure to the log, where nobody waits for it', async () => {
    const { readingAgain, failures, facts, ledger } = waitingForNewRules()
    const failure = new Error('The disk is full.')
    ledger.list = () => Promise.reject(failure)
    readingAgain.beginReadAll()
    await readingAgain.readItems([])
    expect(failures).toEqual([failure])
    expect(facts.get(fact)).toBe('1')
  })
})
