/** What a language puts around sizes, times, names and lists. */
interface Usage {
  /** How numbers are written. */
  readonly locale: string
  readonly quotes: readonly [open: string, close: string]
  readonly and: string
  /** How many more there are: `3 more`. */
  readonly more: (count: string) => string
  readonly bytes: string
  readonly pixels: string
  readonly space: string
  /** `code` as in `U+200B`. */
  readonly invisible: (code: string) => string
  /** `day` as `2026-11-23`, `clock` as `14:02`, both in UTC. */
  readonly moment: (day: string, clock: string) => string
  readonly durations: Readonly<Record<DurationUnit, readonly [one: string, other: string]>>
}

const durationUnits = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const
type DurationUnit = (typeof durationUnits)[number][0]

/** How the sentences of one language put sizes, times, names and lists into words. */
export interface Wording {
  /** `65536` -> `65,536`. */
  readonly countInWords: (count: number) => string
  /** `0.0123` -> `1.23%`. */
  readonly shareInWords: (share: number) => string
  /** `5612345` -> `5.6 MB (5,612,345 bytes)`. Decimal units, as the endpoint's limit is meant. */
  readonly sizeInWords: (sizeBytes: number) => string
  /** `2,480 x 3,508 pixels`. */
  readonly pixelsInWords: (widthPx: number, heightPx: number) => string
  /** A text in quotation marks, cut where it is too long to be read. */
  readonly quote: (text: string) => string
  /** `a, b and c`; of many, the first ones and how many more there are. */
  readonly listInWords: (words: readonly string[]) => string
  /** A character as a person can recognise it, also one that shows as nothing. */
  readonly characterInWords: (character: string) => string
  /** `2026-11-23 at 14:02 UTC`: the same for everybody who reads it, wherever they are. */
  readonly momentInWords: (atMs: number) => string
  /** `600000` -> `10 minutes`: in the largest unit that says it without a fraction. */
  readonly durationInWords: (durationMs: number) => string
}

/** A name is quoted up to here; a list names this many of its members. */
const maxCharacters = 60
const maxNamed = 5

export function createWording(usage: Usage): Wording {
  const whole = new Intl.NumberFormat(usage.locale)
  const rounded = new Intl.NumberFormat(usage.locale, { maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(usage.locale, { style: 'percent', maximumFractionDigits: 2 })
  const [open, close] = usage.quotes

  const quote = (text: string): string => {
    const characters = Array.from(text.slice(0, 2 * maxCharacters))
    const isLong = characters.length > maxCharacters || text.length > 2 * maxCharacters
    return `${open}${isLong ? `${characters.slice(0, maxCharacters).join('')}…` : text}${close}`
  }

  return {
    countInWords: (count) => whole.format(count),
    shareInWords: (share) => percent.format(share),
    sizeInWords(sizeBytes) {
      const bytes = `${whole.format(sizeBytes)} ${usage.bytes}`
      if (sizeBytes < 1_000) return bytes
      const [divisor, unit] = sizeBytes < 1e6 ? [1e3, 'kB'] : sizeBytes < 1e9 ? [1e6, 'MB'] : [1e9, 'GB']
      return `${rounded.format(sizeBytes / divisor)} ${unit} (${bytes})`
    },
    pixelsInWords: (widthPx, heightPx) =>
      `${whole.format(widthPx)} x ${whole.format(heightPx)} ${usage.pixels}`,
    quote,
    listInWords(words) {
      const more = words.length - maxNamed
      const shown = more > 0 ? [...words.slice(0, maxNamed), usage.more(whole.format(more))] : [...words]
      const last = shown.pop() ?? ''
      return shown.length === 0 ? last : `${shown.join(', ')} ${usage.and} ${last}`
    },
    characterInWords(character) {
      if (character === ' ') return usage.space
      if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(character)) return quote(character)
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
      return usage.invisible(`U+${code}`)
    },
    momentInWords(atMs) {
      const text = new Date(atMs).toISOString()
      return usage.moment(text.slice(0, 10), text.slice(11, 16))
    },
    durationInWords(durationMs) {
      const [unit, unitMs] = durationUnits.find(([, ms]) => durationMs >= ms && durationMs % ms === 0) ?? [
        'second',
        1_000,
      ]
      const count = durationMs / unitMs
      const [one, other] = usage.durations[unit]
      return `${rounded.format(count)} ${count === 1 ? one : other}`
    },
  }
}
