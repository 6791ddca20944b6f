/** Addresses that lead into Intray from elsewhere: `intray://item/123`. */
export const linkScheme = 'intray'

/** Anything may call such an address, so it says a number and nothing else. */
const itemLink = /^intray:\/\/item\/([1-9]\d{0,14})\/?$/i

/** The item that an address leads to; undefined for every other text. */
export function parseItemLink(text: string): number | undefined {
  const digits = itemLink.exec(text)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** The item of the address that the system put on a command line. */
export function itemLinkIn(argv: readonly string[]): number | undefined {
  for (const argument of argv) {
    const itemId = parseItemLink(argument)
    if (itemId !== undefined) return itemId
  }
  return undefined
}
