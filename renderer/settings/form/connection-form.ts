import type { ConnectionSettings } from '../../../electron/shared/settings/connection.ts'

export const proxyKinds = ['system', 'none', 'address'] as const

/** The way to the endpoint. `address` is kept while another kind is chosen. */
export interface ProxyForm {
  kind: (typeof proxyKinds)[number]
  address: string
}

/** A connection as it stands in the fields. The time limit of an upload is a number among the others. */
export interface ConnectionForm extends Omit<ConnectionSettings, 'timeoutMs' | 'proxy'> {
  proxy: ProxyForm
}

export function connectionFormOf({
  timeoutMs: _timeoutMs,
  proxy,
  ...rest
}: ConnectionSettings): ConnectionForm {
  return { ...rest, proxy: proxyFormOf(proxy) }
}

/** A copied address often brings spaces along, and a slash. */
export function connectionOf({ proxy, ...form }: ConnectionForm): Omit<ConnectionSettings, 'timeoutMs'> {
  return {
    ...form,
    baseUrl: form.baseUrl.trim().replace(/\/+$/, ''),
    organisation: form.organisation.trim(),
    source: form.source.trim(),
    proxy: proxyOf(proxy),
  }
}

function proxyFormOf(proxy: string): ProxyForm {
  return proxy === 'system' || proxy === 'none'
    ? { kind: proxy, address: '' }
    : { kind: 'address', address: proxy }
}

/** `proxy.example:3128` -> `http://proxy.example:3128`: people often leave the scheme out. */
function proxyOf({ kind, address }: ProxyForm): string {
  if (kind !== 'address') return kind
  const typed = address.trim()
  return typed === '' || typed.includes('://') ? typed : `http://${typed}`
}
