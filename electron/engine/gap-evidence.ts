import type { GapFinding } from './ledger/gap-steps.ts'
import type { Restored } from './ledger/gap-opening.ts'
import type { Item } from '../shared/records.ts'
import type { MediaEntry } from './upload/media-entries.ts'
import { tracesTo, uploadName } from './upload/upload-name.ts'
import { say, sayAll } from '../shared/sentences/say.ts'
import type { Sentence } from '../shared/sentences/told.ts'

/** An item that a lost part of the ledger may have sent. */
export interface Suspect {
  readonly item: Item
  /** When its file last changed, by content or otherwise, epoch milliseconds; null where the file is not there. */
  readonly fileChangedAtMs: number | null
  /** Whether its folder keeps files where they are after their upload. */
  readonly staysAfterUpload: boolean
}

/**
 * What the media of one entity say about all its items that may have been sent. `known` are the names that the
 * ledger itself has on record; they can only speak for the item that they were made for.
 *
 * An item that the ledger still has is recognised by its number in the name. One that came in anew is recognised by
 * its file's name, its media type and the time: sent after the last known event, and after the file last changed, for
 * a file that changed later is not what was sent. A medium speaks for one file only: where more files bear its name,
 * nobody can say which one was sent; and where
 * files leave their folder after the upload, what still lies there is rather another one. Every doubt goes to a person, and none to a second upload or to no upload at all.
 */
export function judgeSuspects(
  suspects: readonly Suspect[],
  entries: readonly MediaEntry[],
  known: ReadonlySet<string>,
  restored: Pick<Restored, 'sentAs' | 'gapFromMs' | 'lastItemId'>,
): ReadonlyMap<number, GapFinding> {
  const findings = new Map<number, GapFinding>()
  const namesakes = new Map<string, Suspect[]>()
  for (const suspect of suspects) {
    const own = entries.find(({ name }) => bearsNumber(name, suspect.item.id, restored.sentAs))
    if (own !== undefined) findings.set(suspect.item.id, judgeOne(suspect, [own], restored))
    else if (suspect.item.id <= restored.lastItemId) {
      findings.set(suspect.item.id, { kind: 'absent', entryCount: entries.length })
    } else {
      const stem = sentStem(suspect.item)
      namesakes.set(stem, [...(namesakes.get(stem) ?? []), suspect])
    }
  }
  for (const [stem, group] of namesakes) {
    const like = entries.filter(({ name }) => !known.has(name) && markBehind(name, stem) !== null)
    const contents = new Set(like.map(({ name }) => itemPart(name))).size
    for (const suspect of group) {
      const found =
        like.length > 0 && group.length > contents
          ? unclear(say('fewer_than_files', { present: contents, needed: group.length }))
          : judgeOne(suspect, like, { ...restored, entryCount: entries.length, stem })
      findings.set(suspect.item.id, found)
    }
  }
  return findings
}

function judgeOne(
  { item, fileChangedAtMs, staysAfterUpload }: Suspect,
  like: readonly MediaEntry[],
  context: Pick<Restored, 'sentAs' | 'gapFromMs'> & { readonly entryCount?: number; readonly stem?: string },
): GapFinding {
  if (like.length === 0) return { kind: 'absent', entryCount: context.entryCount ?? 0 }
  const sent = like.find(({ name, mediaType, createdAtSeconds }) => {
    if (createdAtSeconds === null) return false
    // Seconds are all that the endpoint tells: the medium may have come at their end.
    const latestMs = createdAtSeconds * 1_000 + 999
    const { stem } = context
    const isSame =
      stem === undefined ||
      (staysAfterUpload &&
        context.sentAs.includes(markBehind(name, stem) ?? '') &&
        (mediaType === null || mediaType === item.mediaType))
    return isSame && latestMs >= context.gapFromMs && latestMs >= (fileChangedAtMs ?? 0)
  })
  if (sent !== undefined) {
    const { name: sentName, createdAtSeconds, mediaType } = sent
    return { kind: 'arrived', sentName, createdAtSeconds, mediaType }
  }
  return unclear(say('same_or_other_medium', { name: String(like[0]?.name) }))
}

function unclear(what: Sentence): GapFinding {
  return { kind: 'unclear', ...sayAll([what, say('look_after_restore')]) }
}

function bearsNumber(name: string, itemId: number, marks: readonly string[]): boolean {
  return marks.some((mark) => tracesTo(name, mark, itemId) !== null)
}

/** How every name begins under which an item's file is sent, before the ledger's mark. */
function sentStem(item: Item): string {
  const sample = { ledgerId: 'x', itemId: 0, attemptNumber: 0 }
  const name = uploadName({ ...sample, originalName: item.name, family: item.family ?? 'txt' })
  return name.slice(0, name.lastIndexOf('-x-0-0'))
}

/** The mark of the ledger that sent a file of this stem under the name; null for any other name. */
function markBehind(name: string, stem: string): string | null {
  if (!name.startsWith(`${stem}-`)) return null
  return /^-([a-z0-9]{6})-[1-9]\d*-[1-9]\d*\.[a-z0-9]+$/.exec(name.slice(stem.length))?.[1] ?? null
}

/** What all attempts of one item have in common: the name up to the attempt's number. */
function itemPart(name: string): string {
  return name.slice(0, name.lastIndexOf('-'))
}
