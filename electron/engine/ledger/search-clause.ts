export type Parameter = string | number

/** A piece of SQL with its values. */
export interface Clause {
  readonly sql: string
  readonly parameters: readonly Parameter[]
}

/** Something that must be true of an item. */
export interface Condition extends IdSource {
  /** Asks a row of `items`. */
  readonly holds: Clause
  /** Where it is some work to find out which index entries to read. Null: too many to be worth it. */
  readonly lateSource?: () => IdSource | null
  /** True where `holds` asks for nothing but `items.id`. */
  readonly asksIdAlone?: true
  /** True where words are looked for, which costs several times as much as asking for a value. */
  readonly isOfWords?: true
}

/** Items as an index tells them. */
export interface IdSource {
  /** Each once: its `id`, and nothing else. Null where no index tells them. */
  readonly ids: Clause | null
  /** Each alone finds at least the same items; where all of them find many, `ids` may take long to find few. */
  readonly wider?: readonly Clause[]
  /** Those of the items after one and up to another alone, where the index is in the order of their numbers. */
  readonly idsBetween?: (after: number, upTo: number) => Clause
}

export function clause(sql: string, ...parameters: readonly Parameter[]): Clause {
  return { sql, parameters }
}

/** What holds where one of the clauses holds; nothing where there is none. */
export function anyOf(clauses: readonly Clause[]): Clause {
  return clauses.length === 0 ? clause('0') : joined(clauses, ' OR ')
}

/** What holds where all of the clauses hold. */
export function allOf(clauses: readonly Clause[]): Clause {
  return clauses.length === 0 ? clause('1') : joined(clauses, ' AND ')
}

/** `column IN (?, ?)` */
export function oneOf(column: string, values: readonly Parameter[]): Clause {
  return clause(`${column} IN (${values.map(() => '?').join(', ')})`, ...values)
}

/** The texts that begin so, in the order of an index: no text of that beginning follows the last character of all. */
export function beginsWith(column: string, beginning: string): Clause {
  return clause(`${column} >= ? AND ${column} < ?`, beginning, `${beginning}\u{10FFFF}`)
}

/** The clause with more SQL around it. */
export function within(before: string, { sql, parameters }: Clause, after = ''): Clause {
  return { sql: `${before}${sql}${after}`, parameters }
}

function joined(clauses: readonly Clause[], between: string): Clause {
  return {
    sql: `(${clauses.map(({ sql }) => sql).join(`)${between}(`)})`,
    parameters: clauses.flatMap(({ parameters }) => parameters),
  }
}
