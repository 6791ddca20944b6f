import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { IntrayError } from '../../../electron/shared/error-codes.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { reviewDesk } from '../../../renderer/review/review-desk.svelte.ts'
import { navigation } from '../../../renderer/state/navigation.svelte.ts'
import { toasts } from '../../../renderer/state/toasts.svelte.ts'
import { sampleItem } from '../../support/sample-item.ts'
import { bridgeWindow } from './window-bridge.ts'

const scan = (id: number, change: Partial<Item> = {}): Item =>
  sampleItem({ id, entityId: `cust-${id}`, mediaType: 'IMAGE_PASSPORT_FRONT', findings: [], ...change })
let waiting: Item[]

beforeEach(async () => {
  waiting = [scan(1), scan(2)]
  for (const { id } of toasts.list) toasts.dismiss(id)
  bridgeWindow({
    'items.list': () => ({ items: waiting, nextCursor: null, reachedMs: null }),
    'review.approve': () => {
      throw new IntrayError('stale_item')
    },
  })
  await reviewDesk.queue.list.load()
  navigation.go('review')
})

describe('a file that somebody else decided in the same moment', () => {
  it('is found in its story, where it waits no more', async () => {
    reviewDesk.select(scan(1))
    reviewDesk.approve()
    waiting = [scan(2)]
    await vi.waitFor(() => expect(toasts.list.at(-1)?.action?.label).toBe('Go to it'))
    toasts.list.at(-1)?.action?.run()
    await vi.waitFor(() => expect(navigation.view).toBe('history'))
    expect(navigation.historyRequest).toMatchObject({ itemId: 1 })
  })

  it('is taken in hand again, where it still waits', async () => {
    reviewDesk.select(scan(1))
    reviewDesk.approve()
    await vi.waitFor(() => expect(toasts.list.at(-1)?.action?.label).toBe('Go to it'))
    reviewDesk.select(scan(2))
    toasts.list.at(-1)?.action?.run()
    await vi.waitFor(() => {
      reviewDesk.settleSelection()
      expect(reviewDesk.selected?.id).toBe(1)
    })
    expect(navigation.view).toBe('review')
  })
})

describe('what was taken back in another view', () => {
  const takenBack = () => ({
    decision: { kind: 'approve', words: '', items: [] },
    itemIds: [9],
    item: scan(9, { state: 'needs_attention' }),
  })

  it('is not told again when the review opens, and is told while it is open', () => {
    onTestFinished(reviewDesk.start())
    reviewDesk.showTakenBack(takenBack())
    expect(toasts.list).toEqual([])
    reviewDesk.showTakenBack(takenBack())
    expect(toasts.list.map(({ title }) => title)).toEqual([
      expect.stringContaining('is back where it was before the decision'),
    ])
  })
})
