import { entityIdCases } from '../../../shared/rules.ts'
import type { EntityIdReading } from '../../../shared/rules.ts'

/** Characters of a name, and the entity id that they mean. */
export interface MeantEntity {
  readonly text: string
  readonly value: string
}

type Case = EntityIdReading['case']

/**
 * How entity ids are made of the characters found, so that every example comes out right: `undefined` where they are
 * taken as they are, null where no steps lead there.
 */
export function findEntityReading(examples: readonly MeantEntity[]): EntityIdReading | undefined | null {
  if (examples.every(({ text, value }) => text === value)) return undefined
  const remove = removedFrom(examples)
  const bare = examples.map(({ text, value }) => ({ text: without(text, remove), value }))
  for (const letters of entityIdCases) {
    const heads = bare.map(({ text, value }) => headOf(inLetters(text, letters), value))
    if (heads.includes(null)) continue
    const front = frontOf(
      heads.flatMap((head) => head ?? []),
      examples.map(({ value }) => value.length),
    )
    if (front !== null) return { remove, case: letters, ...front }
  }
  return null
}

/** Separators that stand in the names and in none of the entity ids. */
function removedFrom(examples: readonly MeantEntity[]): string {
  const separators = examples.flatMap(({ text }) => text.match(/[^\p{L}\p{M}\p{N}]/gu) ?? [])
  return [...new Set(separators)]
    .filter((each) => examples.every(({ value }) => !value.includes(each)))
    .join('')
}

function without(text: string, characters: string): string {
  return [...text].filter((character) => !characters.includes(character)).join('')
}

function inLetters(text: string, letters: Case): string {
  if (letters === 'upper') return text.toUpperCase()
  return letters === 'lower' ? text.toLowerCase() : text
}

/** What the entity id has in front of the text; null where it does not end in it. */
function headOf(text: string, value: string): string | null {
  return value.endsWith(text) ? value.slice(0, value.length - text.length) : null
}

/** Zeros up to a fixed length, then the same beginning for all. */
function frontOf(
  heads: readonly string[],
  lengths: readonly number[],
): Pick<EntityIdReading, 'padTo' | 'prefix'> | null {
  const prefixes = heads.map((head) => head.replace(/0+$/, ''))
  const [prefix = ''] = prefixes
  const [length = 0] = lengths
  const isPadded = heads.some((head) => head.endsWith('0'))
  if (prefixes.some((each) => each !== prefix)) return null
  if (!isPadded) return { padTo: 0, prefix }
  return lengths.every((each) => each === length) ? { padTo: length - prefix.length, prefix } : null
}
