import type { NameReading, ReadingChange, RuleReading, RulesTrial, TriedName } from '../shared/readings.ts'
import { readingChanges } from '../shared/readings.ts'
import type { RulesDefinition } from '../shared/rules.ts'
import { readName } from './identify/naming/name-reading.ts'
import { compileRules } from './identify/naming/rule-set.ts'
import type { RuleSet } from './identify/naming/rule-set.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { LedgerName } from './ledger/name-queries.ts'

export interface TrialRequest {
  readonly definition: RulesDefinition
  readonly show: 'all' | 'waiting' | 'matched' | 'ambiguous' | 'unmatched' | 'changed' | ReadingChange
  /** Only files that this rule reads. */
  readonly ruleId?: string | undefined
  readonly text: string
  readonly offset: number
  readonly limit: number
}

export interface RulesTrials {
  /** Tries rules on the ledger's names against those in use. Changes nothing. */
  try(request: TrialRequest, inUse: RuleSet): Promise<RulesTrial>
  /** The names that rules are tried on: every waiting one, and the newest of those that are decided. */
  names(): Promise<readonly LedgerName[]>
  /** Items changed: their names are read from the ledger anew. */
  forget(): void
}

/** So many decided names tell whether a new rule contradicts what people approved. */
const decidedNameCount = 5_000
const pageSize = 1_000
/** Between so many names the engine does its other work. */
const namesAtATime = 250

/** Tries rules on the names of one ledger. The last answer is kept, so that paging through it costs nothing. */
export function createRulesTrials(
  ledger: Pick<Ledger, 'waitingNames' | 'decidedNames'>,
  pause: () => Promise<void>,
): RulesTrials {
  let names: Promise<readonly LedgerName[]> | null = null
  let last: { readonly key: string; readonly inUse: RuleSet; readonly tried: Promise<TriedNames> } | null =
    null

  const load = async (): Promise<readonly LedgerName[]> => {
    const found: LedgerName[] = []
    for (let afterId = 0; ;) {
      const page = await ledger.waitingNames(afterId, pageSize)
      found.push(...page)
      const lastOne = page.at(-1)
      if (lastOne === undefined || page.length < pageSize) break
      afterId = lastOne.itemId
      await pause()
    }
    return [...found, ...(await ledger.decidedNames(decidedNameCount))]
  }
  const allNames = (): Promise<readonly LedgerName[]> => (names ??= load())

  return {
    names: allNames,
    forget() {
      names = null
      last = null
    },
    async try(request, inUse) {
      const startedAt = performance.now()
      const key = JSON.stringify(request.definition)
      if (last?.key !== key || last.inUse !== inUse) {
        const ruleSet = compileRules(request.definition)
        last = { key, inUse, tried: allNames().then((found) => tryAll(found, ruleSet, inUse, pause)) }
      }
      const tried = await last.tried
      const rows = tried.rows.filter((row) => fits(row, request))
      return {
        ...tried.summary,
        rows: rows.slice(request.offset, request.offset + request.limit).map(({ row }) => row),
        rowCount: rows.length,
        durationMs: performance.now() - startedAt,
      }
    },
  }
}

interface TriedRow {
  readonly row: TriedName
  readonly ruleIds: readonly string[]
}

interface TriedNames {
  readonly rows: readonly TriedRow[]
  readonly summary: Omit<RulesTrial, 'rows' | 'rowCount' | 'durationMs'>
}

async function tryAll(
  names: readonly LedgerName[],
  ruleSet: RuleSet,
  inUse: RuleSet,
  pause: () => Promise<void>,
): Promise<TriedNames> {
  const changes: Record<ReadingChange, number> = {
    same: 0,
    newly_matched: 0,
    read_differently: 0,
    now_ambiguous: 0,
    no_longer_matched: 0,
    contradiction: 0,
  }
  const counts = { match: 0, conflict: 0, none: 0 }
  const matchedByRule: Record<string, number> = {}
  const rows: TriedRow[] = []
  for (const [index, name] of names.entries()) {
    if (index % namesAtATime === 0) await pause()
    const reading = readName(ruleSet, name.path, name.folderId)
    const change = changeOf(name, readName(inUse, name.path, name.folderId), reading)
    const ruleIds = [...new Set(readingsOf(reading).map(({ ruleId }) => ruleId))]
    changes[change] += 1
    counts[reading.kind] += 1
    for (const ruleId of ruleIds) matchedByRule[ruleId] = (matchedByRule[ruleId] ?? 0) + 1
    rows.push({ ruleIds, row: rowOf(name, reading, change) })
  }
  return {
    rows: mostTellingFirst(rows),
    summary: {
      problems: ruleSet.problems,
      total: names.length,
      waiting: names.filter(({ waiting }) => waiting).length,
      matched: counts.match,
      ambiguous: counts.conflict,
      unmatched: counts.none,
      changes,
      matchedByRule,
    },
  }
}

