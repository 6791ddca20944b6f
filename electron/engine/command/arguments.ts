import { InvalidArgumentError } from 'commander'
import { longestQuery } from '../../shared/item-query.ts'
import { itemStates } from '../../shared/item-states.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { Fields } from '../../shared/readings.ts'
import { fieldsSchema } from '../../shared/rules.ts'
import { inThousands } from './terminal.ts'

/** Gathers the numbers of items, each once, in the order in which they were given. */
export function readItemIds(text: string, before: readonly number[] = []): number[] {
  const itemId = readWhole(text, 1, Number.MAX_SAFE_INTEGER)
  return before.includes(itemId) ? [...before] : [...before, itemId]
}

export function readItemId(text: string): number {
  return readWhole(text, 1, Number.MAX_SAFE_INTEGER)
}

export function readCount(text: string): number {
  return readWhole(text, 1, 1_000_000_000)
}

/** As many days as a ledger can tell of. */
export function readDays(text: string): number {
  return readWhole(text, 1, 3_660)
}

export function readPort(text: string): number {
  return readWhole(text, 0, 65_535)
}

/** Gathers states; each may hold several, separated by commas. */
export function readStates(text: string, before: readonly ItemState[] = []): ItemState[] {
  const states = text.split(',').map((word) => {
    const state = itemStates.find((one) => one === word.trim())
    if (state === undefined) throw new InvalidArgumentError(`The states are ${itemStates.join(', ')}.`)
    return state
  })
  return [...new Set([...before, ...states])]
}

/** A text that says something: a reason of blanks would tell an auditor nothing. */
export function readWords(text: string): string {
  const words = text.trim()
  if (words === '') throw new InvalidArgumentError('It must not be empty.')
  if (words.length > 1_000) throw new InvalidArgumentError('It must not be longer than 1,000 characters.')
  return words
}

/** A query as the window's search reads it. An empty one would mean every item. */
export function readQuery(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must not be empty.')
  if (text.length > longestQuery) {
    throw new InvalidArgumentError(`It must not be longer than ${inThousands(longestQuery)} characters.`)
  }
  return text
}

/** Gathers further values, each as `name=value`. Without a value after the sign the value is taken away. */
export function readFields(text: string, before: Fields = {}): Fields {
  const sign = text.indexOf('=')
  if (sign < 1) throw new InvalidArgumentError('It is written as name=value.')
  const parsed = fieldsSchema.safeParse({ [text.slice(0, sign).trim()]: text.slice(sign + 1) })
  if (!parsed.success) {
    throw new InvalidArgumentError(
      'The name is of lower-case letters, digits and underscores, and none that the endpoint or Intray uses itself.',
    )
  }
  return { ...before, ...parsed.data }
}

function readWhole(text: string, least: number, most: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least || value > most) {
    throw new InvalidArgumentError(`It must be a whole number from ${String(least)} to ${String(most)}.`)
  }
  return value
}
