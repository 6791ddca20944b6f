import type { Finding } from '../../electron/shared/finding-codes.ts'
import type { Item } from '../../electron/shared/records.ts'
import { messages } from '../messages/current.ts'
import { rejectReasons } from './reject-reasons.ts'
import { isDuplicate } from './set-aside.ts'

/** What is asked before a decision that needs a reason. */
export interface DecisionQuestion {
  readonly title: string
  readonly words: string
  /** What the decision is about, each on its own line. */
  readonly points?: readonly string[]
  readonly reasons: readonly string[]
  /** The reason that is chosen at first; the first one without it. */
  readonly likely?: string | undefined
  readonly confirmLabel: string
  readonly confirmVariant?: 'primary' | 'danger'
}

const text = messages.item.decision

/** The reasons for asking for a new scan. */
export const rescanReasons: readonly string[] = text.rescanReasons

export function rejectQuestion(item: Item): DecisionQuestion {
  if (item.role === 'index' && !waitsForFiles(item)) {
    return {
      title: text.setIndexAsideTitle,
      words: text.setIndexAsideWords,
      reasons: text.setIndexAsideReasons,
      confirmLabel: text.setIndexAside,
    }
  }
  if (item.role === 'index') {
    return {
      title: text.stopWaitingTitle,
      words: text.stopWaitingWords,
      reasons: text.stopWaitingReasons,
      confirmLabel: text.stopWaiting,
    }
  }
  return {
    title: text.rejectTitle,
    words: text.rejectWords,
    reasons: isDuplicate(item)
      ? [text.duplicateReason, ...rejectReasons().filter((reason) => reason !== text.duplicateReason)]
      : rejectReasons(),
    confirmLabel: text.reject,
  }
}

/** True for an index file whose rows wait for files that never came. */
export function waitsForFiles(item: Item): boolean {
  return item.findings.some(({ code }) => code === 'index_row_without_file')
}

/** `refusal` is what the engine said when it would not send the item without a reason; empty when it was not asked. */
export function setAsideQuestion(setAside: readonly Finding[], refusal: string): DecisionQuestion {
  const reasons = new Set(setAside.flatMap(({ code }) => text.setAsideReasons[code] ?? []))
  const duplicate = setAside.some(({ code }) => code.startsWith('duplicate_'))
  return {
    title: text.setAsideTitle,
    words: duplicate ? `${text.setAsideWords} ${text.duplicateWords}` : text.setAsideWords,
    points: [
      ...setAside.map((finding) => messages.findings[finding.code].title),
      ...(refusal === '' ? [] : [refusal]),
    ],
    reasons: reasons.size > 0 ? [...reasons] : text.usualReasons,
    confirmLabel: text.uploadAnyway,
    confirmVariant: 'primary',
  }
}

export function rescanQuestion(item: Item): DecisionQuestion {
  const likely = item.findings
    .map(({ code }) => text.rescanReasonOf[code])
    .find((reason) => reason !== undefined)
  return {
    title: text.rescanTitle,
    words: text.rescanWords,
    reasons: text.rescanReasons,
    likely,
    confirmLabel: text.requestRescan,
  }
}
