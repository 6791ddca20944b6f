import { itemStates } from '../../../electron/shared/item-states.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { pictureChoices } from '../picture-choices.svelte.ts'
import { comparisonAfter, comparisonsFor, likeliestComparison } from './comparison.ts'
import { EntityItems } from './entity-items.svelte.ts'
import { otherSidesAmong } from './other-side.ts'

/** What stands beside the item in hand: the other side of its document, or something that was uploaded before. */
export class Beside {
  readonly #item: () => Item
  readonly #ofEntity = new EntityItems(itemStates)
  readonly #uploaded = new EntityItems(['uploaded'])
  /** What the person chose to see beside it, for one item in hand. */
  #chosen = $state.raw<{ readonly forId: number; readonly item: Item } | null>(null)

  /** Text, so that a new revision of the same item asks for nothing anew. */
  readonly #wanted = $derived.by(() => `${this.#item().id}:${this.#item().entityId ?? ''}`)

  readonly kind = $derived(pictureChoices.beside)
  readonly comparisons = $derived.by(() => comparisonsFor(this.#item(), this.#uploaded.items))
  /** What may be the other side, the likeliest first. */
  readonly otherSides = $derived.by(() => otherSidesAmong(this.#item(), this.#ofEntity.items))
  readonly otherSide = $derived.by(() => this.#chosenAmong(this.otherSides) ?? this.otherSides[0] ?? null)
  readonly comparison = $derived.by(
    () => this.#chosenAmong(this.comparisons) ?? likeliestComparison(this.#item(), this.comparisons),
  )
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
    const next =
      this.kind === 'other_side'
        ? comparisonAfter(this.otherSide, this.otherSides)
        : this.kind === 'uploaded'
          ? comparisonAfter(this.comparison, this.comparisons)
          : null
    if (next !== null) this.choose(next)
  }

  #chosenAmong(items: readonly Item[]): Item | undefined {
    if (this.#chosen?.forId !== this.#item().id) return undefined
    const { id } = this.#chosen.item
    return items.find((item) => item.id === id)
  }

  #shown(): Item | null {
    if (this.kind === 'other_side') return this.otherSide
    return this.kind === 'uploaded' ? this.comparison : null
  }
}
