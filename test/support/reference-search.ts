import type { DayRange, ItemQuery, ItemTrait } from '../../electron/shared/item-query.ts'
import type { ItemState } from '../../electron/shared/item-states.ts'
import type { Item, ItemDetail } from '../../electron/shared/records.ts'
import type { ItemOrder } from '../../electron/engine/ledger/item-order.ts'

/** What a search must find, said as plainly as can be: every item is asked by itself. */
export function findPlainly(
  details: readonly ItemDetail[],
  query: ItemQuery,
  states: readonly ItemState[],
): Item[] {
  return details.filter((detail) => isWanted(detail, query, states, details)).map(({ item }) => item)
}

/** The items in the order of the list. */
export function sortPlainly(items: readonly Item[], order: ItemOrder, query: ItemQuery): Item[] {
  const keyOf = keys[order](query)
  const direction = order === 'newest_first' || order === 'largest_first' ? -1 : 1
  return items.toSorted((one, other) => direction * compareKeys(keyOf(one), keyOf(other)))
}

type Key = readonly (string | number)[]

const byTime = (query: ItemQuery, otherwise: (item: Item) => Key) => {
  if (query.sent !== null) return (item: Item): Key => [item.uploadedAtMs ?? 0, item.id]
  if (query.changed !== null) return (item: Item): Key => [item.changedAtMs, item.id]
  return query.seen === null ? otherwise : (item: Item): Key => [item.firstSeenAtMs, item.id]
}

const keys: Readonly<Record<ItemOrder, (query: ItemQuery) => (item: Item) => Key>> = {
  oldest_first: (query) => byTime(query, ({ id }) => [id]),
  newest_first: (query) =>
    byTime(query, ({ id, changedAtMs }) =>
      query.words.some((word) => [...word].length > 2 && !isHashLike(word)) ? [id] : [changedAtMs, id],
    ),
  by_entity:
    () =>
    ({ entityId, firstSeenAtMs, id }) => [entityId === null ? 1 : 0, entityId ?? '', firstSeenAtMs, id],
  by_path:
    () =>
    ({ folderId, path, id }) => [folderId, path, id],
  largest_first:
    () =>
    ({ sizeBytes, id }) => [sizeBytes, id],
}

function compareKeys(one: Key, other: Key): number {
  for (const [index, value] of one.entries()) {
    const against = other[index] ?? 0
    if (typeof value === 'string' || typeof against === 'string') {
      const difference = Buffer.compare(Buffer.from(String(value)), Buffer.from(String(against)))
      if (difference !== 0) return difference
    } else if (value !== against) return value - against
  }
  return 0
}

function isWanted(
  detail: ItemDetail,
  query: ItemQuery,
  states: readonly ItemState[],
  all: readonly ItemDetail[],
): boolean {
  const { item } = detail
  const operators = operatorsOf(detail)
  return (
    (states.length === 0 || states.includes(item.state)) &&
    query.words.every((word) => hasWord(detail, word)) &&
    !query.without.some((word) =>
      [item.path, item.entityId, item.mediaType].some((text) => holds(text, word)),
    ) &&
    isOne(query.states, (state) => item.state === state) &&
    isOne(query.folders, (folder) => item.folderId === folder) &&
    isOne(query.entities, (entity) => isOrBegins(item.entityId, entity)) &&
    isOne(query.mediaTypes, (type) =>
      type === 'none' ? item.mediaType === null : item.mediaType?.toLowerCase() === type.toLowerCase(),
    ) &&
    isOne(query.deciders, (name) => (name === 'none' ? null : name) === deciderOf(detail)) &&
    isOne(query.operators, (name) =>
      operators.some((one) => isOrBegins(one.toLowerCase(), name.toLowerCase())),
    ) &&
    isOne(query.findings, (code) =>
      code === 'none'
        ? item.findings.every(({ severity }) => severity === 'info')
        : item.findings.some((finding) => finding.code === code),
    ) &&
    isOne(query.errors, (code) => errorsOf(detail).includes(code)) &&
    isOne(query.hashes, (hash) => item.sha256?.startsWith(hash) === true) &&
    isOne(query.ids, (id) => item.id === id) &&
    isWithin(item.firstSeenAtMs, query.seen) &&
    isWithin(item.uploadedAtMs, query.sent) &&
    isWithin(item.changedAtMs, query.changed) &&
    wasDecided(detail, query) &&
    query.is.every((trait) => traits[trait](detail, all))
  )
}

