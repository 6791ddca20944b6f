import { formatCount } from '../format/number.ts'

const rules = new Intl.PluralRules('en')

/** `countOf(1, 'file', 'files')` -> `1 file`; `countOf(1200, …)` -> `1,200 files`. */
export function countOf(count: number, one: string, other: string): string {
  return `${formatCount(count)} ${rules.select(count) === 'one' ? one : other}`
}
