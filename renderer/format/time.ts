const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const dayOfYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' })
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'medium' })

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

/** Date and time to the second. */
export function formatExactTime(atMs: number): string {
  return exact.format(new Date(atMs))
}

/** 950 -> `950 ms`, 2_300 -> `2.3 s`, 83_000 -> `1 min 23 s`, 7_500_000 -> `2 h 5 min`. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1_000) return `${Math.round(durationMs)} ms`
  if (durationMs < 10_000) return `${(durationMs / 1_000).toFixed(1)} s`
  const seconds = Math.round(durationMs / 1_000)
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
  return `${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`
}

/** What is left of a wait, in whole seconds; never negative: `7 s`, `1 min 20 s`. */
export function formatCountdown(untilMs: number, nowMs: number): string {
  const seconds = Math.max(0, Math.ceil((untilMs - nowMs) / 1_000))
  return seconds < 60 ? `${seconds} s` : formatDuration(seconds * 1_000)
}
