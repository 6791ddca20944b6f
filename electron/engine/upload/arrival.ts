import type { MediaEntry } from './media-entries.ts'
import { markOf } from './upload-name.ts'

/** One attempt of an item that may have arrived. */
export interface SentMedium {
  readonly sentName: string
  readonly mediaType: string
  readonly startedAtMs: number
  readonly endedAtMs: number
}

/**
 * Whether one of the attempts is among an entity's media. `in_doubt`: none bears its name, yet there is a medium of
 * its type and time that nobody knows, as when a name was changed on the way.
 */
export type Arrival =
  | { readonly kind: 'found'; readonly sentName: string; readonly entry: MediaEntry }
  | { readonly kind: 'in_doubt'; readonly similar: readonly MediaEntry[] }
  | { readonly kind: 'absent'; readonly entryCount: number }

/** The endpoint's clock and this computer's may differ by so much. */
const toleranceMs = 600_000

/** Looks for the attempts of one item: by name first, which is enough; by type and time where that fails. */
export function findArrival(entries: readonly MediaEntry[], sent: readonly SentMedium[]): Arrival {
  for (const { sentName } of sent) {
    const mark = markOf(sentName)
    const entry = entries.find(({ name }) => name === sentName || (mark !== null && markOf(name) === mark))
    if (entry !== undefined) return { kind: 'found', sentName, entry }
  }
  const similar = entries.filter(
    (entry) => markOf(entry.name) === null && sent.some((medium) => resembles(entry, medium)),
  )
  return similar.length > 0
    ? { kind: 'in_doubt', similar: similar.slice(0, 5) }
    : { kind: 'absent', entryCount: entries.length }
}

/** What an entry does not say counts against certainty. */
function resembles(entry: MediaEntry, medium: SentMedium): boolean {
  if (entry.mediaType !== null && entry.mediaType !== medium.mediaType) return false
  if (entry.createdAtSeconds === null) return true
  const createdAtMs = entry.createdAtSeconds * 1_000
  return createdAtMs >= medium.startedAtMs - toleranceMs && createdAtMs <= medium.endedAtMs + toleranceMs
}
