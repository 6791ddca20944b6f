import { dayOf } from '../format/iso-day.ts'

/** The ranges that are one click away. `month` is a whole month that is chosen by its name, `custom` any days. */
export const rangeChoices = ['today', 'last_7', 'last_30', 'month', 'custom'] as const
export type RangeChoice = (typeof rangeChoices)[number]

/** From the first to the last day, both included: `2026-11-01` to `2026-11-23`. */
export interface ReportRange {
  readonly fromDay: string
  readonly toDay: string
}

/** More bars than this are no longer told apart on a screen. */
export const mostDaysInChart = 366

/** The day that is so many days later, or earlier where `days` is negative. */
export function addDays(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return dayOf(new Date(year, month - 1, date + days))
}

/** How many days a range has; 0 where its end lies before its start. */
export function dayCount({ fromDay, toDay }: ReportRange): number {
  const days = (Date.parse(toDay) - Date.parse(fromDay)) / 86_400_000
  return Number.isFinite(days) ? Math.max(0, days + 1) : 0
}

/** Every day of a range, oldest first. */
export function daysOf(range: ReportRange): string[] {
  return Array.from({ length: dayCount(range) }, (_, index) => addDays(range.fromDay, index))
}

/** The range that a choice means today. `month` is `2026-11`; `custom` is what the person has set. */
export function rangeOf(
  choice: RangeChoice,
  today: string,
  { month, custom }: { readonly month: string; readonly custom: ReportRange },
): ReportRange {
  switch (choice) {
    case 'today':
      return { fromDay: today, toDay: today }
    case 'last_7':
      return { fromDay: addDays(today, -6), toDay: today }
    case 'last_30':
      return { fromDay: addDays(today, -29), toDay: today }
    case 'month':
      return monthRange(month)
    case 'custom':
      return custom
  }
}

/** The first and the last day of a month such as `2026-11`. */
export function monthRange(month: string): ReportRange {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return { fromDay: `${month}-01`, toDay: dayOf(new Date(year, number, 0)) }
}

/** The last months up to the one of `today`, newest first. */
export function monthsUntil(today: string, count: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: count }, (_, back) => dayOf(new Date(year, month - 1 - back, 1)).slice(0, 7))
}
