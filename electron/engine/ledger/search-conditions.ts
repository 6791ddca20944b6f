import type { DayRange, ItemQuery, ItemTrait } from '../../shared/item-query.ts'
import { foldCase } from '../../shared/media-types.ts'
import { noDecider, noFinding, noMediaType } from '../../shared/item-query-text.ts'
import type { Connection } from './connection.ts'
import { allOf, anyOf, beginsWith, clause, oneOf, within } from './search-clause.ts'
import type { Clause, Condition } from './search-clause.ts'
import { hashCondition } from './search-words.ts'

/** Every condition of a query, besides those of words, states and folders. */
export function conditionsOf(connection: Connection, query: ItemQuery): Condition[] {
  const conditions: (Condition | null)[] = [
    given(query.entities, entityCondition),
    given(query.mediaTypes, mediaTypeCondition),
    given(query.operators, (names) => marked('operator', operatorsNamed(connection, names))),
    given(query.deciders, deciderCondition),
    given(query.findings, findingCondition),
    given(query.errors, (codes) => marked('error', codes)),
    given(query.hashes, hashCondition),
    given(query.ids, (ids) => columnCondition(oneOf('items.id', ids))),
    dayCondition('first_seen_at_ms', query.seen),
    dayCondition('uploaded_at_ms', query.sent),
    dayCondition('changed_at_ms', query.changed),
    decidedCondition(connection, query),
    ...query.is.map((trait) => traitConditions[trait]),
  ]
  return conditions.filter((condition) => condition !== null)
}

/** The first index that SQLite finds for the column tells the items. */
function columnCondition(holds: Clause): Condition {
  return { holds, ids: within('SELECT id FROM items WHERE ', holds) }
}

export function folderCondition(folderIds: readonly string[]): Condition {
  const holds = oneOf('items.folder_id', folderIds)
  const part = (isCurrent: 0 | 1): string =>
    `SELECT id FROM items WHERE is_current = ${isCurrent} AND ${holds.sql}`
  return {
    holds,
    ids: {
      sql: `${part(1)} UNION ALL ${part(0)}`,
      parameters: [...holds.parameters, ...holds.parameters],
    },
  }
}

function entityCondition(entities: readonly string[]): Condition {
  return columnCondition(
    anyOf(
      entities.map((entity) =>
        entity.endsWith('*')
          ? beginsWith('items.entity_id', entity.slice(0, -1))
          : clause('items.entity_id = ?', entity),
      ),
    ),
  )
}

function mediaTypeCondition(mediaTypes: readonly string[]): Condition {
  const isOne = oneOf('items.media_type COLLATE NOCASE', mediaTypes.flatMap(inEitherCase))
  const isNone = clause('items.media_type IS NULL')
  return columnCondition(anyOf(mediaTypes.includes(noMediaType) ? [isNone, isOne] : [isOne]))
}

/** SQLite itself knows the two cases of the letters a to z alone. */
function inEitherCase(value: string): string[] {
  const large = Array.from(value, (character) => {
    const one = character.toUpperCase()
    return one.length === character.length ? one : character
  }).join('')
  return isAscii(value) ? [value] : [...new Set([value, foldCase(value), large])]
}

/** As reports count: who decided last. */
function deciderCondition(names: readonly string[]): Condition {
  const isOne = oneOf('decided_by', names)
  const one: Condition = {
    holds: within('EXISTS (SELECT 1 FROM item_decisions WHERE item_id = items.id AND ', isOne, ')'),
    ids: within('SELECT item_id AS id FROM item_decisions INDEXED BY item_decisions_by WHERE ', isOne),
    asksIdAlone: true,
  }
  if (!names.includes(noDecider)) return one
  const nobody = clause(
    'NOT EXISTS (SELECT 1 FROM item_decisions WHERE item_id = items.id AND decided_by IS NOT NULL)',
  )
  return { holds: anyOf([nobody, one.holds]), ids: null, asksIdAlone: true }
}

function findingCondition(codes: readonly string[]): Condition {
  if (!codes.includes(noFinding)) return marked('finding', codes)
  const none = clause(
    `NOT EXISTS (SELECT 1 FROM json_each(items.findings) WHERE value ->> '$.severity' IN ('block', 'warn'))`,
  )
  return { holds: anyOf([none, marked('finding', codes).holds]), ids: null }
}

type MarkKind = 'operator' | 'finding' | 'error' | 'trait'

/** Items with one of the values among their marks. */
function marked(kind: MarkKind, values: readonly string[]): Condition {
  const has = within(`kind = '${kind}' AND `, oneOf('value', values))
  const select = `SELECT ${values.length > 1 ? 'DISTINCT ' : ''}item_id AS id FROM item_marks WHERE `
  return {
    holds: within('EXISTS (SELECT 1 FROM item_marks WHERE item_id = items.id AND ', has, ')'),
    ids: within(select, has),
    idsBetween: (after, upTo) =>
      within(select, allOf([has, clause('item_id > ? AND item_id <= ?', after, upTo)])),
    asksIdAlone: true,
  }
}

