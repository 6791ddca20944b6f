export type Parameter = string | number

/** A condition on `items` with its values. */
export interface Clause {
  readonly sql: string
  readonly parameters: readonly Parameter[]
}

export interface Search {
  /** What the search index must match, or null when no word is long enough for it. */
  readonly indexed: string | null
  /** What the items must fulfil besides. */
  readonly clauses: readonly Clause[]
}

/** The index knows trigrams: a word of three characters or more is found wherever it stands. */
const indexedLength = 3

/**
 * What a person typed, as conditions that all must hold. A word is any part of a path, an entity or a media type;
 * one that can be a SHA-256 is also its beginning.
 */
export function readSearch(text: string): Search {
  const words = text.trim().split(/\s+/u).filter(Boolean)
  const hashes = words.filter(isHashLike)
  const others = words.filter((word) => !isHashLike(word))
  const long = others.filter((word) => [...word].length >= indexedLength)
  const short = others.filter((word) => [...word].length < indexedLength)
  return {
    indexed: long.length === 0 ? null : long.map(phrase).join(' AND '),
    clauses: [...hashes.map(hashClause), ...short.map(partClause)],
  }
}

function isHashLike(word: string): boolean {
  return /^[0-9a-f]{12,64}$/i.test(word)
}

function hashClause(word: string): Clause {
  const prefix = word.toLowerCase()
  // "g" follows "f": the range holds just the hashes that begin so.
  return {
    sql: `(sha256 BETWEEN ? AND ? OR items.id IN (SELECT rowid FROM item_search WHERE item_search MATCH ?))`,
    parameters: [prefix, `${prefix}g`, phrase(word)],
  }
}

function partClause(word: string): Clause {
  const part = `%${word.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
  return {
    sql: `(items.path LIKE ? ESCAPE '\\' OR items.entity_id LIKE ? ESCAPE '\\')`,
    parameters: [part, part],
  }
}

/** Quoted, so that nothing that a person types is an operator of the search language. */
function phrase(word: string): string {
  return `"${word.replaceAll('"', '""')}"`
}
