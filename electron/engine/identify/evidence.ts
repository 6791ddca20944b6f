/** How evidence puts sizes, times, names and lists into words. */

const whole = new Intl.NumberFormat('en-US')
const rounded = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

/** A name is quoted up to here; a list names this many of its members. */
const maxCharacters = 60
const maxNamed = 5

/** `5612345` -> `5.6 MB (5,612,345 bytes)`. Decimal units, as the endpoint's limit is meant. */
export function sizeInWords(sizeBytes: number): string {
  const bytes = `${whole.format(sizeBytes)} bytes`
  if (sizeBytes < 1_000) return bytes
  const [divisor, unit] = sizeBytes < 1e6 ? [1e3, 'kB'] : sizeBytes < 1e9 ? [1e6, 'MB'] : [1e9, 'GB']
  return `${rounded.format(sizeBytes / divisor)} ${unit} (${bytes})`
}

/** A text in quotation marks, cut where it is too long to be read. */
export function quote(text: string): string {
  const characters = Array.from(text.slice(0, 2 * maxCharacters))
  const isLong = characters.length > maxCharacters || text.length > 2 * maxCharacters
  return `“${isLong ? `${characters.slice(0, maxCharacters).join('')}…` : text}”`
}

/** `a, b and c`; of many, the first ones and how many more there are. */
export function listInWords(words: readonly string[]): string {
  const more = words.length - maxNamed
  const shown = more > 0 ? [...words.slice(0, maxNamed), `${whole.format(more)} more`] : [...words]
  const last = shown.pop() ?? ''
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`
}

/** A character as a person can recognise it, also one that shows as nothing. */
export function characterInWords(character: string): string {
  if (character === ' ') return 'a space'
  if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(character)) return quote(character)
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `an invisible character (U+${code})`
}

/** `2026-11-23 at 14:02 UTC`: the same for everybody who reads it, wherever they are. */
export function momentInWords(atMs: number): string {
  const text = new Date(atMs).toISOString()
  return `${text.slice(0, 10)} at ${text.slice(11, 16)} UTC`
}

const durationUnits = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** `600000` -> `10 minutes`: in the largest unit that says it without a fraction. */
export function durationInWords(durationMs: number): string {
  const [name, unitMs] = durationUnits.find(([, ms]) => durationMs >= ms && durationMs % ms === 0) ?? [
    'second',
    1_000,
  ]
  const count = durationMs / unitMs
  return `${rounded.format(count)} ${name}${count === 1 ? '' : 's'}`
}
