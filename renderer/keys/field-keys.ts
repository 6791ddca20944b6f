import { firstKeyName } from './bindings.ts'
import type { KeyBinding } from './bindings.ts'

/** The keys of an item's fields, as they are printed; those that a view does not have are missing. */
export interface FieldKeys {
  readonly editEntity?: string | undefined
  readonly editMediaType?: string | undefined
  readonly editValues?: string | undefined
  readonly keepEntity?: string | undefined
  readonly lookUpEntity?: string | undefined
}

/** The keys of the card with a smaller form, as they are printed. */
export interface RepairKeys {
  readonly acceptForm?: string | undefined
  readonly compareForms?: string | undefined
}

/** The keys of the card with a smaller form by a view's bindings. */
export function repairKeysOf(bindings: readonly KeyBinding<string>[]): RepairKeys {
  return {
    acceptForm: firstKeyName(bindings, 'acceptForm'),
    compareForms: firstKeyName(bindings, 'compareForms'),
  }
}

/** The keys of the fields by a view's bindings. */
export function fieldKeysOf(bindings: readonly KeyBinding<string>[]): FieldKeys {
  return {
    editEntity: firstKeyName(bindings, 'editEntity'),
    editMediaType: firstKeyName(bindings, 'editMediaType'),
    editValues: firstKeyName(bindings, 'editValues'),
    keepEntity: firstKeyName(bindings, 'keepEntity'),
    lookUpEntity: firstKeyName(bindings, 'lookUpEntity') ?? firstKeyName(bindings, 'lookUp'),
  }
}
