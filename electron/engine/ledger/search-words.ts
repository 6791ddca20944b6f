import { foldCase } from '../../shared/media-types.ts'
import type { Connection } from './connection.ts'
import { allOf, anyOf, beginsWith, clause, within } from './search-clause.ts'
import type { Clause, Condition, Parameter } from './search-clause.ts'

/** The index knows trigrams: a word of three characters or more is found wherever it stands. */
const indexedLength = 3

/** What a hash is taken for where it stands as a word; shorter ones would be found in too many hashes. */
const hashLike = /^[0-9a-f]{12,64}$/i

export interface WordConditions {
  /** All words that the search index knows, as one condition: it finds them together. */
  readonly indexed: Condition | null
  readonly others: readonly Condition[]
}

/** Lets SQL look for a word as the search index does: whatever its case, and anywhere in one of the texts. */
export function provideWordSearch(connection: Connection): void {
  connection.function('has_word', { deterministic: true, varargs: true }, (word, ...texts) =>
    texts.some((text) => typeof text === 'string' && foldCase(text).includes(String(word))) ? 1 : 0,
  )
}

/** Words that must be there, and words that must not. */
export function wordConditions(
  connection: Connection,
  words: readonly string[],
  without: readonly string[],
): WordConditions {
  const indexed = words.filter((word) => isIndexed(word) && !hashLike.test(word))
  const short = words.filter((word) => !isIndexed(word))
  return {
    indexed: indexed.length === 0 ? null : { holds: allOf(indexed.map(hasWord)), ids: matching(indexed) },
    others: [
      ...words.filter((word) => hashLike.test(word)).map(wordOrHash),
      ...short.map((word) => shortWord(connection, word)),
      ...without.map((word) => ({ holds: lacksWord(word), ids: null })),
    ],
  }
}

/** The items whose content, or whose repaired picture, has a SHA-256 that begins so. */
export function hashCondition(beginnings: readonly string[]): Condition {
  return {
    holds: anyOf(beginnings.flatMap((beginning) => hashRanges(beginning))),
    ids: {
      sql: beginnings.map(() => hashIds).join(' UNION '),
      parameters: beginnings.flatMap(hashParameters),
    },
  }
}

// "g" follows "f": the range holds just the hashes that begin so.
const hashIds = `SELECT id FROM items WHERE sha256 BETWEEN ? AND ? || 'g'
  UNION SELECT id FROM items WHERE repair IS NOT NULL AND repair ->> '$.sha256' BETWEEN ? AND ? || 'g'`

function hashParameters(beginning: string): string[] {
  return Array<string>(4).fill(beginning)
}

function hashRanges(beginning: string): Clause[] {
  return [
    clause(`items.sha256 BETWEEN ? AND ? || 'g'`, beginning, beginning),
    clause(
      `items.repair IS NOT NULL AND items.repair ->> '$.sha256' BETWEEN ? AND ? || 'g'`,
      beginning,
      beginning,
    ),
  ]
}

function wordOrHash(word: string): Condition {
  const beginning = word.toLowerCase()
  return {
    holds: anyOf([hasWord(word), ...hashRanges(beginning)]),
    ids: {
      sql: `${hashIds} UNION ${matching([word]).sql}`,
      parameters: [...hashParameters(beginning), ...matching([word]).parameters],
    },
  }
}

/** Two letters are found by the trigrams that begin with them. */
function shortWord(connection: Connection, word: string): Condition {
  const condition = { holds: hasWord(word), ids: null }
  if ([...word].length < indexedLength - 1) return condition
  return {
    ...condition,
    lateIds: () => {
      const { sql, parameters } = beginsWith('term', foldCase(word))
      const terms = connection
        .prepare<Parameter[], { term: string }>(`SELECT term FROM item_search_terms WHERE ${sql}`)
        .all(...parameters)
      return terms.length === 0
        ? clause('SELECT id FROM items WHERE 0')
        : matchingAll(terms.map(({ term }) => phrase(term)).join(' OR '))
    },
  }
}

function isIndexed(word: string): boolean {
  return [...word].length >= indexedLength
}

function hasWord(word: string): Clause {
  return clause(
    `has_word(?, items.path, items.entity_id, items.media_type,
       (SELECT words FROM item_notes WHERE item_id = items.id))`,
    foldCase(word),
  )
}

function lacksWord(word: string): Clause {
  return within('NOT ', clause('has_word(?, items.path, items.entity_id, items.media_type)', foldCase(word)))
}

function matching(words: readonly string[]): Clause {
  return matchingAll(words.map(phrase).join(' AND '))
}

function matchingAll(expression: string): Clause {
  return clause('SELECT rowid AS id FROM item_search WHERE item_search MATCH ?', expression)
}

/** Quoted, so that nothing that a person types is an operator of the index's own language. */
function phrase(word: string): string {
  return `"${word.replaceAll('"', '""')}"`
}
