/** What systems put at the end of a copy's name: `(1)`, ` - Copy`, ` - Copy (2)`, ` copy`, ` copy 2`. */
const copyMark = /(?: - Copy| copy)(?: \(?\d{1,4}\)?)?$|\s?\(\d{1,4}\)$/i

/** Longer than any mark, so that a name's length does not matter. */
const tailLength = 24

/** The mark by which a name (without its extension) shows that the system made a copy; null for other names. */
export function findCopyMark(stem: string): string | null {
  return copyMark.exec(stem.slice(-tailLength))?.[0] ?? null
}
