import { beforeEach, describe, expect, it, vi } from 'vitest'
import { IntrayError } from '../../../electron/shared/error-codes.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { historyDesk } from '../../../renderer/history/history-desk.svelte.ts'
import { WaitingDecision } from '../../../renderer/history/waiting-decision.svelte.ts'
import { Repairing } from '../../../renderer/item/repair/repairing.svelte.ts'
import { sitting } from '../../../renderer/item/sitting.svelte.ts'
import { operatorDesk } from '../../../renderer/operator/operator-desk.svelte.ts'
import { problemDesk } from '../../../renderer/problems/problem-desk.svelte.ts'
import { toasts } from '../../../renderer/state/toasts.svelte.ts'
import { sampleItem } from '../../support/sample-item.ts'
import { bridgeWindow } from './window-bridge.ts'

const lastToast = () => toasts.list.at(-1)
const after = (change: Partial<Item>) => sampleItem({ id: 7, revision: 2, ...change })

beforeEach(async () => {
  bridgeWindow({ 'review.undo': ({ itemId }) => sampleItem({ id: itemId }) })
  while (sitting.last !== null) await sitting.takeBackLast()
  for (const { id } of toasts.list) toasts.dismiss(id)
})

describe('a decision in any view', () => {
  it('can be taken back where a waiting scan was decided in the history', async () => {
    bridgeWindow({ 'review.reject': () => after({ state: 'rejected' }) })
    new WaitingDecision().reject(sampleItem({ id: 7 }), 'Blurred')
    await vi.waitFor(() => expect(lastToast()?.action?.label).toBe('Undo'))
    expect(sitting.last).toMatchObject({ kind: 'reject', items: [{ itemId: 7, revision: 2 }] })
  })

  it('asks who decides where a waiting scan is decided and nobody is signed in', async () => {
    const askToSignIn = vi.spyOn(operatorDesk, 'askToSignIn').mockResolvedValue(true)
    let tries = 0
    bridgeWindow({
      'review.reject': () => {
        tries += 1
        if (tries === 1) throw new IntrayError('operator_needed')
        return after({ state: 'rejected' })
      },
    })
    new WaitingDecision().reject(sampleItem({ id: 7 }), 'Blurred')
    await vi.waitFor(() => expect(sitting.last?.kind).toBe('reject'))
    expect(askToSignIn).toHaveBeenCalledOnce()
    askToSignIn.mockRestore()
  })

  it('can be taken back where a rejected file was reopened', async () => {
    bridgeWindow({ 'review.reopen': () => after({ state: 'awaiting_review' }) })
    await historyDesk.reopen(sampleItem({ id: 7, state: 'rejected' }))
    expect(lastToast()?.action?.label).toBe('Undo')
  })

  it.each([
    ['a refused file is sent again', 'retry', () => problemDesk.retry()],
    ['an unknown outcome was settled', 'settle_unknown', () => problemDesk.settle('arrived', 'Seen there')],
  ])('can be taken back where %s', async (_words, kind, decide) => {
    const item = sampleItem({ id: 7, state: 'failed', entityId: 'cust-7', mediaType: 'IMAGE_PASSPORT_FRONT' })
    bridgeWindow({
      'items.list': () => ({ items: [item], nextCursor: null, reachedMs: null }),
      'review.retry': () => after({ state: 'approved' }),
      'review.settleUnknown': () => after({ state: 'uploaded' }),
    })
    await problemDesk.list.load()
    problemDesk.select(item)
    decide()
    await vi.waitFor(() => expect(sitting.last).toMatchObject({ kind, items: [{ itemId: 7, revision: 2 }] }))
    expect(lastToast()?.action?.label).toBe('Undo')
  })

  it('can be taken back where a new scan was asked for and only its slip could not be written', async () => {
    bridgeWindow({
      'review.requestRescan': () => {
        throw new IntrayError('rescan_slip_unwritable')
      },
      'items.get': () => ({
        item: after({ state: 'rejected' }),
        folderPath: '/scans',
        attempts: [],
        events: [],
        sameContent: [],
        rescans: [],
        entityCheck: null,
      }),
    })
    new WaitingDecision().requestRescan(sampleItem({ id: 7 }), 'Cut off')
    await vi.waitFor(() => expect(sitting.last?.kind).toBe('request_rescan'))
    expect(toasts.list.map(({ tone }) => tone)).toEqual(['danger', 'success'])
  })
})

it('can be taken back where a smaller form was given up', async () => {
  const repair = {
    recipe: { kind: 'jpeg', quality: 85, scalePercent: 100, grey: false },
    sha256: 'b'.repeat(64),
    sizeBytes: 1,
    family: 'jpg',
    byPolicy: false,
  } as const
  const item = sampleItem({ id: 7, repair })
  bridgeWindow({ 'repair.discard': () => after({ state: 'needs_attention' }) })
  const repairing = new Repairing()
  const stop = repairing.show(item)
  await repairing.discard()
  stop()
  expect(sitting.last?.items).toMatchObject([{ itemId: 7, revision: 2 }])
  expect(lastToast()?.action?.label).toBe('Undo')
})
