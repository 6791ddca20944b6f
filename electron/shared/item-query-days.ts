import type { DayRange } from './item-query.ts'

const maxDays = 3_660

/** How days are written, for a person who wrote them in another way. */
export const dayForms = '2026, 2026-03, 2026-03-31, 2026-03-01..2026-03-31, today, yesterday, last7'

/** The days that a value names, or null when it names none. `today` is an ISO day such as `2026-11-23`. */
export function readDayRange(text: string, today: string): DayRange | null {
  const word = text.toLowerCase()
  const days = /^last([1-9]\d{0,3})$/.exec(word)?.[1]
  if (days !== undefined) {
    return Number(days) > maxDays ? null : { from: daysBefore(today, Number(days) - 1), to: today }
  }
  const ends = word.split('..')
  if (ends.length === 1) return readPeriod(word, today)
  const [first = '', last = ''] = ends
  const from = first === '' ? null : readPeriod(first, today)
  const to = last === '' ? null : readPeriod(last, today)
  const isUnread = (first !== '' && from === null) || (last !== '' && to === null)
  if (ends.length > 2 || isUnread || (from === null && to === null)) return null
  const range = { from: from?.from ?? null, to: to?.to ?? null }
  return range.from !== null && range.to !== null && range.from > range.to ? null : range
}

/** The shortest form of the range that says the days themselves. */
export function writeDayRange({ from, to }: DayRange): string {
  if (from === to && from !== null) return from
  for (const length of ['2026'.length, '2026-03'.length]) {
    const period = from === null ? null : readPeriod(from.slice(0, length), from)
    if (from !== null && period?.from === from && period.to === to) return from.slice(0, length)
  }
  return `${from ?? ''}..${to ?? ''}`
}

interface Period {
  readonly from: string
  readonly to: string
}

/** A day, or all days of a month or a year. */
function readPeriod(text: string, today: string): Period | null {
  if (text === 'today') return { from: today, to: today }
  if (text === 'yesterday') return { from: daysBefore(today, 1), to: daysBefore(today, 1) }
  const [, year, month, day] = /^([1-9]\d{3})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? []
  if (year === undefined) return null
  const from = `${year}-${month ?? '01'}-${day ?? '01'}`
  if (!isDay(from)) return null
  if (day !== undefined) return { from, to: from }
  const lastMonth = month ?? '12'
  const lastDay = new Date(Date.UTC(Number(year), Number(lastMonth), 0)).getUTCDate()
  return { from, to: `${year}-${lastMonth}-${String(lastDay).padStart(2, '0')}` }
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && isoDay(time) === text
}

function daysBefore(day: string, count: number): string {
  return isoDay(Date.parse(`${day}T00:00:00Z`) - count * 86_400_000)
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, '2026-03-31'.length)
}
