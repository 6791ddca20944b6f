import type { Language } from '../../electron/shared/preferences.ts'
import { localeOf } from './locale.ts'

/** How the messages of one language count. */
interface Counting {
  /** `formatCount(12345)` -> `12,345`. */
  readonly formatCount: (value: number) => string
  /** `formatDecimal(29.97002)` -> `29.97`. */
  readonly formatDecimal: (value: number) => string
  /** `countOf(1, 'file', 'files')` -> `1 file`; `countOf(1200, …)` -> `1,200 files`. */
  readonly countOf: (count: number, one: string, other: string) => string
}

/** Plural rules and digits belong to the language of the messages, also where another is shown. */
export function countingIn(language: Language): Counting {
  const tag = localeOf(language)
  const rules = new Intl.PluralRules(tag)
  const whole = new Intl.NumberFormat(tag)
  const twoDecimals = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 })
  const formatCount = (value: number): string => whole.format(value)
  return {
    formatCount,
    formatDecimal: (value) => twoDecimals.format(value),
    countOf: (count, one, other) => `${formatCount(count)} ${rules.select(count) === 'one' ? one : other}`,
  }
}
