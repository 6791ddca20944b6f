import { ItemList } from '../state/item-list.svelte.ts'

/** The scans that wait for their index row or their other side. The oldest are enough to tell when the first goes on. */
export const waitingScans = new ItemList(() => ({ states: ['identified'], order: 'oldest_first' }))