/** The operators' names as they stand in the ledger; with `*` at the end, all that begin so, whatever their case. */
function operatorsNamed(connection: Connection, names: readonly string[]): string[] {
  // SQLite compares the letters a to z whatever their case; all others are compared here.
  if (names.every((name) => !name.endsWith('*') && isAscii(name))) return [...names]
  const known = distinctMarks(connection, 'operator')
  return names.flatMap((name) => {
    const wanted = comparable(name.endsWith('*') ? name.slice(0, -1) : name)
    if (name.endsWith('*')) return known.filter((one) => comparable(one).startsWith(wanted))
    return [name, ...known.filter((one) => comparable(one) === wanted)]
  })
}

function comparable(name: string): string {
  return foldCase(name.normalize('NFC'))
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text)
}

/** Every value that items are marked with. Jumps from one to the next, however many items each has. */
export function distinctMarks(connection: Connection, kind: MarkKind): string[] {
  return connection
    .prepare<[MarkKind, MarkKind], { value: string }>(
      `WITH RECURSIVE marks (value) AS (
         SELECT min(value) FROM item_marks WHERE kind = ?
         UNION ALL
         SELECT (SELECT min(value) FROM item_marks WHERE kind = ? AND value > marks.value)
         FROM marks WHERE marks.value IS NOT NULL)
       SELECT value FROM marks WHERE value IS NOT NULL`,
    )
    .all(kind, kind)
    .map(({ value }) => value)
}

function dayCondition(column: DayColumn, range: DayRange | null): Condition | null {
  return range === null ? null : columnCondition(isWithin(column, range))
}

/** The same event must be of one of the operators and of one of the days. */
function decidedCondition(
  connection: Connection,
  { decided, operators }: Pick<ItemQuery, 'decided' | 'operators'>,
): Condition | null {
  if (decided === null) return null
  const byPerson = clause(`actor <> 'engine' AND item_id IS NOT NULL`)
  const then = between('at_ms', decided)
  // Where nobody has such a name, the condition of the operators leaves no item.
  const names = operatorsNamed(connection, operators)
  const byOperator = names.length === 0 ? [] : [oneOf('actor COLLATE NOCASE', names)]
  const was = allOf([byPerson, then, ...byOperator])
  return {
    holds: within('EXISTS (SELECT 1 FROM audit_events WHERE item_id = items.id AND ', was, ')'),
    ids: within(
      'SELECT DISTINCT item_id AS id FROM audit_events INDEXED BY audit_events_decided WHERE ',
      was,
      ' AND item_id IN (SELECT id FROM items)',
    ),
    asksIdAlone: true,
  }
}

export type DayColumn = 'first_seen_at_ms' | 'uploaded_at_ms' | 'changed_at_ms'

/** Holds for times from the first moment of the first day to the last of the last. */
export function isWithin(column: DayColumn, days: DayRange): Clause {
  return between(`items.${column}`, days)
}

function between(column: string, { from, to }: DayRange): Clause {
  const clauses = [
    ...(from === null ? [] : [clause(`${column} >= ?`, startOfDay(from, 0))]),
    ...(to === null ? [] : [clause(`${column} < ?`, startOfDay(to, 1))]),
  ]
  return {
    sql: clauses.map(({ sql }) => sql).join(' AND '),
    parameters: clauses.flatMap(({ parameters }) => parameters),
  }
}

/** The first moment of the day so many days after an ISO day, in the computer's own time. */
function startOfDay(day: string, daysAfter: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + daysAfter).getTime()
}

const traitConditions: Readonly<Record<ItemTrait, Condition>> = {
  rescan: {
    holds: clause('items.rescan_state IS NOT NULL OR items.rescan_of IS NOT NULL'),
    ids: clause(
      `SELECT id FROM items INDEXED BY items_rescan WHERE rescan_state IS NOT NULL
       UNION SELECT id FROM items INDEXED BY items_rescan_of WHERE rescan_of IS NOT NULL`,
    ),
  },
  duplicate: marked('trait', ['duplicate']),
  sent_twice: marked('trait', ['sent_twice']),
  repaired: indexedBy('items_repair_hash', 'items.repair IS NOT NULL'),
  reconstructed: indexedBy('items_reconstructed', 'items.reconstructed = 1'),
  corrected: indexedBy('items_corrected', `items.read_by = 'person'`),
  erased: indexedBy('items_erased', 'items.erased_at_ms IS NOT NULL'),
  waiting_second: indexedBy(
    'items_first_approved',
    `items.first_approval_by IS NOT NULL AND items.state = 'awaiting_review'`,
  ),
  index: indexedBy('items_indexes', `items.role = 'index'`),
}

/** For an index that holds few items alone: SQLite does not always see that it is the shortest way. */
function indexedBy(index: string, holds: string): Condition {
  return { holds: clause(holds), ids: clause(`SELECT id FROM items INDEXED BY ${index} WHERE ${holds}`) }
}

function given<Value>(
  values: readonly Value[],
  conditionOf: (values: readonly Value[]) => Condition,
): Condition | null {
  return values.length === 0 ? null : conditionOf(values)
}
