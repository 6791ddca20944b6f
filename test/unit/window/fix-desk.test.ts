import { afterEach, describe, expect, it } from 'vitest'
import { fixDesk } from '../../../renderer/problems/fix-desk.svelte.ts'
import { toasts } from '../../../renderer/state/toasts.svelte.ts'
import { bridgeWindow } from './window-bridge.ts'

const selection = { states: ['failed' as const], text: 'error:request_refused' }

afterEach(() => {
  fixDesk.question = null
  for (const { id } of toasts.list) toasts.dismiss(id)
})

describe('one fix for all files of a cause', () => {
  it('asks with the exact number first, and then decides for just those', async () => {
    const asked = bridgeWindow({
      'items.count': () => ({ count: 39, isExact: true }),
      'review.bulk': () => ({
        done: Array.from({ length: 37 }, (_, index) => ({
          itemId: index + 1,
          revision: 2,
          state: 'approved' as const,
          sendsAfterMs: null,
        })),
        held: [{ failure: { code: 'stale_item', detail: '' }, itemIds: [38, 39] }],
      }),
    })
    await fixDesk.ask('retry', selection)
    expect(fixDesk.question).toEqual({ kind: 'retry', target: { selection }, count: 39 })
    await fixDesk.confirm()
    expect(asked).toContainEqual({
      name: 'review.bulk',
      input: { target: { selection }, action: { kind: 'retry' } },
    })
    expect(toasts.list.at(-1)?.title).toContain('37 files sent again')
    expect(fixDesk.question).toBeNull()
  })

  it('gives the reason or the value to each', async () => {
    const asked = bridgeWindow({
      'items.count': () => ({ count: 2, isExact: true }),
      'review.bulk': () => ({ done: [], held: [] }),
    })
    await fixDesk.ask('set_entity', selection)
    await fixDesk.confirm('cust-7')
    expect(asked.at(-1)?.input).toMatchObject({ action: { kind: 'correct', entityId: 'cust-7' } })
  })

  it('asks nothing where the files cannot be counted, and says so', async () => {
    bridgeWindow({})
    await fixDesk.ask('reject', selection)
    expect(fixDesk.question).toBeNull()
    expect(toasts.list.at(-1)?.tone).toBe('danger')
  })
})
