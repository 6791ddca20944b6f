import { describe, expect, it } from 'vitest'
import { canPrioritise, inSendingOrder, priorityOf } from '../../../renderer/item/priority.ts'
import { sampleItem } from '../../support/sample-item.ts'

const folderPriority = (folderId: string) => (folderId === 'archive' ? 'low' : 'normal')

describe('the order in which files are sent', () => {
  it('follows a person before a folder', () => {
    expect(priorityOf(sampleItem({ folderId: 'archive' }), folderPriority)).toBe('low')
    expect(priorityOf(sampleItem({ folderId: 'archive', priority: 'normal' }), folderPriority)).toBe('normal')
  })

  it('keeps the given order among equals', () => {
    const items = [
      sampleItem({ id: 1, folderId: 'archive' }),
      sampleItem({ id: 2 }),
      sampleItem({ id: 3, priority: 'high' }),
      sampleItem({ id: 4 }),
      sampleItem({ id: 5, folderId: 'archive', priority: 'high' }),
    ]
    expect(inSendingOrder(items, folderPriority).map(({ id }) => id)).toEqual([3, 5, 2, 4, 1])
  })

  it('can be changed for scans that wait only', () => {
    expect(canPrioritise(sampleItem({ state: 'approved' }))).toBe(true)
    expect(canPrioritise(sampleItem({ state: 'retry_wait' }))).toBe(true)
    expect(canPrioritise(sampleItem({ state: 'uploading' }))).toBe(false)
    expect(canPrioritise(sampleItem({ state: 'approved', role: 'index' }))).toBe(false)
  })
})
