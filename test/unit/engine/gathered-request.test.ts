import { describe, expect, it } from 'vitest'
import { gatherRequest } from '../../../electron/engine/attempt-run.ts'
import type { DueItem } from '../../../electron/engine/ledger/due-items.ts'
import { uploadSchema } from '../../../electron/shared/settings/upload.ts'
import { ledgerFixture, takeIn } from '../../support/ledger-fixture.ts'

const now = (): number => 10

/** A ledger in which as many files of one entity are due, each of the given size. */
async function dueFiles(count: number, sizeBytes: number) {
  const { ledger } = await ledgerFixture()
  for (let index = 0; index < count; index += 1) {
    const path = `${String(index)}.jpg`
    await takeIn(ledger, path, { entityId: 'cust-1', route: 'approved' })
  }
  const sized = (due: DueItem): DueItem => ({ ...due, item: { ...due.item, sizeBytes } })
  const [first] = await ledger.nextDue(10, 1)
  if (first === undefined) throw new Error('nothing is due')
  return {
    first: sized(first),
    ledger: {
      ...ledger,
      nextOfEntity: async (...input: Parameters<typeof ledger.nextOfEntity>) =>
        (await ledger.nextOfEntity(...input)).map(sized),
    },
  }
}

const upTo = (filesPerRequest: number) => uploadSchema.parse({ filesPerRequest })

describe('the files of one request', () => {
  it('is one, as it is shipped', async () => {
    const { first, ledger } = await dueFiles(3, 100)
    expect(uploadSchema.parse({}).filesPerRequest).toBe(1)
    expect(await gatherRequest(first, { ledger, upload: upTo(1), now })).toEqual([first])
  })

  it('are as many as the setting says', async () => {
    const { first, ledger } = await dueFiles(10, 100)
    expect(await gatherRequest(first, { ledger, upload: upTo(4), now })).toHaveLength(4)
    expect(await gatherRequest(first, { ledger, upload: upTo(20), now })).toHaveLength(10)
  })

  it('hold no more than 20 MB together', async () => {
    const { first, ledger } = await dueFiles(10, 4_900_000)
    expect(await gatherRequest(first, { ledger, upload: upTo(20), now })).toHaveLength(4)
    const large = await dueFiles(3, 25_000_000)
    expect(await gatherRequest(large.first, { ledger: large.ledger, upload: upTo(20), now })).toHaveLength(1)
  })

  it('are no others where the first was sent before', async () => {
    const { first, ledger } = await dueFiles(3, 100)
    const again = { ...first, attemptNumber: 2 }
    expect(await gatherRequest(again, { ledger, upload: upTo(5), now })).toEqual([again])
  })
})
