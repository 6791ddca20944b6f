import type { ItemState } from '../../../electron/shared/item-states.ts'
import { otherSideOf } from '../../../electron/shared/media-types.ts'
import type { Item } from '../../../electron/shared/records.ts'

/** States in which there is no file to look at, or one that nobody wants. */
const unseenStates: ReadonlySet<ItemState> = new Set<ItemState>([
  'seen',
  'settling',
  'missing',
  'superseded',
  'ignored',
  'rejected',
])

/** The media type of the other side, of kinds that nobody documented too: `PERMIT_BACK` for `PERMIT_FRONT`. */
export function otherSideType(item: Item, known: Iterable<string>): string | null {
  return item.mediaType === null
    ? null
    : (otherSideOf(item.mediaType) ?? otherSideOf(item.mediaType, new Set(known)))
}

/**
 * The scans that may be the same document's other side: of the same entity and kind, each content once. First the one of
 * the same folder, before others the one beside it, before others the one that came at nearly the same time.
 */
export function otherSidesAmong(item: Item, candidates: readonly Item[]): readonly Item[] {
  const types = candidates.flatMap(({ mediaType }) => (mediaType === null ? [] : [mediaType]))
  const wanted = otherSideType(item, types)
  if (wanted === null || item.entityId === null) return []
  const sides = candidates.filter(
    (other) =>
      other.id !== item.id &&
      other.role === 'scan' &&
      other.entityId === item.entityId &&
      other.mediaType === wanted &&
      other.erasedAtMs === null &&
      !unseenStates.has(other.state),
  )
  const sorted = sides.toSorted((one, other) => distance(item, one) - distance(item, other))
  return sorted.filter(
    ({ sha256 }, place) => sha256 === null || sorted.findIndex((other) => other.sha256 === sha256) === place,
  )
}

/** How far from the item, in order of weight: another folder, another place in it, another time. */
function distance(item: Item, other: Item): number {
  const apartMs = Math.abs(item.firstSeenAtMs - other.firstSeenAtMs)
  const time = apartMs / (apartMs + 1)
  if (other.folderId !== item.folderId) return 2 + time
  return placeOf(other) === placeOf(item) ? time : 1 + time
}

function placeOf({ path, name }: Item): string {
  return path.slice(0, path.length - name.length)
}
