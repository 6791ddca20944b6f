const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `2024-05-01`; null for a date or a time of day that does not exist. */
export function calendarDate(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): string | null {
  if (hour > 23 || minute > 59 || second > 59 || year === 0) return null
  const days = month === 2 && isLeapYear(year) ? 29 : (daysInMonth[month - 1] ?? 0)
  if (day < 1 || day > days) return null
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
}

/** Years of two digits as POSIX reads them (strptime, `%y`): 69 to 99 lie in the twentieth century. */
export function fullYear(number: number): number {
  return number >= 69 ? 1900 + number : 2000 + number
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0')
}
