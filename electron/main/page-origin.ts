/** The window's own scheme and host: everything it shows comes from here, and only pages from here may call. */
export const pageScheme = 'app'
export const pageHost = 'intray'

/** The one page of the window. */
export const pageUrl = `${pageScheme}://${pageHost}/`

/** True for an address of the window's own origin. */
export function isOwnOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return (
    url.protocol === `${pageScheme}:` && url.host === pageHost && url.username === '' && url.password === ''
  )
}

/** True for the page itself, with any query or fragment. No other address may be navigated to. */
export function isOwnPage(address: string): boolean {
  return isOwnOrigin(address) && ['/', '/index.html'].includes(new URL(address).pathname)
}
