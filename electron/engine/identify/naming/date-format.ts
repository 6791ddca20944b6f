import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { foldCase } from '../../../shared/media-types.ts'
import { calendarDate, fullYear } from './calendar-date.ts'

/** A date that a text holds; `date` is in the form `2024-05-01`. */
export interface FoundDate {
  readonly end: number
  readonly date: string
}

/** How dates are written in names, e.g. `YYYYMMDD` or `D.M.YY`. */
export interface DateFormat {
  readonly text: string
  /** True where every date takes as many characters as any other. */
  readonly isFixedWidth: boolean
  /** The dates that exist and begin at a place of a text in the form of `foldCase`. */
  readonly datesAt: (folded: string, start: number) => readonly FoundDate[]
}

export type ParsedDateFormat =
  | { readonly kind: 'parsed'; readonly format: DateFormat }
  | { readonly kind: 'refused'; readonly why: Sentence }

/** The numbers of a date, in this order; those that a form lacks are 0. */
const units = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
type Unit = (typeof units)[number]
type Numbers = [year: number, month: number, day: number, hour: number, minute: number, second: number]

/** A number of one or two widths, or a literal text in the form of `foldCase`. */
type Part =
  | { readonly kind: 'number'; readonly unit: Unit; readonly widths: readonly number[] }
  | { readonly kind: 'literal'; readonly text: string }

const numbers: Readonly<Record<string, { readonly unit: Unit; readonly widths: readonly number[] }>> = {
  YYYY: { unit: 'year', widths: [4] },
  YY: { unit: 'year', widths: [2] },
  MM: { unit: 'month', widths: [2] },
  DD: { unit: 'day', widths: [2] },
  HH: { unit: 'hour', widths: [2] },
  mm: { unit: 'minute', widths: [2] },
  ss: { unit: 'second', widths: [2] },
  M: { unit: 'month', widths: [1, 2] },
  D: { unit: 'day', widths: [1, 2] },
}

/** Reads a form of dates. It needs a year, a month and a day; a time may stand in it and is passed over. */
export function parseDateFormat(text: string): ParsedDateFormat {
  const parts: Part[] = []
  for (const [part] of text.matchAll(/YYYY|YY|MM|DD|HH|mm|ss|M|D|[^YMDHms]+|./gsu)) {
    const number = numbers[part]
    parts.push(
      number === undefined ? { kind: 'literal', text: foldCase(part) } : { kind: 'number', ...number },
    )
  }
  for (const unit of units) {
    const count = parts.filter((part) => part.kind === 'number' && part.unit === unit).length
    if (count > 1) return refused(say('date_repeats', { form: text, unit, count }))
    if (count === 0 && (unit === 'year' || unit === 'month' || unit === 'day'))
      return refused(say('date_lacks', { form: text, unit }))
  }
  return {
    kind: 'parsed',
    format: {
      text,
      isFixedWidth: parts.every((part) => part.kind === 'literal' || part.widths.length === 1),
      datesAt(folded, start) {
        const found: FoundDate[] = []
        findDates(parts, 0, folded, start, [0, 0, 0, 0, 0, 0], found)
        return found
      },
    },
  }
}

function findDates(
  parts: readonly Part[],
  index: number,
  folded: string,
  at: number,
  read: Numbers,
  found: FoundDate[],
): void {
  const part = parts[index]
  if (part === undefined) {
    const date = calendarDate(...read)
    if (date !== null) found.push({ end: at, date })
  } else if (part.kind === 'literal') {
    if (folded.startsWith(part.text, at))
      findDates(parts, index + 1, folded, at + part.text.length, read, found)
  } else {
    for (const width of part.widths) {
      const number = numberAt(folded, at, width)
      if (number === -1) return
      read[units.indexOf(part.unit)] = part.unit === 'year' && width === 2 ? fullYear(number) : number
      findDates(parts, index + 1, folded, at + width, read, found)
    }
  }
}

/** -1 where something else than digits stands there. */
function numberAt(text: string, start: number, width: number): number {
  let number = 0
  for (let at = start; at < start + width; at += 1) {
    const digit = text.charCodeAt(at) - 48
    // Past the end the code is NaN, which is no digit either.
    if (!(digit >= 0 && digit <= 9)) return -1
    number = number * 10 + digit
  }
  return number
}

function refused(why: Sentence): ParsedDateFormat {
  return { kind: 'refused', why }
}
