import type { NameReading, RuleReading } from '../../../shared/readings.ts'
import { readName } from '../naming/name-reading.ts'
import type { RuleSet } from '../naming/rule-set.ts'
import { doubtful, unlikeness } from './entity-shape.ts'
import type { EntityShape } from './entity-shape.ts'
import type { NameToExplain } from './name-to-explain.ts'

/** What rules make of names. */
export interface Tally {
  /** Read, alone and without a contradiction. */
  readonly matched: number
  /** Of those, the ones that look like the examples. */
  readonly certain: number
  readonly conflicts: number
  /** Read otherwise than a person or an upload confirmed. */
  readonly contradictions: number
  /** Read before, and no longer. */
  readonly lost: number
}

/** A name that rules read alone. */
export interface ReadByRules {
  readonly name: NameToExplain
  readonly reading: RuleReading
  readonly unlikeness: number
}

/** Reads names by new rules alone. */
export function tallyAlone(alone: RuleSet, names: readonly NameToExplain[], shape: EntityShape): Tally {
  const tally = { matched: 0, certain: 0, conflicts: 0, contradictions: 0, lost: 0 }
  for (const { folderId, path, confirmed } of names) {
    const reading = readName(alone, path, folderId)
    if (reading.kind === 'conflict') tally.conflicts += 1
    if (reading.kind !== 'match') continue
    if (contradicts(reading, confirmed)) {
      tally.contradictions += 1
      continue
    }
    tally.matched += 1
    if (unlikeness(shape, path.normalize('NFC'), reading) < doubtful) tally.certain += 1
  }
  return tally
}

/** Rules that are tried on names. */
export interface RulesUnderTally {
  /** The new rules by themselves. */
  readonly alone: RuleSet
  /** All others, as they would be beside the new ones. */
  readonly others: RuleSet
  readonly together: RuleSet
  readonly inForce: RuleSet
  /** Whether names that the new rules do not read may be read otherwise than before. */
  readonly changeOthers: boolean
}

/** Names that are read between two pauses. */
const chunk = 250

/**
 * Reads names by all rules together and compares with the rules in force. What the proposal neither reads nor changes
 * does not count. Pauses at each `yield`.
 */
export function* tallyTogether(
  rules: RulesUnderTally,
  names: readonly NameToExplain[],
  shape: EntityShape,
): Generator<undefined, { readonly tally: Tally; readonly read: readonly ReadByRules[] }> {
  const tally = { matched: 0, certain: 0, conflicts: 0, contradictions: 0, lost: 0 }
  const read: ReadByRules[] = []
  for (const [index, name] of names.entries()) {
    if (index % chunk === chunk - 1) yield
    const { folderId, path, confirmed } = name
    const own = readName(rules.alone, path, folderId)
    if (own.kind === 'none' && !rules.changeOthers) continue
    const other = readName(rules.others, path, folderId)
    const after =
      own.kind === 'none' ? other : other.kind === 'none' ? own : readName(rules.together, path, folderId)
    const before = own.kind === 'none' ? readName(rules.inForce, path, folderId) : null
    if (before !== null && isSame(before, after)) continue
    if (after.kind === 'conflict') tally.conflicts += 1
    else if (after.kind === 'none') tally.lost += before?.kind === 'match' ? 1 : 0
    else if (contradicts(after, confirmed)) tally.contradictions += 1
    else {
      const points = unlikeness(shape, path.normalize('NFC'), after)
      tally.matched += 1
      if (points < doubtful) tally.certain += 1
      read.push({ name, reading: after, unlikeness: points })
    }
  }
  return { tally, read }
}

function contradicts({ entityId, mediaType }: RuleReading, confirmed: NameToExplain['confirmed']): boolean {
  if (confirmed === null) return false
  if (entityId !== confirmed.entityId) return true
  return mediaType !== null && confirmed.mediaType !== null && mediaType !== confirmed.mediaType
}

function isSame(before: NameReading, after: NameReading): boolean {
  if (before.kind !== after.kind) return false
  if (before.kind !== 'match' || after.kind !== 'match') return true
  return before.entityId === after.entityId && before.mediaType === after.mediaType
}