function rowOf(name: LedgerName, reading: NameReading, change: ReadingChange): TriedName {
  const { itemId, folderId, state, waiting, entityId, mediaType, fields, readBy, ruleId } = name
  return {
    itemId,
    folderId,
    path: name.path.normalize('NFC'),
    state,
    waiting,
    before: { entityId, mediaType, fields, readBy, ruleId },
    // The reasons are put into words for the one name that a person looks at.
    reading: reading.kind === 'none' ? { kind: 'none', reasons: [] } : reading,
    change,
  }
}

/** What other rules mean for a name. What a person, an index or an upload confirmed stays, and can be contradicted. */
function changeOf(name: LedgerName, before: NameReading, after: NameReading): ReadingChange {
  if (!name.waiting || name.readBy === 'person' || name.readBy === 'index') {
    const confirmed = name.confirmed || name.readBy === 'person'
    if (!confirmed || after.kind !== 'match' || !contradicts(name, after)) return 'same'
    // Where the rules in use are wrong already it is no news: a person has corrected them.
    return before.kind === 'match' && contradicts(name, before) ? 'same' : 'contradiction'
  }
  if (after.kind === 'match') {
    if (before.kind !== 'match') return 'newly_matched'
    return sameValues(before, after) ? 'same' : 'read_differently'
  }
  if (before.kind === after.kind) return 'same'
  return after.kind === 'conflict' ? 'now_ambiguous' : 'no_longer_matched'
}

function contradicts(name: LedgerName, reading: RuleReading): boolean {
  if (name.entityId !== null && reading.entityId !== name.entityId) return true
  return reading.mediaType !== null && name.mediaType !== null && reading.mediaType !== name.mediaType
}

function sameValues(one: RuleReading, other: RuleReading): boolean {
  return (
    one.entityId === other.entityId &&
    one.mediaType === other.mediaType &&
    JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
  )
}

function sorted({ fields }: RuleReading): [string, string][] {
  return Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1))
}

function readingsOf(reading: NameReading): readonly RuleReading[] {
  switch (reading.kind) {
    case 'match':
      return [reading]
    case 'conflict':
      return reading.readings
    case 'none':
      return []
  }
}

/** Contradictions stand on top, then what changes, then the rest as the ledger gave it. */
function mostTellingFirst(rows: readonly TriedRow[]): TriedRow[] {
  const order: readonly ReadingChange[] = [...readingChanges].reverse()
  return order.flatMap((change) => rows.filter(({ row }) => row.change === change))
}

function fits({ row, ruleIds }: TriedRow, { show, ruleId, text }: TrialRequest): boolean {
  if (ruleId !== undefined && !ruleIds.includes(ruleId)) return false
  if (!isShown(row, show)) return false
  if (text === '') return true
  const values = row.reading.kind === 'match' ? `${row.reading.entityId} ${row.reading.mediaType ?? ''}` : ''
  return `${row.path} ${row.before.entityId ?? ''} ${values}`.toLowerCase().includes(text.toLowerCase())
}

function isShown({ reading, waiting, change }: TriedName, show: TrialRequest['show']): boolean {
  switch (show) {
    case 'all':
      return true
    case 'waiting':
      return waiting
    case 'matched':
      return reading.kind === 'match'
    case 'ambiguous':
      return reading.kind === 'conflict'
    case 'unmatched':
      return reading.kind === 'none'
    case 'changed':
      return change !== 'same'
    default:
      return change === show
  }
}
