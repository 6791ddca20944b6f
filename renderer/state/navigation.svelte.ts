import type { ItemState } from '../../electron/shared/item-states.ts'

/** The folders stand last: they have their place at the foot of the rail, and views keep their keys. */
export const viewNames = ['review', 'problems', 'uploads', 'history', 'rules', 'settings', 'folders'] as const
export type ViewName = (typeof viewNames)[number]

/** What is asked of a view when the window goes there. */
interface HistoryRequest {
  readonly itemId: number | null
  readonly states: readonly ItemState[] | null
  /** Only files of this folder. */
  readonly folderId: string | null
  /** Puts the cursor into the search box. */
  readonly search: boolean
}

/** Which view is shown. */
class Navigation {
  view = $state<ViewName>('review')
  /** The first-run flow stands before every view while it is open. */
  connecting = $state(false)
  /** What the history view is asked to show next; it takes the request and clears it. */
  historyRequest = $state.raw<HistoryRequest | null>(null)
  /** Items whose names the rules view is asked to teach from; it takes the request and clears it. */
  teachRequest = $state.raw<readonly number[] | null>(null)

  go(view: ViewName): void {
    this.view = view
  }

  /** Shows an item's whole story. */
  showItem(itemId: number): void {
    this.historyRequest = { itemId, states: null, folderId: null, search: false }
    this.view = 'history'
  }

  /** Goes to the search box. */
  search(): void {
    this.historyRequest = { itemId: null, states: null, folderId: null, search: true }
    this.view = 'history'
  }

  /** Goes to the rules and teaches them from the names of these items. */
  teach(itemIds: readonly number[]): void {
    this.teachRequest = itemIds
    this.view = 'rules'
  }

  /** Shows the history of some states only, and of one folder where it is named. */
  showStates(states: readonly ItemState[], folderId: string | null = null): void {
    this.historyRequest = { itemId: null, states, folderId, search: false }
    this.view = 'history'
  }
}

export const navigation = new Navigation()
