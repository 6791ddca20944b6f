/** Pages are counted from 1. True for a page that exists and is not the present one. */
export function isOtherPage(page: number, present: number, count: number): boolean {
  return Number.isInteger(page) && page >= 1 && page <= count && page !== present
}

/** True for the present page and its neighbours: a step leads to them, and they stay drawn. */
export function isNear(page: number, present: number): boolean {
  return Math.abs(page - present) <= 1
}

/** The page that is drawn before it is asked for; null on the last page. */
export function pageAhead(present: number, count: number): number | null {
  return present < count ? present + 1 : null
}
