/** The address that opens an item's page from outside of the window. */
export function itemLink(itemId: number): string {
  return `intray://item/${String(itemId)}`
}