function wasDecided({ events }: ItemDetail, { decided, operators }: ItemQuery): boolean {
  if (decided === null) return true
  return events.some(
    ({ actor, atMs }) =>
      actor !== 'engine' &&
      isOne(operators, (name) => isOrBegins(actor.toLowerCase(), name.toLowerCase())) &&
      isWithin(atMs, decided),
  )
}

function deciderOf({ events }: ItemDetail): string | null {
  const deciding = ['item.approved', 'item.rejected', 'item.rescan_requested']
  const withdrawing = ['item.undone', 'item.reopened']
  const last = events
    .toSorted((one, other) => one.seq - other.seq)
    .findLast(
      ({ kind, actor }) => withdrawing.includes(kind) || (deciding.includes(kind) && actor !== 'engine'),
    )
  return last === undefined || withdrawing.includes(last.kind) ? null : last.actor
}

function isOne<Value>(values: readonly Value[], fits: (value: Value) => boolean): boolean {
  return values.length === 0 || values.some(fits)
}

function operatorsOf({ events }: ItemDetail): string[] {
  return events.map(({ actor }) => actor).filter((actor) => actor !== 'engine')
}

function errorsOf({ item, attempts }: ItemDetail): string[] {
  const outcomes = attempts.map(({ outcome }) => outcome)
  const failures = outcomes.filter((outcome) => outcome !== 'accepted' && outcome !== 'in_flight')
  return [...failures, ...(item.lastFailure === null ? [] : [item.lastFailure.code])]
}

function hasWord(detail: ItemDetail, word: string): boolean {
  const { item, attempts } = detail
  const answers = attempts
    .filter(({ outcome }) => outcome !== 'accepted')
    .flatMap(({ answerCode, answerMessage }) => [answerCode, answerMessage])
  const notes = [...operatorsOf(detail), ...errorsOf(detail), item.lastFailure?.detail ?? null, ...answers]
  const texts = [item.path, item.entityId, item.mediaType, ...notes]
  return (
    texts.some((text) => holds(text, word)) || (isHashLike(word) && item.sha256?.startsWith(word) === true)
  )
}

function holds(text: string | null, word: string): boolean {
  const spellings = [word, word.normalize('NFC'), word.normalize('NFD')]
  return spellings.some((spelling) => text?.toLowerCase().includes(spelling.toLowerCase()) === true)
}

function isHashLike(word: string): boolean {
  return /^[0-9a-f]{12,64}$/i.test(word)
}

function isOrBegins(text: string | null, wanted: string): boolean {
  if (text === null) return false
  return wanted.endsWith('*') ? text.startsWith(wanted.slice(0, -1)) : text === wanted
}

function isWithin(timeMs: number | null, range: DayRange | null): boolean {
  if (range === null) return true
  if (timeMs === null) return false
  const day = new Date(timeMs).toLocaleDateString('sv-SE')
  return (range.from === null || day >= range.from) && (range.to === null || day <= range.to)
}

const traits: Readonly<Record<ItemTrait, (detail: ItemDetail, all: readonly ItemDetail[]) => boolean>> = {
  rescan: ({ item, events }) =>
    item.rescanOf !== null || events.some(({ kind }) => kind === 'item.rescan_requested'),
  duplicate: ({ item }, all) =>
    item.sha256 !== null && all.some((other) => other.item.id < item.id && other.item.sha256 === item.sha256),
  sent_twice: ({ attempts }, all) =>
    attempts.some(
      (attempt) =>
        attempt.outcome === 'accepted' &&
        all
          .flatMap((other) => other.attempts)
          .some(
            (other) =>
              other.id !== attempt.id &&
              other.outcome === 'accepted' &&
              other.sha256 === attempt.sha256 &&
              other.entityId === attempt.entityId,
          ),
    ),
  repaired: ({ item }) => item.repair !== null,
  reconstructed: ({ item }) => item.reconstructed,
  corrected: ({ item }) => item.readBy === 'person',
  erased: ({ item }) => item.erasedAtMs !== null,
  waiting_second: ({ item }) => item.firstApproval !== null && item.state === 'awaiting_review',
  index: ({ item }) => item.role === 'index',
}
