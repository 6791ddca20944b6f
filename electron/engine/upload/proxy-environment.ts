type Environment = Readonly<Record<string, string | undefined>>

/**
 * The proxy that the environment names for a URL: HTTPS_PROXY or ALL_PROXY, unless NO_PROXY lists the host.
 * Lower-case names win, as with curl. For a headless Intray; on a desktop the system's own settings decide.
 */
export function proxyFromEnvironment(environment: Environment): (url: string) => Promise<string | null> {
  const proxy = first(environment, ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'])
  const exceptions = (first(environment, ['no_proxy', 'NO_PROXY']) ?? '').split(/[\s,]+/).filter(Boolean)
  if (proxy === undefined) return () => Promise.resolve(null)
  const address = proxy.includes('://') ? proxy : `http://${proxy}`
  return (url) => Promise.resolve(exceptions.some((entry) => covers(entry, new URL(url))) ? null : address)
}

function first(environment: Environment, names: readonly string[]): string | undefined {
  return names.map((name) => environment[name]).find((value) => value !== undefined && value !== '')
}

/** `example.org` and `.example.org` cover the host and what is below it; `host:8443` one port; `*` everything. */
function covers(entry: string, url: URL): boolean {
  if (entry === '*') return true
  const [, name = entry, port] = /^(.+?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? []
  const host = name.replace(/^\*?\./, '')
  const urlPort = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port
  if (port !== undefined && port !== urlPort) return false
  return url.hostname === host || url.hostname.endsWith(`.${host}`)
}
