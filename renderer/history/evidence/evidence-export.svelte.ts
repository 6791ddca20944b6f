import type { CallInput } from '../../../electron/shared/contract.ts'
import type { Failure } from '../../../electron/shared/error-codes.ts'
import type { EvidenceFormat, EvidenceSummary } from '../../../electron/shared/evidence.ts'
import { failureOf } from '../../bridge/call-failure.ts'
import { call } from '../../bridge/client.ts'
import { today } from '../../format/iso-day.ts'
import { messages } from '../../messages/current.ts'
import { csvForm } from '../../messages/locale.ts'
import { countItems } from '../../state/count-items.ts'
import { historyDesk } from '../history-desk.svelte.ts'

const text = messages.history.evidence
/** Counting goes to the end: what is exported is an exact number. */
const countsUpTo = 1_000_000
/** So many items can be named one by one. */
const namedAtMost = 20_000

export type EvidenceScope = 'marked' | 'matching'

/** What is to be exported, in which form, and what came of it. Made anew for each export. */
export class EvidenceExport {
  scope = $state<EvidenceScope>(historyDesk.marks.count > 0 ? 'marked' : 'matching')
  format = $state<EvidenceFormat>('csv')
  /** Null while it is being counted. */
  matchCount = $state<number | null>(null)
  writing = $state(false)
  /** What did not work, and why. */
  failed = $state.raw<{ readonly what: string; readonly failure: Failure } | null>(null)
  summary = $state.raw<EvidenceSummary | null>(null)
  readonly markedCount = historyDesk.marks.count
  readonly query = historyDesk.asked
  readonly count = $derived(this.scope === 'marked' ? this.markedCount : this.matchCount)
  readonly #marked = markedSelection()

  async countMatches(): Promise<void> {
    try {
      const { count } = await countItems({ text: this.query }, countsUpTo)
      this.matchCount = count
    } catch (thrown) {
      this.failed = { what: text.notCounted, failure: failureOf(thrown) }
    }
  }

  async write(): Promise<void> {
    if (this.writing) return
    this.writing = true
    this.failed = null
    try {
      const { summary } = await call('shell.exportEvidence', {
        selection: this.scope === 'marked' ? this.#marked : { selection: { text: this.query } },
        format: this.format,
        delimiter: csvForm.delimiter,
        suggestedName: text.fileName(today()),
      })
      this.summary = summary
    } catch (thrown) {
      this.failed = { what: text.failed, failure: failureOf(thrown) }
    } finally {
      this.writing = false
    }
  }
}

function markedSelection(): CallInput<'shell.exportEvidence'>['selection'] {
  const { everything, items } = historyDesk.marks
  return everything === null
    ? { itemIds: items.slice(0, namedAtMost).map(({ id }) => id) }
    : { selection: { text: everything.selection.text ?? '' } }
}
