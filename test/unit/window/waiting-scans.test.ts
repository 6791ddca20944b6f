import { describe, expect, it } from 'vitest'
import { waitingOf } from '../../../renderer/review/waiting.ts'
import { sampleItem } from '../../support/sample-item.ts'

const waiting = (waitsFor: 'index_row' | 'other_side', waitsUntilMs: number | null) =>
  sampleItem({ state: 'identified', waitsFor, waitsUntilMs })

describe('what scans wait for', () => {
  it('is told with the time at which the first goes on', () => {
    expect(waitingOf([waiting('index_row', 200), waiting('index_row', 100)])).toEqual({
      for: 'index_row',
      firstUntilMs: 100,
    })
  })

  it('can be either', () => {
    expect(waitingOf([waiting('index_row', null), waiting('other_side', 50)])).toEqual({
      for: 'either',
      firstUntilMs: 50,
    })
  })

  it('is nothing for scans that are only on their way', () => {
    expect(waitingOf([sampleItem({ state: 'identified' })])).toBeNull()
    expect(waitingOf([])).toBeNull()
  })
})
