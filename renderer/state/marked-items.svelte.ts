import { SvelteMap } from 'svelte/reactivity'
import type { FoundItems } from '../../electron/shared/bulk-decisions.ts'
import type { Item } from '../../electron/shared/records.ts'
import { call } from '../bridge/client.ts'
import { idsOfFound, targetOfFound } from './bulk-target.ts'
import type { BulkTarget, SelectedItems } from './bulk-target.ts'
import { idsWithout, itemsBetween } from './items-between.ts'

/** Where marks are set: a list that may hold only the first part of what its query finds. */
export interface MarkSource {
  /** In the order in which they are shown. */
  items: () => readonly Item[]
  /** Whether the query finds more than `items`. */
  hasMore: () => boolean
  /** What the list asks for, without order and page. */
  selection: () => SelectedItems
}

/** Everything that one query found when a person asked for it. */
interface Everything {
  readonly selection: SelectedItems
  readonly key: string
  readonly count: number
  readonly found: FoundItems
  readonly itemIds: ReadonlySet<number>
}

/**
 * The items that a person marked for one decision on all of them: some of a list, or everything that its query
 * finds. Marks of items that left the list do not count, and `everything` ends when the query changes.
 */
export class MarkedItems {
  readonly #source: MarkSource
  readonly #marks = new SvelteMap<number, true>()
  /** What was marked before the present range, which replaces itself as it grows and shrinks. */
  #beforeRange: readonly number[] = []
  #anchorId: number | null = null
  #everything = $state.raw<Everything | null>(null)
  /** True while everything is being counted. */
  counting = $state(false)

  constructor(source: MarkSource) {
    this.#source = source
  }

  readonly everything = $derived.by(() =>
    this.#everything?.key === keyOf(this.#source.selection()) ? this.#everything : null,
  )

  /** The marked items that the list holds now; of `everything`, those that are loaded. */
  readonly items = $derived.by((): readonly Item[] => {
    if (this.everything !== null) return this.#source.items().filter(({ id }) => this.has(id))
    if (this.#marks.size === 0) return []
    return this.#source.items().filter((item) => this.#marks.has(item.id))
  })

  /** Exact, also where not all of them are loaded. */
  readonly count = $derived.by(() => this.everything?.count ?? this.items.length)

  /** Whether the query finds more than what is marked. */
  readonly canMarkMore = $derived.by(
    () =>
      this.everything === null && (this.#source.hasMore() || this.items.length < this.#source.items().length),
  )

  has(itemId: number): boolean {
    if (this.everything === null) return this.#marks.has(itemId)
    // Of more than one decision can be about, the last ones have no names here.
    return this.everything.itemIds.has(itemId) || this.everything.found.items.length < this.everything.count
  }

  /** Marks one item or takes its mark away. Of everything, what is loaded stays marked without it. */
  toggle(item: Item): void {
    if (this.everything !== null) this.only(this.items.map(({ id }) => id))
    if (!this.#marks.delete(item.id)) this.#marks.set(item.id, true)
    this.#startRangeAt(item.id)
  }

  /** Marks from where the last single mark was set, or from `start`, up to this item. */
  range(to: Item, start: Item | null = null): void {
    if (this.everything !== null) this.clear()
    if (this.#anchorId === null) this.#startRangeAt(start?.id ?? to.id)
    const between = itemsBetween(this.#source.items(), this.#anchorId ?? to.id, to.id)
    this.#marks.clear()
    this.#mark(this.#beforeRange)
    this.#mark(between.map(({ id }) => id))
  }

  /** Marks these and nothing else: a group, or what a decision held back. */
  only(itemIds: readonly number[]): void {
    this.clear()
    this.#mark(itemIds)
    this.#beforeRange = itemIds
  }

  /** Marks these besides what is marked. */
  add(itemIds: readonly number[]): void {
    this.#mark(itemIds)
    this.#beforeRange = [...this.#marks.keys()]
  }

  /** Takes the marks of these away. Of everything, what is loaded stays marked without them. */
  without(itemIds: readonly number[]): void {
    const marked = this.items.map(({ id }) => id)
    this.only(idsWithout(marked, itemIds))
  }

  /** Marks all that the query finds; where the list holds only a part of that, by the query and its exact count. */
  async all(): Promise<void> {
    const selection = this.#source.selection()
    const key = keyOf(selection)
    if (!this.#source.hasMore()) {
      this.only(this.#source.items().map(({ id }) => id))
      return
    }
    this.counting = true
    try {
      const found = await call('items.revisions', selection)
      this.clear()
      this.#everything = { selection, key, count: found.count, found, itemIds: idsOfFound(found) }
    } finally {
      this.counting = false
    }
  }

  clear(): void {
    this.#marks.clear()
    this.#beforeRange = []
    this.#anchorId = null
    this.#everything = null
  }

  /**
   * What a bulk decision is about: the items as the list shows them, and those further down as they were when everything
   * was marked. Null where nothing is marked.
   */
  get target(): BulkTarget | null {
    if (this.everything !== null) {
      const { found, selection } = this.everything
      return targetOfFound(found, selection, this.#source.items())
    }
    const items = this.items.map(({ id, revision }) => ({ itemId: id, revision }))
    return items.length === 0 ? null : { items }
  }

  #startRangeAt(itemId: number): void {
    this.#anchorId = itemId
    this.#beforeRange = [...this.#marks.keys()]
  }

  #mark(itemIds: readonly number[]): void {
    for (const itemId of itemIds) this.#marks.set(itemId, true)
  }
}

function keyOf(selection: SelectedItems): string {
  return JSON.stringify([selection.states ?? [], selection.text ?? '', selection.folderId ?? ''])
}
