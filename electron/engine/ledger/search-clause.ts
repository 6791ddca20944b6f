export type Parameter = string | number

/** A piece of SQL with its values. */
export interface Clause {
  readonly sql: string
  readonly parameters: readonly Parameter[]
}

/** Something that must be true of an item. */
export interface Condition {
  /** Asks a row of `items`. */
  readonly holds: Clause
  /** Reads the same items from an index, each once: their `id`, and nothing else. Null where no index tells them. */
  readonly ids: Clause | null
  /** The same where it is some work to find out which index entries to read. */
  readonly lateIds?: () => Clause
  /** True where `holds` asks for nothing but `items.id`. */
  readonly asksIdAlone?: true
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
