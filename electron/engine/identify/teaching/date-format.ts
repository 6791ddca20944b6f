const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** What a date can look like, with the formats it may have, the likelier first. `-` stands for any separator. */
const looks: readonly { readonly look: RegExp; readonly formats: readonly string[] }[] = [
  { look: /^\d{4}([-._ ])\d\d\1\d\d$/, formats: ['YYYY-MM-DD', 'YYYY-DD-MM'] },
  { look: /^\d\d([-._ ])\d\d\1\d{4}$/, formats: ['DD-MM-YYYY', 'MM-DD-YYYY'] },
  { look: /^\d{1,2}([-._ ])\d{1,2}\1\d{4}$/, formats: ['D-M-YYYY', 'M-D-YYYY'] },
  { look: /^\d\d([-._])\d\d\1\d\d$/, formats: ['DD-MM-YY', 'YY-MM-DD', 'MM-DD-YY'] },
  { look: /^\d{14}$/, formats: ['YYYYMMDDHHmmss'] },
  { look: /^\d{12}$/, formats: ['YYYYMMDDHHmm'] },
  { look: /^\d{8}$/, formats: ['YYYYMMDD', 'DDMMYYYY', 'MMDDYYYY'] },
  { look: /^\d{6}$/, formats: ['YYMMDD', 'DDMMYY'] },
]

const dateLike =
  /(?<!\d)(?:\d{4}([-._ ])\d\d\1\d\d|\d{1,2}([-._ ])\d{1,2}\2\d{4}|\d\d([-._])\d\d\3\d\d|\d{14}|\d{12}|\d{8}|\d{6})(?!\d)/gu

/** The formats of `{date:...}` that read every one of the texts as a date that exists, the likeliest first. */
export function dateFormatsOf(texts: readonly string[]): string[] {
  const [first, ...others] = texts
  if (first === undefined) return []
  return others.reduce(
    (formats, text) => formats.filter((format) => formatsOf(text).includes(format)),
    formatsOf(first),
  )
}

/** The places in a text that look like a date, from left to right. */
export function findDates(text: string): { start: number; end: number }[] {
  return [...text.matchAll(dateLike)]
    .filter(([match]) => dateFormatsOf([match]).length > 0)
    .map(({ index, 0: match }) => ({ start: index, end: index + match.length }))
}

function formatsOf(text: string): string[] {
  return looks.flatMap(({ look, formats }) => {
    const match = look.exec(text)
    if (match === null) return []
    return formats
      .map((format) => format.replaceAll('-', match[1] ?? '-'))
      .filter((format) => exists(format, text))
  })
}

/** True when the text, read by the format, is a day of the calendar in a year that scans are made or people live in. */
function exists(format: string, text: string): boolean {
  const parts: Record<string, number> = {}
  let at = 0
  for (const [token] of format.matchAll(/YYYY|YY|MM|DD|HH|mm|ss|M|D|./g)) {
    const digits = /^[MD]$/.test(token)
      ? (/^\d{1,2}/.exec(text.slice(at))?.[0] ?? '')
      : text.slice(at, at + token.length)
    parts[token.slice(0, token === 'YYYY' ? 4 : 1)] = Number(digits)
    at += digits.length
  }
  const { YYYY: year, M: month = 0, D: day = 0, H: hour = 0, m: minute = 0, s: second = 0 } = parts
  const isDay = month >= 1 && day >= 1 && day <= (daysInMonth[month - 1] ?? 0)
  const isYear = year === undefined || (year >= 1900 && year <= 2100)
  return isDay && isYear && hour < 24 && minute < 60 && second < 60
}
