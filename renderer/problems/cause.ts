import { errorCatalogue } from '../../electron/shared/error-codes.ts'
import type { ErrorCode } from '../../electron/shared/error-codes.ts'
import { findingCatalogue, findingSeverities } from '../../electron/shared/finding-codes.ts'
import type { FindingCode } from '../../electron/shared/finding-codes.ts'
import type { Item, ItemCause } from '../../electron/shared/records.ts'
import { messages } from '../messages/current.ts'

/** Why an item stands in Problems: the finding or the failure that matters most. */
export type Cause =
  | { readonly kind: 'finding'; readonly code: FindingCode }
  | { readonly kind: 'failure'; readonly code: ErrorCode }
  | { readonly kind: 'unknown' }

export interface CauseGroup {
  readonly key: string
  readonly cause: Cause
  readonly items: readonly Item[]
}

/** The cause of a problem. A failure explains what was sent, a finding what was held before. */
export function causeOf(item: Item): Cause {
  if (item.state === 'missing') return { kind: 'failure', code: 'file_missing' }
  if (item.state !== 'needs_attention') {
    return item.lastFailure === null ? { kind: 'unknown' } : { kind: 'failure', code: item.lastFailure.code }
  }
  const worst = findingSeverities
    .map((severity) => item.findings.find((finding) => finding.severity === severity))
    .find((finding) => finding !== undefined)
  if (worst !== undefined) return { kind: 'finding', code: worst.code }
  return item.lastFailure === null ? { kind: 'unknown' } : { kind: 'failure', code: item.lastFailure.code }
}

function keyOf(cause: Cause): string {
  return cause.kind === 'unknown' ? cause.kind : `${cause.kind}:${cause.code}`
}

/** Items by cause. Groups and items keep the order in which they came. */
export function groupByCause(items: readonly Item[]): CauseGroup[] {
  const groups = new Map<string, { cause: Cause; items: Item[] }>()
  for (const item of items) {
    const cause = causeOf(item)
    const key = keyOf(cause)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { cause, items: [item] })
    else group.items.push(item)
  }
  return [...groups].map(([key, group]) => ({ key, ...group }))
}

/** The cause of a group that the ledger counted. */
export function causeOfGroup({ kind, code }: ItemCause): Cause {
  if (kind === 'missing') return { kind: 'failure', code: 'file_missing' }
  if (kind === 'finding' && isFindingCode(code)) return { kind: 'finding', code }
  return kind === 'failure' && isErrorCode(code) ? { kind: 'failure', code } : { kind: 'unknown' }
}

/** What such a group is called, and the next step. */
export function groupWords(group: ItemCause): { readonly title: string; readonly next: string } {
  return group.kind === 'unknown_outcome' ? messages.problems.outcomeUnknown : causeWords(causeOfGroup(group))
}

function isFindingCode(code: string): code is FindingCode {
  return Object.hasOwn(findingCatalogue, code)
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCatalogue, code)
}

/** A cause in words: what it is, and the next step. */
export function causeWords(cause: Cause): { readonly title: string; readonly next: string } {
  if (cause.kind === 'unknown') {
    return { title: messages.problems.unknownCause, next: messages.problems.unknownCauseNext }
  }
  if (cause.kind === 'finding') return messages.findings[cause.code]
  const words = messages.errors[cause.code]
  return { title: words.happened, next: words.next }
}
