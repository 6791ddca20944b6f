import { emptyItemQuery, formatItemQuery } from '../../electron/shared/item-query-text.ts'
import type { ItemState } from '../../electron/shared/item-states.ts'
import type { ViewName } from '../../electron/shared/views.ts'

/** What is asked of a view when the window goes there. */
interface HistoryRequest {
  readonly itemId: number | null
  /** The text of the query. */
  readonly query: string | null
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
    this.historyRequest = { itemId, query: null, search: false }
    this.view = 'history'
  }

  /** Goes to the search box. */
  search(): void {
    this.historyRequest = { itemId: null, query: null, search: true }
    this.view = 'history'
  }

  /** Goes to the rules and teaches them from the names of these items. */
  teach(itemIds: readonly number[]): void {
    this.teachRequest = itemIds
    this.view = 'rules'
  }

  /** Shows the history of some states only, and of one folder where it is named. */
  showStates(states: readonly ItemState[], folderId: string | null = null): void {
    const folders = folderId === null ? [] : [folderId]
    this.showQuery(formatItemQuery({ ...emptyItemQuery, states, folders }))
  }

  /** Shows what a query finds. */
  showQuery(query: string): void {
    this.historyRequest = { itemId: null, query, search: false }
    this.view = 'history'
  }
}

export const navigation = new Navigation()
