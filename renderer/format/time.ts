import { messages } from '../messages/current.ts'
import { locale } from '../messages/locale.ts'
import { formatTenths } from './number.ts'

const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
const dayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' })
const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium' })

function isSameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString()
}

/** The shortest form that is still clear: a time today, a day this year, else a day with its year. */
export function formatShortTime(atMs: number, nowMs: number): string {
  const at = new Date(atMs)
  const now = new Date(nowMs)
  if (isSameDay(at, now)) return clock.format(at)
  return at.getFullYear() === now.getFullYear()
    ? `${day.format(at)}, ${clock.format(at)}`
    : dayOfYear.format(at)
}

/** The time of day alone. */
export function formatClock(atMs: number): string {
  return clock.format(new Date(atMs))
}

/** A day of the computer's own time, as the account names it: `2026-11-23` -> `23 Nov`. */
export function formatDay(isoDay: string): string {
  const [year = 0, month = 1, date = 1] = isoDay.split('-').map(Number)
  return day.format(new Date(year, month - 1, date))
}

/** A day with its year: `2026-11-23` -> `23 Nov 2026`. */
export function formatLongDay(isoDay: string): string {
  const [year = 0, month = 1, date = 1] = isoDay.split('-').map(Number)
  return dayOfYear.format(new Date(year, month - 1, date))
}

/** `2026-11` -> `November 2026`. */
export function formatMonth(isoMonth: string): string {
  const [year = 0, number = 1] = isoMonth.split('-').map(Number)
  return month.format(new Date(year, number - 1, 1))
}

/** The day of a time, with its year: `23 Nov 2026`. */
export function formatDate(atMs: number): string {
  return dayOfYear.format(new Date(atMs))
}

/** Date and time to the second. */
export function formatExactTime(atMs: number): string {
  return exact.format(new Date(atMs))
}

/** 950 -> `950 ms`, 2_300 -> `2.3 s`, 83_000 -> `1 min 23 s`, 7_500_000 -> `2 h 5 min`, 600_000 -> `10 min`. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1_000) return `${Math.round(durationMs)} ms`
  if (durationMs < 10_000) return `${formatTenths(durationMs / 1_000)} s`
  const seconds = Math.round(durationMs / 1_000)
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3_600) return twoUnits(Math.floor(seconds / 60), 'min', seconds % 60, 's')
  const hours = Math.floor(seconds / 3_600)
  if (hours < 48) return twoUnits(hours, 'h', Math.floor((seconds % 3_600) / 60), 'min')
  return twoUnits(Math.floor(hours / 24), messages.words.dayUnit, hours % 24, 'h')
}

/** A whole number of the bigger unit needs no smaller one. */
function twoUnits(big: number, bigUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`
}

/** What is left of a wait, in whole seconds; never negative: `7 s`, `1 min 20 s`. */
export function formatCountdown(untilMs: number, nowMs: number): string {
  const seconds = Math.max(0, Math.ceil((untilMs - nowMs) / 1_000))
  return seconds < 60 ? `${seconds} s` : formatDuration(seconds * 1_000)
}
