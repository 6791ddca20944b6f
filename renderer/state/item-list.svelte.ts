import type { CallInput } from '../../electron/shared/contract.ts'
import type { Failure } from '../../electron/shared/error-codes.ts'
import type { Item, ItemPage } from '../../electron/shared/records.ts'
import { failureOf } from '../bridge/call-failure.ts'
import { call } from '../bridge/client.ts'
import { followItems } from './follow-items.ts'
import { appendPage } from './item-pages.ts'
import { Throttle } from './throttle.ts'

export type ItemQuery = Omit<CallInput<'items.list'>, 'cursor' | 'limit'>

const usualPageSize = 200
/** Rows that are read again after a change. What is loaded beyond them keeps what it shows. */
const refreshedRows = 2_000
const biggestPage = 250
const refreshIntervalMs = 500

/** A list of items that is read page by page and kept true while items change. */
export class ItemList {
  items = $state.raw<readonly Item[]>([])
  /** True once an answer came; before that an empty list means nothing. */
  loaded = $state(false)
  loading = $state(false)
  hasMore = $state(false)
  failure = $state.raw<Failure | null>(null)
  /** Set while the engine looks on for a page that is not full yet: the time of the items that it looked at last. */
  looking = $state.raw<{ readonly reachedMs: number | null } | null>(null)

  readonly #query: () => ItemQuery
  readonly #pageSize: number
  #refresher: Throttle | null = null
  #cursor: string | null = null
  /** Grows with each new query; answers to an older one are dropped. */
  #turn = 0

  /** `query` is asked anew at each load. */
  constructor(query: () => ItemQuery, pageSize = usualPageSize) {
    this.#query = query
    this.#pageSize = pageSize
  }

  /** Loads, follows every change, and reloads when the engine comes back. Returns the stop. */
  start(): () => void {
    const refresher = new Throttle(() => this.#refresh(), refreshIntervalMs)
    this.#refresher = refresher
    const stop = followItems(refresher)
    if (this.loaded) refresher.ask()
    else void this.load()
    return () => {
      this.#turn += 1
      this.loading = false
      stop()
    }
  }

  /** Loads the first page of the present query. What is shown stays until the answer is there. */
  async load(): Promise<void> {
    await this.#read(null, (page) => page)
  }

  /** After a failure it waits for the next refresh: a view may ask at every turn of its own. */
  async loadMore(): Promise<void> {
    if (!this.hasMore || this.loading || this.failure !== null) return
    await this.#read(this.#cursor, (page) => appendPage(this.items, page))
  }

  /** Asks for a fresh look at what is loaded. Many calls become one. */
  refresh(): void {
    this.#refresher?.ask()
  }

  /** Looks afresh at what is loaded; resolves when it shows. */
  async refreshNow(): Promise<void> {
    await this.#refresh()
  }

  /** Shows an item at once, before the next refresh tells its true place. */
  put(item: Item, index: number): void {
    const others = this.items.filter((other) => other.id !== item.id)
    this.items = [...others.slice(0, index), item, ...others.slice(index)]
  }

  /** Shows the newer form of an item in its place, where the list has it. */
  replace(item: Item): void {
    this.items = this.items.map((other) => (other.id === item.id ? item : other))
  }

  /** Asks on until a page is full: the engine gives out what it has before looking further takes long. */
  async #read(from: string | null, combine: (page: readonly Item[]) => readonly Item[]): Promise<void> {
    this.#turn += 1
    const turn = this.#turn
    this.loading = true
    this.looking = null
    let cursor = from
    let wanted = this.#pageSize
    let add = combine
    try {
      do {
        const page: ItemPage = await call('items.list', {
          ...this.#query(),
          limit: wanted,
          ...(cursor !== null && { cursor }),
        })
        if (turn !== this.#turn) return
        this.items = add(page.items)
        this.#settle(page.nextCursor)
        cursor = page.nextCursor
        wanted -= page.items.length
        add = (further) => appendPage(this.items, further)
        this.looking = cursor !== null && wanted > 0 ? { reachedMs: page.reachedMs } : null
      } while (this.looking !== null)
    } catch (thrown) {
      if (turn === this.#turn) this.failure = failureOf(thrown)
    } finally {
      if (turn === this.#turn) {
        this.loading = false
        this.looking = null
      }
    }
  }

  async #refresh(): Promise<void> {
    if (this.loading) {
      this.refresh()
      return
    }
    if (!this.loaded) return this.load()
    const turn = this.#turn
    const loadedRows = this.items.length
    const wantedRows = Math.min(Math.max(loadedRows, this.#pageSize), refreshedRows)
    const fresh: Item[] = []
    let cursor: string | null = null
    try {
      do {
        const limit = Math.min(biggestPage, wantedRows - fresh.length)
        const page: ItemPage = await call('items.list', {
          ...this.#query(),
          limit,
          ...(cursor !== null && { cursor }),
        })
        if (turn !== this.#turn) {
          this.refresh()
          return
        }
        fresh.push(...page.items)
        cursor = page.nextCursor
      } while (cursor !== null && fresh.length < wantedRows)
      this.#merge(appendPage([], fresh), cursor)
    } catch (thrown) {
      if (turn === this.#turn) this.failure = failureOf(thrown)
    }
  }

  #merge(fresh: readonly Item[], cursor: string | null): void {
    if (cursor === null || this.items.length <= refreshedRows) {
      this.items = fresh
      this.#settle(cursor)
      return
    }
    this.items = appendPage(fresh, this.items.slice(refreshedRows))
    this.failure = null
  }

  #settle(cursor: string | null): void {
    this.#cursor = cursor
    this.hasMore = cursor !== null
    this.loaded = true
    this.failure = null
  }
}
