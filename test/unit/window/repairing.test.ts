import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { finding } from '../../../electron/shared/finding-codes.ts'
import { IntrayError } from '../../../electron/shared/error-codes.ts'
import type { Item } from '../../../electron/shared/records.ts'
import type { Recipe, RepairProposal } from '../../../electron/shared/repair.ts'
import { sayAsWritten } from '../../../electron/shared/sentences/say.ts'
import { offersRepair } from '../../../renderer/item/repair/repairable.ts'
import { Repairing } from '../../../renderer/item/repair/repairing.svelte.ts'
import { sampleItem } from '../../support/sample-item.ts'
import { bridgeWindow } from './window-bridge.ts'
import type { AskedCall } from './window-bridge.ts'

const best: Recipe = { kind: 'jpeg', quality: 85, scalePercent: 100, grey: false }
const sha256 = 'a'.repeat(64)
const large = sampleItem({
  state: 'needs_attention',
  sha256,
  sizeBytes: 9_000_000,
  findings: [finding('too_large', sayAsWritten(''))],
})

function proposalOf(recipe: Recipe): RepairProposal {
  const form = { sizeBytes: 1, family: 'jpg', widthPixels: 1, heightPixels: 1 } as const
  return { recipe, before: { ...form, sha256 }, after: [{ ...form, sha256: 'b'.repeat(64) }], fits: true }
}

describe('a smaller form is offered', () => {
  const repair = { recipe: best, sha256, sizeBytes: 1, family: 'jpg', byPolicy: false } as const

  it.each<[string, Partial<Item>, boolean]>([
    ['for a picture over the limit', {}, true],
    ['not for a video', { family: 'mp4' }, false],
    ['not for a picture within the limit', { findings: [] }, false],
    ['where one was accepted, to go back from it', { findings: [], state: 'awaiting_review', repair }, true],
    ['not after the upload', { findings: [], state: 'uploaded', repair }, false],
  ])('%s', (_words, change, isOffered) => {
    expect(offersRepair({ ...large, ...change }, 'ask')).toBe(isOffered)
  })

  it('not where the folder says so', () => {
    expect(offersRepair(large, 'off')).toBe(false)
  })
})

describe('a smaller form', () => {
  let asked: AskedCall[]
  let repairing: Repairing
  let refusal: IntrayError | null

  beforeEach(() => {
    vi.useFakeTimers()
    refusal = null
    asked = bridgeWindow({
      'repair.propose': ({ recipe }) => {
        if (refusal !== null) throw refusal
        return proposalOf(recipe ?? best)
      },
      'repair.accept': () => ({ ...large, state: 'awaiting_review' }),
    })
    repairing = new Repairing()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** Stays with an item until everything has been asked. */
  async function show(item: Item): Promise<void> {
    repairing.show(item)
    await vi.runAllTimersAsync()
  }

  it('is looked for once a person rests on an item, and not while stepping through', async () => {
    const leave = repairing.show(large)
    leave()
    await vi.runAllTimersAsync()
    expect(asked).toEqual([])
    await show(large)
    expect(asked).toEqual([{ name: 'repair.propose', input: { itemId: 1, revision: 1 } }])
    expect(repairing.proposal?.recipe).toEqual(best)
    expect(repairing.isChanged).toBe(false)
  })

  it('is made as the person wants it, and only what was seen can be accepted', async () => {
    await show(large)
    repairing.wanted.quality = 60
    repairing.wanted.grey = true
    expect(repairing.isChanged).toBe(true)
    await repairing.make()
    const recipe = { ...best, quality: 60, grey: true }
    expect(repairing.proposal?.recipe).toEqual(recipe)
    expect(repairing.isChanged).toBe(false)
    await repairing.accept()
    expect(asked.at(-1)).toEqual({ name: 'repair.accept', input: { itemId: 1, revision: 1, recipe } })
  })

  it('of the item before is never shown for the next one', async () => {
    await show(large)
    repairing.show({ ...large, id: 2 })
    expect(repairing.proposal).toBeNull()
    expect(repairing.busy).toBeNull()
  })

  it('stays in view when the item changes in something else', async () => {
    await show(large)
    await show({ ...large, revision: 2, entityId: 'cust-2' })
    expect(asked).toHaveLength(1)
    await repairing.accept()
    expect(asked.at(-1)?.input).toMatchObject({ revision: 2 })
  })

  it('that cannot be made is said in words', async () => {
    refusal = new IntrayError('repair_refused', 'It is an animation.')
    await show(large)
    expect(repairing.failure).toEqual({ code: 'repair_refused', detail: 'It is an animation.' })
    expect(repairing.busy).toBeNull()
  })
})
