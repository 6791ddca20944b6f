import { errorCatalogue } from '../../electron/shared/error-codes.ts'
import type { ErrorCode } from '../../electron/shared/error-codes.ts'
import { findingCatalogue } from '../../electron/shared/finding-codes.ts'
import type { FindingCode } from '../../electron/shared/finding-codes.ts'
import { itemStateLabels } from '../../electron/shared/item-states.ts'
import type { ItemState } from '../../electron/shared/item-states.ts'
import { auditKinds } from '../../electron/shared/records.ts'
import type { Attempt, AuditEvent } from '../../electron/shared/records.ts'
import { formatDuration, formatExactTime } from '../format/time.ts'
import { lookLine } from '../item/endpoint-looks.ts'
import { mediaTypeName } from '../item/media-type-name.ts'
import { messages } from '../messages/current.ts'
import { eventDataSchema } from './event-data.ts'
import type { EventData } from './event-data.ts'
import { repairLines } from './repair-lines.ts'
import { inWords } from '../messages/in-words.ts'

const text = messages.history

export interface TimelineEntry {
  readonly title: string
  /** Further sentences, each on its own line. */
  readonly lines: readonly string[]
  /** The state that the item was in afterwards, where the event changed it. */
  readonly state: ItemState | null
}

function isItemState(value: string | undefined): value is ItemState {
  return value !== undefined && Object.hasOwn(itemStateLabels, value)
}

function isFindingCode(value: string): value is FindingCode {
  return Object.hasOwn(findingCatalogue, value)
}

function isErrorCode(value: string): value is ErrorCode {
  return Object.hasOwn(errorCatalogue, value)
}

function titleOf(event: AuditEvent, data: EventData): string {
  if (event.kind === 'attempt.settled' && data.outcome) {
    if (data.outcome === 'accepted') return text.eventAccepted
    if (isErrorCode(data.outcome)) return messages.errors[data.outcome].happened
  }
  if (data.found === true) return text.foundAtEndpoint
  if (event.kind === 'outcome.settled' && data.found === false) return text.notAtEndpoint
  if (data.undecided === true) return text.undecided
  if (event.kind === 'item.prioritised') return text.prioritised[data.after ?? 'folder']
  if (event.kind === 'item.reconstructed' && data.kind) return text.reconstructed[data.kind]
  if (data.choice) return text.settled[data.choice]
  if (data.again === true) return text.sentAgain
  if (data.waitsFor) return text.startsWaiting
  if (data.readAgain === true) return text.readAgain
  return text.event[event.kind]
}

/** Not of a repair, whose `before` is another form of the picture. */
function changeLines(event: AuditEvent, data: EventData): string[] {
  const { before, item } = data
  if (!before || event.kind.startsWith('item.repair')) return []
  const facts = messages.item.facts
  const lines: string[] = []
  if (before.entityId !== item?.entityId) {
    lines.push(text.changed(facts.entityId, before.entityId ?? text.nothing, item?.entityId ?? text.nothing))
  }
  if (before.mediaType !== item?.mediaType) {
    const label = (value: string | null | undefined) => (value ? mediaTypeName(value) : text.nothing)
    lines.push(text.changed(facts.mediaType, label(before.mediaType), label(item?.mediaType)))
  }
  const [fieldsBefore, fields] = [before.fields ?? {}, item?.fields ?? {}]
  for (const name of new Set([...Object.keys(fieldsBefore), ...Object.keys(fields)])) {
    if (fieldsBefore[name] === fields[name]) continue
    lines.push(text.changed(name, fieldsBefore[name] ?? text.nothing, fields[name] ?? text.nothing))
  }
  return lines
}

/** The values afterwards, so that an entity that was read before a later reading is not forgotten. */
function readingLine(event: AuditEvent, { item }: EventData): string[] {
  if (event.kind !== 'item.identified' || !item) return []
  const facts = messages.item.facts
  const values = [
    ...(item.entityId ? [`${facts.entityId}: ${item.entityId}`] : []),
    ...(item.mediaType ? [`${facts.mediaType}: ${mediaTypeName(item.mediaType)}`] : []),
    ...Object.entries(item.fields ?? {}).map(([name, value]) => `${name}: ${value}`),
  ]
  return values.length === 0 ? [] : [values.join(', ')]
}

function originLine(data: EventData, ruleName: (ruleId: string) => string): string[] {
  if (data.readBy === 'index') return [text.byIndex(data.indexPath ?? null, data.indexRow ?? null)]
  return data.ruleId ? [text.byRule(ruleName(data.ruleId), data.ruleVersion)] : []
}

