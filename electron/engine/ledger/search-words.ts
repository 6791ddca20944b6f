import { foldCase } from '../../shared/media-types.ts'
import { systemClock } from '../time/clock.ts'
import type { Connection } from './connection.ts'
import { allOf, anyOf, beginsWith, clause, within } from './search-clause.ts'
import type { Clause, Condition, IdSource, Parameter } from './search-clause.ts'

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
    indexed:
      indexed.length === 0
        ? null
        : { holds: allOf(indexed.map(hasWord)), ...matchingAll(indexed), isOfWords: true },
    others: [
      ...words.filter((word) => hashLike.test(word)).map(wordOrHash),
      ...short.map((word) => shortWord(connection, word)),
      ...without.map((word) => ({ holds: lacksWord(word), ids: null, isOfWords: true }) as const),
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
      sql: `${hashIds} UNION ${matchingIds}`,
      parameters: [...hashParameters(beginning), phrase(word)],
    },
    isOfWords: true,
  }
}

/** Two letters are found by the trigrams that begin with them. */
function shortWord(connection: Connection, word: string): Condition {
  const condition = { holds: hasWord(word), ids: null, isOfWords: true } as const
  if ([...word].length < indexedLength - 1) return condition
  return {
    ...condition,
    lateSource: () => {
      const phrases: string[] = []
      for (const spelling of spellingsOf(word)) {
        const terms = isLong(spelling) ? [spelling] : termsOf(connection, spelling)
        if (terms === null) return null
        phrases.push(...terms.map(phrase))
      }
      if (phrases.length === 0) return { ids: clause('SELECT id FROM items WHERE 0') }
      return matching(phrases.join(' OR '))
    },
  }
}

/** Reading a term reads everything that is known of it: those of frequent letters would take too long. */
const termsInMs = 10

/** The trigrams that begin so; null where they are not found out soon. */
function termsOf(connection: Connection, beginning: string): string[] | null {
  const { sql, parameters } = beginsWith('term', foldCase(beginning))
  const found = connection
    .prepare<Parameter[], { term: string }>(`SELECT term FROM item_search_terms WHERE ${sql}`)
    .iterate(...parameters)
  const endsAtMs = systemClock.monotonicMs() + termsInMs
  const terms: string[] = []
  for (const { term } of found) {
    terms.push(term)
    if (systemClock.monotonicMs() > endsAtMs) return null
  }
  return terms
}

/**
 * A letter with its accent is one character or two: macOS writes names of files in the long form, keyboards type the
 * short one. Both are the same word to a person.
 */
function spellingsOf(word: string): string[] {
  return [...new Set([word, word.normalize('NFC'), word.normalize('NFD')])]
}

function isIndexed(word: string): boolean {
  return spellingsOf(word).every(isLong)
}

function isLong(spelling: string): boolean {
  return [...spelling].length >= indexedLength
}

function hasWord(word: string): Clause {
  return hasSpelling(
    word,
    `items.path, items.entity_id, items.media_type,
       (SELECT words FROM item_notes WHERE item_id = items.id)`,
  )
}

function lacksWord(word: string): Clause {
  return within('NOT ', hasSpelling(word, 'items.path, items.entity_id, items.media_type'))
}

function hasSpelling(word: string, texts: string): Clause {
  const each = spellingsOf(word).map((spelling) => clause(`has_word(?, ${texts})`, foldCase(spelling)))
  return within('(', anyOf(each), ')')
}

const matchingIds = 'SELECT rowid AS id FROM item_search WHERE item_search MATCH ?'

// The search index takes a place for a number only where SQLite calls it a whole one, which a bound one is not.
const placeBetween = 'rowid > CAST(? AS INTEGER) AND rowid <= CAST(? AS INTEGER)'

function matching(expression: string): IdSource {
  return {
    ids: clause(matchingIds, expression),
    idsBetween: (after, upTo) => clause(`${matchingIds} AND ${placeBetween}`, expression, after, upTo),
  }
}

/**
 * Asked for several words at once, the search index looks for the first item that has all of them, wherever that is. So
 * a part of it is asked for each word alone.
 */
function matchingAll(words: readonly string[]): IdSource {
  const expressions = words.map((word) => `(${spellingsOf(word).map(phrase).join(' OR ')})`)
  const sources = expressions.map(matching)
  return {
    ids: clause(matchingIds, expressions.join(' AND ')),
    wider: expressions.map((expression) => clause(matchingIds, expression)),
    idsBetween: (after, upTo) => {
      const each = sources.flatMap(({ idsBetween }) => idsBetween?.(after, upTo) ?? [])
      return {
        sql: each.map(({ sql }) => sql).join(' INTERSECT '),
        parameters: each.flatMap(({ parameters }) => parameters),
      }
    },
  }
}

/** Quoted, so that nothing that a person types is an operator of the index's own language. */
function phrase(word: string): string {
  return `"${word.replaceAll('"', '""')}"`
}
