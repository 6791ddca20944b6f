import { itemStates } from '../../../electron/shared/item-states.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { pictureChoices } from '../picture-choices.svelte.ts'
import { comparisonAfter, comparisonsFor, likeliestComparison } from './comparison.ts'
import { EntityItems } from './entity-items.svelte.ts'
import { otherSideAmong } from './other-side.ts'

/** What stands beside the item in hand: the other side of its document, or something that was uploaded before. */
export class Beside {
  readonly #item: () => Item
  readonly #ofEntity = new EntityItems(itemStates)
  readonly #uploaded = new EntityItems(['uploaded'])
  /** What the person chose to compare with, for one item in hand. */
  #chosen = $state.raw<{ readonly forId: number; readonly item: Item } | null>(null)

  /** Text, so that a new revision of the same item asks for nothing anew. */
  readonly #wanted = $derived.by(() => `${this.#item().id}:${this.#item().entityId ?? ''}`)

  readonly kind = $derived(pictureChoices.beside)
  readonly comparisons = $derived.by(() => comparisonsFor(this.#item(), this.#uploaded.items))
  readonly otherSide = $derived.by(() => otherSideAmong(this.#item(), this.#ofEntity.items))
  readonly comparison = $derived.by(() => {
    const item = this.#item()
    const chosen = this.#chosen?.forId === item.id ? this.#chosen.item : null
    const present = this.comparisons.find(({ id }) => id === chosen?.id)
    return present ?? likeliestComparison(item, this.comparisons)
  })
  readonly shown = $derived(this.#shown())

  constructor(item: () => Item) {
    this.#item = item
  }

  /** The uploaded items of the entity, as far as they are known. */
  get uploaded(): EntityItems {
    return this.#uploaded
  }

  /** True while the other side is wanted and it is known that there is none. */
  get lacksOtherSide(): boolean {
    return this.kind === 'other_side' && this.#ofEntity.loaded && this.otherSide === null
  }

  /** Asks for what is needed for the present item. Run it as an effect. */
  follow(): () => void {
    const { kind } = this
    const entityId = this.#wanted.slice(this.#wanted.indexOf(':') + 1) || null
    const stops = [
      this.#ofEntity.follow(kind === 'other_side' ? entityId : null),
      this.#uploaded.follow(kind === 'uploaded' ? entityId : null),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }

  choose(item: Item): void {
    this.#chosen = { forId: this.#item().id, item }
  }

  chooseNext(): void {
    if (this.kind !== 'uploaded') return
    const next = comparisonAfter(this.comparison, this.comparisons)
    if (next !== null) this.choose(next)
  }

  #shown(): Item | null {
    if (this.kind === 'other_side') return this.otherSide
    return this.kind === 'uploaded' ? this.comparison : null
  }
}