function waitLine(data: EventData): string[] {
  if (!data.waitsFor) return []
  const words = messages.item.waiting
  const what = words.for[data.waitsFor]
  return [
    typeof data.waitsUntilMs === 'number'
      ? words.until(what, formatExactTime(data.waitsUntilMs))
      : words.whatever(what),
  ]
}

function rulesLines(event: AuditEvent, data: EventData): string[] {
  if (event.kind !== 'rules.changed') return []
  return [
    ...(data.version ? [text.rulesVersion(data.version)] : []),
    ...(data.restores ? [text.rulesRestored(data.restores)] : []),
  ]
}

function findingLine(data: EventData): string[] {
  if (!data.findings) return []
  const codes = data.findings.map((finding) => finding.code)
  if (codes.length === 0) return [text.noFindings]
  return [text.findings(codes.map((code) => (isFindingCode(code) ? messages.findings[code].title : code)))]
}

/** Where the file went, what was looked up, and what was restored. */
function careLines(event: AuditEvent, data: EventData): string[] {
  const lines = [
    ...(data.archivedTo
      ? [data.archivedTo === 'trash' ? text.trashed : text.archivedTo(data.archivedTo)]
      : []),
    ...(data.surelyAbsent === true ? [text.surelyAbsent] : []),
    ...(data.looks ?? []).map(lookLine),
  ]
  if (event.kind === 'ledger.restored') {
    if (data.backupName) lines.push(text.reconstructed.from(data.backupName))
    if (data.setAside) lines.push(text.reconstructed.setAside(data.setAside))
  }
  if (event.kind === 'item.reconstructed' && data.sentName) lines.push(text.sentAs(data.sentName))
  return data.words ? [...lines, inWords(data.words, data.said)] : lines
}

function attemptLines(event: AuditEvent, data: EventData, attempts: readonly Attempt[]): string[] {
  const parts = [
    data.number ? text.attemptNumber(data.number) : '',
    data.httpStatus ? text.answered(data.httpStatus) : '',
    typeof data.durationMs === 'number' ? text.took(formatDuration(data.durationMs)) : '',
  ].filter((part) => part !== '')
  const settled =
    event.kind === 'attempt.settled' ? attempts.find(({ number }) => number === data.number) : undefined
  const answer = [settled?.answerCode, settled?.answerMessage].filter(Boolean).join(': ')
  return [
    ...(parts.length === 0 ? [] : [parts.join(', ')]),
    ...(answer === '' ? [] : [text.endpointSaid(answer)]),
    ...(settled?.requestId ? [text.requestId(settled.requestId)] : []),
  ]
}

/** Who agreed first, and which decision was taken back. */
function personLines(event: AuditEvent, data: EventData): string[] {
  const kind = auditKinds.find((known) => known === data.decision)
  return [
    ...(data.firstApproval
      ? [text.firstApprovedBy(data.firstApproval.by, formatExactTime(data.firstApproval.atMs))]
      : []),
    ...(event.kind === 'item.undone' && kind !== undefined
      ? [text.tookBack(text.event[kind], data.decidedBy ?? messages.words.unknown)]
      : []),
    ...(data.splitFrom ? [text.splitFrom(data.splitFrom)] : []),
    ...(event.isErased ? [text.eventErased] : []),
    ...(event.kind === 'item.erased' && data.afterDays ? [text.erasedAfter(data.afterDays)] : []),
  ]
}

function distinct(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)]
}

/**
 * An event of the audit chain in plain words. `ruleName` gives the name of a naming rule; `attempts` are the item's
 * own, for what the endpoint answered.
 */
export function timelineEntry(
  event: AuditEvent,
  ruleName: (ruleId: string) => string,
  attempts: readonly Attempt[] = [],
): TimelineEntry {
  const parsed = eventDataSchema.safeParse(event.data)
  const data: EventData = parsed.success ? parsed.data : {}
  const title = titleOf(event, data)
  const state = data.item?.state
  return {
    title,
    lines: distinct([
      ...changeLines(event, data),
      ...repairLines(event),
      ...personLines(event, data),
      ...readingLine(event, data),
      ...originLine(data, ruleName),
      ...waitLine(data),
      ...rulesLines(event, data),
      ...findingLine(data),
      ...attemptLines(event, data, attempts),
      ...careLines(event, data),
      ...(data.rescanOf ? [text.newScanOf(data.rescanOf)] : []),
      ...(data.slip ? [text.slipAt(data.slip)] : []),
      ...(data.replaces ? [text.replaces(data.replaces)] : []),
      ...(data.movedFrom ? [text.movedFrom(data.movedFrom)] : []),
      ...(data.reason ? [text.because(inWords(data.reason, data.said))] : []),
    ]),
    // A title that names the state has said it.
    state:
      isItemState(state) && state !== data.from && !title.startsWith(messages.states[state]) ? state : null,
  }
}
