/** A time as a day of the computer's own time: `2026-11-23`. */
export function dayOf(at: Date): string {
  const [year, month, date] = [at.getFullYear(), at.getMonth() + 1, at.getDate()]
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** The present day. */
export function today(): string {
  return dayOf(new Date())
}
