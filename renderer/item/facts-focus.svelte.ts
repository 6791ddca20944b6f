import type { DraftErrors } from './drafts.svelte.ts'

/** The fields of the item in hand, so that keys, findings and refusals can lead to them. */
export class FactsFocus {
  entityId = $state.raw<HTMLInputElement | null>(null)
  mediaType = $state.raw<HTMLInputElement | null>(null)
  /** The first further value, or the button that adds one. */
  values = $state.raw<HTMLElement | null>(null)

  editEntityId(): void {
    this.entityId?.select()
  }

  editMediaType(): void {
    this.mediaType?.focus()
  }

  editValues(): void {
    this.values?.focus()
  }

  /** Goes to the first field that lacks something. */
  goToError(errors: DraftErrors): void {
    if (errors.entityId !== undefined) this.entityId?.focus()
    else if (errors.mediaType !== undefined) this.editMediaType()
    else if (errors.fields !== undefined) this.editValues()
  }
}
