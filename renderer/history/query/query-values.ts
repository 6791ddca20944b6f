import { noDecider, noFinding, noMediaType } from '../../../electron/shared/item-query-text.ts'
import { itemTraits } from '../../../electron/shared/item-query.ts'
import { itemStates } from '../../../electron/shared/item-states.ts'
import { documentedMediaTypes } from '../../../electron/shared/media-types.ts'
import { call } from '../../bridge/client.ts'
import { mediaTypeName } from '../../item/media-type-name.ts'
import { messages } from '../../messages/current.ts'
import { liveStatus } from '../../state/live-status.svelte.ts'

/** A value that a filter can have. */
export interface QueryChoice {
  /** As it stands in the query. */
  readonly value: string
  readonly label: string
}

/** Filters whose values the ledger knows. */
const knownFields = {
  entity: 'entity_id',
  type: 'media_type',
  operator: 'operator',
  decider: 'operator',
} as const
type KnownFilter = keyof typeof knownFields

const shownAtMost = 40

export function isKnownFilter(filter: string): filter is KnownFilter {
  return Object.hasOwn(knownFields, filter)
}

/** The values of a filter that has a closed list of them, or of which some are always worth a line. */
export function closedChoices(filter: string): readonly QueryChoice[] {
  const { traits, days, none } = messages.history.query
  switch (filter) {
    case 'state':
      return itemStates.map((value) => ({ value, label: messages.states[value] }))
    case 'folder':
      return (liveStatus.current?.folders ?? []).map(({ id, path }) => ({ value: id, label: path }))
    case 'finding':
      return [
        { value: noFinding, label: none.finding },
        ...Object.entries(messages.findings).map(([value, { title }]) => ({ value, label: title })),
      ]
    case 'decider':
      return [{ value: noDecider, label: none.decider }]
    case 'error':
      return Object.entries(messages.errors).map(([value, { happened }]) => ({ value, label: happened }))
    case 'is':
      return itemTraits.map((value) => ({ value, label: traits[value] }))
    case 'type':
      return [
        { value: noMediaType, label: none.type },
        ...documentedMediaTypes.map((value) => ({ value, label: mediaTypeName(value) })),
      ]
    case 'seen':
    case 'sent':
    case 'changed':
    case 'decided':
      return Object.entries(days).map(([value, label]) => ({ value, label }))
    default:
      return []
  }
}

/** The choices whose value or name holds what was typed. */
export function matchingChoices(choices: readonly QueryChoice[], typed: string): readonly QueryChoice[] {
  const wanted = typed.trim().toLowerCase()
  const found = choices.filter(
    ({ value, label }) => value.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted),
  )
  return found.slice(0, shownAtMost)
}

/**
 * The values of a filter that fit what was typed; those that the ledger holds first.
 * @throws {CallFailure} while the engine does not answer.
 */
export async function choicesFor(filter: string, typed: string): Promise<readonly QueryChoice[]> {
  const closed = matchingChoices(closedChoices(filter), typed)
  if (!isKnownFilter(filter)) return closed
  const { values } = await call('items.known', {
    field: knownFields[filter],
    prefix: typed.slice(0, 128),
    limit: 20,
  })
  const known = values.map(({ value }) => ({ value, label: choiceLabel(filter, value) }))
  return [...known, ...closed.filter(({ value }) => !known.some((other) => other.value === value))]
}

/** What a value of a filter is called. */
export function choiceLabel(filter: string, value: string): string {
  const known = closedChoices(filter).find((choice) => choice.value === value)?.label
  return known ?? (filter === 'type' ? mediaTypeName(value) : value)
}
