/**
 * The first way of a list such as `PROXY proxy.example:8080; DIRECT`, as an address; null for none at all. A SOCKS
 * proxy is told as it is: whoever cannot use one must say so instead of going around it.
 * Source: Chromium, "Proxy support in Chrome", the result strings of PAC.
 */
export function firstProxy(list: string): string | null {
  for (const entry of list.split(';')) {
    const [, kind = '', host = ''] = /^\s*([A-Za-z0-9]+)(?:\s+(\S+))?\s*$/.exec(entry) ?? []
    const scheme = schemes[kind.toUpperCase()]
    if (scheme === null) return null
    if (scheme !== undefined && URL.canParse(`${scheme}://${host}`)) return `${scheme}://${host}`
  }
  return null
}

const schemes: Readonly<Record<string, string | null>> = {
  DIRECT: null,
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks4',
  SOCKS4: 'socks4',
  SOCKS5: 'socks5',
}
