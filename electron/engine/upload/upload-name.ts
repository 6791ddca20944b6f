import { familyOfExtension, fileFamilies } from '../../shared/file-families.ts'
import type { FileFamilyId } from '../../shared/file-families.ts'
import { asciiSpelling } from './transliteration.ts'

export interface NamedAttempt {
  /** The name of the file as a person knows it. */
  readonly originalName: string
  readonly family: FileFamilyId
  /** Letters and digits count; other characters of it are left out of the name. */
  readonly ledgerId: string
  readonly itemId: number
  /** 1 for the item's first attempt. */
  readonly attemptNumber: number
}

const maxStemLength = 100

/**
 * The name under which the endpoint stores one attempt: `passport_Zoe-{ledger}-{item}-{attempt}.jpg`. No other
 * attempt of any ledger has it, so a later look at the entity tells whether this one arrived. It is plain ASCII:
 * no proxy or storage on the way may respell it.
 */
export function uploadName(attempt: NamedAttempt): string {
  const stem = asciiSpelling(withoutExtension(attempt.originalName)).slice(0, maxStemLength) || 'scan'
  const mark = attemptMark(attempt.ledgerId, attempt.itemId)
  return `${stem}${mark}${attempt.attemptNumber}.${fileFamilies[attempt.family].sentAs}`
}

/** The number of the attempt that sent an item of a ledger under this name, or null where none did. */
export function tracesTo(name: string, ledgerId: string, itemId: number): number | null {
  const { stem, number } = /^(?<stem>.+-)(?<number>[1-9][0-9]*)\.[a-z0-9]+$/.exec(name)?.groups ?? {}
  if (stem === undefined || number === undefined) return null
  const mark = attemptMark(ledgerId, itemId)
  return stem.length > mark.length && stem.endsWith(mark) ? Number(number) : null
}

/**
 * What stands for an attempt in its name, whatever became of the rest: `k7m2xq-41-2`. Null in a name that no ledger
 * gave.
 */
export function markOf(name: string): string | null {
  return /-([A-Za-z0-9]{6}-[1-9][0-9]*-[1-9][0-9]*)\.[a-z0-9]+$/.exec(name)?.[1] ?? null
}

/** The ledger's id goes in without dashes, so that no end of one ledger's mark is another ledger's mark. */
function attemptMark(ledgerId: string, itemId: number): string {
  const ledger = ledgerId.replace(/[^A-Za-z0-9]/g, '')
  if (ledger === '') throw new TypeError('A ledger id must hold a letter or a digit.')
  return `-${ledger}-${itemId}-`
}

/** Only an extension that means a kind of file goes: in `letter.v2` the ending is part of the name. */
function withoutExtension(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 && familyOfExtension(name.slice(dot + 1)) !== undefined ? name.slice(0, dot) : name
}
