/** Days in the computer's own time; one on which clocks change has 23 or 25 hours. */
export interface LocalDays {
  /** The first moment of the first day, and of the day after the last one, in epoch milliseconds. */
  readonly startMs: number
  readonly endMs: number
  /** The ISO day of a moment. Fast for moments of one day after the other. */
  dayOf(atMs: number): string
}

/** The days from one ISO day to another, both included. */
export function localDays(fromDay: string, toDay: string): LocalDays {
  let day = ''
  let dayStartMs = 0
  let dayEndMs = 0
  return {
    startMs: startOf(fromDay, 0),
    endMs: startOf(toDay, 1),
    dayOf(atMs) {
      if (atMs < dayStartMs || atMs >= dayEndMs) {
        day = isoDayOf(atMs)
        dayStartMs = startOf(day, 0)
        dayEndMs = startOf(day, 1)
      }
      return day
    },
  }
}

/** The first moment of the day so many days after an ISO day. */
function startOf(day: string, daysAfter: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + daysAfter).getTime()
}

/** A moment's ISO day in the computer's own time. */
export function isoDayOf(atMs: number): string {
  const at = new Date(atMs)
  return [
    String(at.getFullYear()).padStart(4, '0'),
    String(at.getMonth() + 1).padStart(2, '0'),
    String(at.getDate()).padStart(2, '0'),
  ].join('-')
}
