import { describe, expect, it } from 'vitest'
import {
  comparisonAfter,
  comparisonsFor,
  likeliestComparison,
} from '../../../renderer/preview/beside/comparison.ts'
import { otherSidesAmong } from '../../../renderer/preview/beside/other-side.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { sampleItem } from '../../support/sample-item.ts'

const front = sampleItem({ id: 1, mediaType: 'IMAGE_ID_CARD_FRONT', path: 'today/1.jpg', name: '1.jpg' })
const back = sampleItem({ id: 2, mediaType: 'IMAGE_ID_CARD_BACK', path: 'today/2.jpg', name: '2.jpg' })

const otherSideAmong = (item: Item, candidates: readonly Item[]) =>
  otherSidesAmong(item, candidates)[0] ?? null

describe('the other side', () => {
  it('is one of several, each content once', () => {
    const first = sampleItem({ ...back, sha256: 'one' })
    const again = sampleItem({ ...back, id: 3, sha256: 'another', firstSeenAtMs: back.firstSeenAtMs + 9 })
    const copy = sampleItem({ ...first, id: 4, firstSeenAtMs: back.firstSeenAtMs + 99 })
    expect(otherSidesAmong(front, [copy, again, first])).toEqual([first, again])
  })

  it('is the same kind’s other side of the same entity, from either side', () => {
    expect(otherSideAmong(front, [front, back])).toBe(back)
    expect(otherSideAmong(back, [front, back])).toBe(front)
  })

  it.each([
    ['another entity', { entityId: 'cust-2' }],
    ['another kind', { mediaType: 'IMAGE_CHECK_BACK' }],
    ['the same side', { mediaType: 'IMAGE_ID_CARD_FRONT' }],
    ['no file any more', { state: 'missing' as const }],
    ['rejected', { state: 'rejected' as const }],
    ['erased', { erasedAtMs: 1 }],
    ['an index file', { role: 'index' as const }],
  ])('is not one of %s', (_, change) => {
    expect(otherSideAmong(front, [sampleItem({ ...back, ...change })])).toBeNull()
  })

  it('may have been uploaded already', () => {
    const sent = sampleItem({ ...back, state: 'uploaded' })
    expect(otherSideAmong(front, [sent])).toBe(sent)
  })

  it('is found for kinds that nobody documented', () => {
    const permit = sampleItem({ id: 5, mediaType: 'PERMIT_FRONT' })
    const permitBack = sampleItem({ id: 6, mediaType: 'PERMIT_BACK' })
    expect(otherSideAmong(permit, [permitBack])).toBe(permitBack)
  })

  it('is none for a kind without sides, and without an entity', () => {
    expect(otherSideAmong(sampleItem({ mediaType: 'LETTER' }), [back])).toBeNull()
    expect(otherSideAmong(sampleItem({ mediaType: null }), [back])).toBeNull()
    expect(
      otherSideAmong(sampleItem({ ...front, entityId: null }), [sampleItem({ ...back, entityId: null })]),
    ).toBeNull()
  })

  it('is rather of the same folder, then beside it, then of the same time', () => {
    const elsewhere = sampleItem({ ...back, id: 3, folderId: 'other', firstSeenAtMs: 0 })
    const below = sampleItem({ ...back, id: 4, path: 'yesterday/2.jpg' })
    const late = sampleItem({ ...back, id: 5, firstSeenAtMs: 86_400_000 })
    expect(otherSideAmong(front, [elsewhere, below, late, back])).toBe(back)
    expect(otherSideAmong(front, [elsewhere, below, late])).toBe(late)
    expect(otherSideAmong(front, [elsewhere, below])).toBe(below)
  })
})

describe('what was uploaded before', () => {
  const sent = (id: number, change: Parameters<typeof sampleItem>[0] = {}) =>
    sampleItem({ id, state: 'uploaded', uploadedAtMs: id, sha256: String(id), ...change })

  it('is shown once for each content, the latest first, without the item in hand', () => {
    const uploaded = [sent(1), sent(3, { sha256: 'same' }), sent(4, { sha256: 'same' }), sent(9)]
    const item = sampleItem({ id: 9 })
    expect(comparisonsFor(item, uploaded).map(({ id }) => id)).toEqual([4, 1])
  })

  it('is of this entity alone and was not erased', () => {
    const item = sampleItem({ id: 9 })
    expect(comparisonsFor(item, [sent(1, { entityId: 'cust-10' }), sent(2, { erasedAtMs: 5 })])).toEqual([])
  })

  it('is compared with the latest of the same kind first', () => {
    const item = sampleItem({ id: 9, mediaType: 'LETTER' })
    const letter = sent(1, { mediaType: 'LETTER' })
    const passport = sent(2)
    expect(likeliestComparison(item, [passport, letter])).toBe(letter)
    expect(likeliestComparison(item, [passport])).toBe(passport)
    expect(likeliestComparison(item, [])).toBeNull()
  })

  it('is gone through round and round', () => {
    const [one, two] = [sent(1), sent(2)]
    expect(comparisonAfter(one, [one, two])).toBe(two)
    expect(comparisonAfter(two, [one, two])).toBe(one)
    expect(comparisonAfter(null, [one, two])).toBe(one)
    expect(comparisonAfter(one, [])).toBeNull()
  })
})
