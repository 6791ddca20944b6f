import type { CallInput } from '../../electron/shared/contract.ts'
import { parseItemQuery } from '../../electron/shared/item-query-text.ts'
import type { Failure } from '../../electron/shared/error-codes.ts'
import type { Report, ReportGroup, ReportRow } from '../../electron/shared/reports.ts'
import { failureOf } from '../bridge/call-failure.ts'
import { call, listen } from '../bridge/client.ts'
import { dayOf } from '../format/iso-day.ts'
import { minuteClock } from '../state/clock.svelte.ts'
import { liveStatus } from '../state/live-status.svelte.ts'
import { addDays, dayCount, mostDaysInChart, rangeOf } from './report-range.ts'
import type { RangeChoice, ReportRange } from './report-range.ts'
import { rowLabel } from './report-rows.ts'

const askDelayMs = 200

type ReportInput = CallInput<'reports.get'>
export type RangeProblem = 'missing' | 'backwards' | 'tooLong'

/** What the reports view asks and shows. Lives as long as the window. */
class ReportsDesk {
  choice = $state<RangeChoice>('last_7')
  /** `2026-11`, for the choice of a month. */
  month = $state(dayOf(new Date()).slice(0, 7))
  custom = $state.raw<ReportRange>({
    fromDay: addDays(dayOf(new Date()), -6),
    toDay: dayOf(new Date()),
  })
  by = $state<ReportGroup>('day')
  text = $state('')
  report = $state.raw<Report | null>(null)
  /** The filter that the report on the screen was made with. */
  reportText = $state('')
  loading = $state(false)
  failure = $state.raw<Failure | null>(null)

  #timer: ReturnType<typeof setTimeout> | undefined
  #turn = 0

  readonly #today = $derived(dayOf(new Date(minuteClock.nowMs)))
  readonly range = $derived(rangeOf(this.choice, this.#today, this))
  readonly rangeProblem = $derived.by((): RangeProblem | null => {
    const { fromDay, toDay } = this.range
    if (fromDay === '' || toDay === '') return 'missing'
    if (dayCount(this.range) === 0) return 'backwards'
    return this.by === 'day' && dayCount(this.range) > mostDaysInChart ? 'tooLong' : null
  })
  /** What of the filter cannot be read. */
  readonly problems = $derived(parseItemQuery(this.text, this.#today).problems)
  /** Null while the days are no range, or the filter no query. */
  readonly input = $derived<ReportInput | null>(
    this.rangeProblem === null && this.problems.length === 0
      ? { ...this.range, by: this.by, text: this.text.trim() }
      : null,
  )

  /** Reads again what failed when the engine is back. Returns the stop. */
  start(): () => void {
    const stop = listen('engine.changed', (engine) => {
      if (engine.state === 'running' && this.failure !== null) this.refresh()
    })
    return () => {
      stop()
      clearTimeout(this.#timer)
      this.#turn += 1
      this.loading = false
    }
  }

  /** Makes the report as soon as the person stops changing what it is about for a moment. */
  ask(input: ReportInput): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#load(input), askDelayMs)
  }

  refresh(): void {
    if (this.input !== null) void this.#load(this.input)
  }

  labelOf(by: ReportGroup, row: ReportRow): string {
    return rowLabel(by, row.key, (folderId) => {
      const folder = liveStatus.current?.folders.find(({ id }) => id === folderId)
      return folder?.path ?? folderId
    })
  }

  async #load(input: ReportInput): Promise<void> {
    this.#turn += 1
    const turn = this.#turn
    this.loading = true
    try {
      const report = await call('reports.get', input)
      if (turn !== this.#turn) return
      this.report = report
      this.reportText = input.text ?? ''
      this.failure = null
    } catch (thrown) {
      if (turn === this.#turn) this.failure = failureOf(thrown)
    } finally {
      if (turn === this.#turn) this.loading = false
    }
  }
}

export const reportsDesk = new ReportsDesk()
