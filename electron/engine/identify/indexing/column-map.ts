import type { IndexSettings } from '../../../shared/settings/index-file.ts'
import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { FieldNames } from './field-name.ts'
import { foldHeading, knownHeading } from './heading-words.ts'
import type { ColumnRole } from './heading-words.ts'

/** What the columns of a table, or the entries of a sidecar, are taken for. Columns count from 0. */
export interface ColumnMap {
  readonly headings: readonly string[]
  readonly at: Readonly<Record<ColumnRole, number | null>>
  readonly fields: readonly { readonly column: number; readonly name: string }[]
  /** Headings and what they mean, as settings write it; for people. */
  readonly meanings: Readonly<Record<string, string>>
  /** Two columns that both say the same thing; nothing tells which one is right. */
  readonly problem: Sentence | null
}

interface Claim {
  readonly column: number
  /** Below 0: the settings say so. */
  readonly rank: number
}

const settingsRank = -1
const roles = ['file', 'entity_id', 'media_type', 'side'] as const satisfies readonly ColumnRole[]

/** Settings decide what a heading means, then usual headings; everything else is a further value. */
export function mapColumns(headings: readonly string[], settings: IndexSettings['columns']): ColumnMap {
  const wanted = new Map(
    Object.entries(settings).map(([heading, meaning]) => [foldHeading(heading), meaning]),
  )
  const claims: Record<ColumnRole, Claim[]> = { file: [], entity_id: [], media_type: [], side: [] }
  const ignored = new Set<number>()
  headings.forEach((heading, column) => {
    const meaning = wanted.get(foldHeading(heading))
    const known = meaning === undefined ? knownHeading(heading) : undefined
    const role = known?.role ?? roles.find((each) => foldHeading(each) === foldHeading(meaning ?? ''))
    if (role !== undefined) claims[role].push({ column, rank: known?.rank ?? settingsRank })
    else if (meaning !== undefined && foldHeading(meaning) === 'ignore') ignored.add(column)
  })
  const winners = roles.map((role) => [role, best(claims[role])] as const)
  const taken = new Set(winners.map(([, column]) => column))
  const names = new FieldNames()
  const fields = headings.flatMap((heading, column) => {
    if (taken.has(column) || ignored.has(column)) return []
    return [{ column, name: names.nameOf(wanted.get(foldHeading(heading)) ?? heading, column + 1) }]
  })
  // Made of the constant list of roles, so that it has each of them.
  const at = Object.fromEntries(winners) as Record<ColumnRole, number | null>
  return {
    headings,
    at,
    fields,
    meanings: meaningsOf(headings, at, fields),
    problem: roles.map((role) => rivals(claims[role], headings)).find((found) => found !== null) ?? null,
  }
}

/** Whether a heading has a meaning of its own, by the settings or by custom. */
export function isKnownHeading(heading: string, settings: IndexSettings['columns']): boolean {
  const folded = foldHeading(heading)
  return (
    knownHeading(heading) !== undefined || Object.keys(settings).some((each) => foldHeading(each) === folded)
  )
}

function best(claims: readonly Claim[]): number | null {
  return [...claims].sort((one, other) => one.rank - other.rank)[0]?.column ?? null
}

function rivals(claims: readonly Claim[], headings: readonly string[]): Sentence | null {
  const lowest = Math.min(...claims.map(({ rank }) => rank))
  const [first, second] = claims
    .filter(({ rank }) => rank === lowest)
    .map(({ column }) => headings[column] ?? '')
  if (first === undefined || second === undefined) return null
  return say('columns_mean_same', { first, second })
}

function meaningsOf(
  headings: readonly string[],
  at: ColumnMap['at'],
  fields: ColumnMap['fields'],
): Readonly<Record<string, string>> {
  const seen = new Set<string>()
  return Object.fromEntries(
    headings.map((heading, column) => {
      const label = heading === '' || seen.has(heading) ? `${heading} (column ${column + 1})`.trim() : heading
      seen.add(label)
      const meaning =
        roles.find((role) => at[role] === column) ?? fields.find((field) => field.column === column)?.name
      return [label, meaning ?? 'ignore']
    }),
  )
}

/** Why rows of these columns could not be used; null where they can. */
export function missingColumns({ headings, at, problem }: ColumnMap): Sentence | null {
  if (problem !== null) return problem
  const missing = (['file', 'entity_id'] as const).filter((column) => at[column] === null)
  if (missing.length === 0) return null
  const named = headings.map((heading) => (heading === '' ? ' ' : heading))
  return say('columns_missing', { headings: named, missing })
}
