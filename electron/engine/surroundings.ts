import { createHash } from 'node:crypto'
import type { ItemState } from '../shared/item-states.ts'
import { sideOf } from '../shared/media-types.ts'
import type { EntityCheck } from '../shared/records.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { Settings } from '../shared/settings/settings.ts'
import { isFresh } from './entity-look-ups.ts'
import type { Duplicates, EarlierAtPath } from './identify/judgement/other-findings.ts'
import type { RejectedContent, SameContent } from './ledger/content-queries.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { EntitySide } from './ledger/neighbour-queries.ts'
import type { Values } from './name-values.ts'
import { matchRescan } from './review/rescan-match.ts'

/** A file or an item to be judged, with the values that hold for it. */
export interface Subject extends Values {
  /** Null for a file that has no identified item yet. */
  readonly itemId: number | null
  readonly path: string
  readonly sha256: string | null
}

/** What the ledger knows around one subject. */
export interface Surroundings {
  readonly duplicates: Duplicates
  readonly earlierAtPath: EarlierAtPath | null
  readonly entityCheck: EntityCheck | null
  readonly entityCount: { readonly count: number; readonly withinMs: number } | null
  readonly otherMediaTypes: readonly string[]
  readonly rescanOf: number | null
}

export type SurroundingsLedger = Pick<
  Ledger,
  | 'findSameContent'
  | 'rejectedSameContent'
  | 'earlierAtPaths'
  | 'readEntityChecks'
  | 'countsForEntities'
  | 'sidesOfEntities'
  | 'openRescans'
>

export interface SurroundingsOptions {
  readonly ledger: SurroundingsLedger
  readonly folder: FolderSettings
  readonly settings: Pick<Settings, 'intake' | 'entityLookUp'>
  readonly nowMs: number
}

/** Asks the ledger about many subjects of one folder at once. */
export async function findSurroundings(
  subjects: readonly Subject[],
  { ledger, folder, settings, nowMs }: SurroundingsOptions,
): Promise<(subject: Subject) => Surroundings> {
  const contents = [...new Set(subjects.flatMap(({ sha256 }) => sha256 ?? []))].filter(isContent)
  const entityIds = [...new Set(subjects.flatMap(({ entityId }) => entityId ?? []))]
  const sided = [
    ...new Set(
      subjects.flatMap(({ entityId, mediaType }) =>
        entityId !== null && mediaType !== null && sideOf(mediaType) !== null ? [entityId] : [],
      ),
    ),
  ]
  const { manyForEntity } = settings.intake
  const same = groupBy(await ledger.findSameContent(contents), ({ sha256 }) => sha256)
  const rejected = groupBy(await ledger.rejectedSameContent(contents), ({ sha256 }) => sha256)
  const paths = subjects.map(({ path }) => path)
  const earlier = new Map((await ledger.earlierAtPaths(folder.id, paths)).map((each) => [each.path, each]))
  const checks = new Map((await ledger.readEntityChecks(entityIds)).map((each) => [each.entityId, each]))
  const counts =
    manyForEntity.count === 0
      ? new Map<string, number>()
      : await ledger.countsForEntities(entityIds, nowMs - manyForEntity.withinMs)
  const sides = groupBy(await ledger.sidesOfEntities(sided), ({ entityId }) => entityId)
  const rescans = await ledger.openRescans(folder.id)
  const fresh = subjects.filter(({ itemId }) => itemId === null)

  return (subject) => {
    const { entityId, sha256 } = subject
    const check = entityId === null ? undefined : checks.get(entityId)
    return {
      duplicates: {
        ...duplicatesOf(subject, folder.id, same.get(sha256 ?? '') ?? []),
        rejected: rejectedOf(subject, rejected.get(sha256 ?? '') ?? []),
      },
      earlierAtPath: earlierOf(subject, earlier.get(subject.path)),
      entityCheck: check !== undefined && isFresh(check, settings.entityLookUp.keepMs, nowMs) ? check : null,
      entityCount: countOf(subject, counts, fresh, manyForEntity),
      otherMediaTypes: otherMediaTypes(subject, sides.get(entityId ?? '') ?? [], fresh),
      rescanOf: matchRescan(rescans, subject),
    }
  }
}

const sha256OfNothing = createHash('sha256').digest('hex')

/** Empty files have nothing in common but that they are empty, which is said of each by itself. */
function isContent(sha256: string): boolean {
  return sha256 !== sha256OfNothing
}

function groupBy<Each>(found: readonly Each[], keyOf: (each: Each) => string): Map<string, Each[]> {
  const groups = new Map<string, Each[]>()
  for (const each of found) {
    const group = groups.get(keyOf(each))
    if (group === undefined) groups.set(keyOf(each), [each])
    else group.push(each)
  }
  return groups
}

const decidedStates: ReadonlySet<ItemState> = new Set([
  'approved',
  'uploading',
  'retry_wait',
  'uploaded',
  'outcome_unknown',
])

/** The first of two is not held because of the second, unless the second was already sent or approved. */
function countsAgainst({ itemId, path }: Subject, folderId: string, other: SameContent): boolean {
  if (itemId === null) return other.folderId !== folderId || other.path !== path
  return other.itemId !== itemId && (other.itemId < itemId || decidedStates.has(other.state))
}

/** Without an entity of its own, an item cannot be a duplicate of another entity's. */
function duplicatesOf(
  subject: Subject,
  folderId: string,
  same: readonly SameContent[],
): Omit<Duplicates, 'rejected'> {
  const others = same.filter((other) => countsAgainst(subject, folderId, other))
  const { entityId } = subject
  return {
    sameEntity: others
      .filter((other) => other.entityId !== null && other.entityId === entityId)
      .map(({ itemId }) => itemId),
    otherEntity:
      entityId === null
        ? []
        : others.flatMap((other) =>
            other.entityId === null || other.entityId === entityId
              ? []
              : [{ itemId: other.itemId, entityId: other.entityId }],
          ),
  }
}

function rejectedOf({ itemId }: Subject, found: readonly RejectedContent[]): Duplicates['rejected'] {
  return found
    .filter((other) => other.itemId !== itemId)
    .map((other) => ({ itemId: other.itemId, reason: other.reason }))
}

function earlierOf(subject: Subject, earlier: (EarlierAtPath & { sha256: string }) | undefined) {
  if (earlier === undefined || earlier.itemId === subject.itemId) return null
  return earlier.sha256 === subject.sha256 ? null : earlier
}

function countOf(
  { entityId, itemId }: Subject,
  counts: ReadonlyMap<string, number>,
  fresh: readonly Subject[],
  { count: limit, withinMs }: { readonly count: number; readonly withinMs: number },
): Surroundings['entityCount'] {
  if (entityId === null || limit === 0) return null
  const beside = itemId === null ? fresh.filter((other) => other.entityId === entityId).length : 0
  const count = (counts.get(entityId) ?? 0) + beside
  return count > limit ? { count, withinMs } : null
}

/** Front and back often come together: those that are judged in the same go count too. */
function otherMediaTypes(
  subject: Subject,
  found: readonly EntitySide[],
  fresh: readonly Subject[],
): readonly string[] {
  const beside = fresh.filter((other) => other !== subject && other.entityId === subject.entityId)
  return [
    ...found.filter(({ itemId }) => itemId !== subject.itemId).map(({ mediaType }) => mediaType),
    ...beside.flatMap(({ mediaType }) => mediaType ?? []),
  ]
}
