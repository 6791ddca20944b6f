import * as tls from 'node:tls'
import type { ConnectionSettings } from '../shared/settings/connection.ts'
import { proxyFromEnvironment } from './upload/proxy-environment.ts'
import { say, sayAll } from '../shared/sentences/say.ts'
import type { WayBy } from '../shared/sentences/connection-sentences.ts'
import type { Sentence } from '../shared/sentences/told.ts'

/** What the shell found out about the system. */
export interface ProvidedNetwork {
  /** Null: the endpoint is reached directly. */
  readonly proxyUrl: string | null
  /** In PEM, where only the shell can read them. */
  readonly authorities: readonly string[]
}

/** The system's own way to the network, as far as it is known now. */
export interface SystemNetwork {
  /** The shell tells it, at its start and whenever it changes. Holds for connections that are made from then on. */
  provide(network: ProvidedNetwork): void
  /** Before the shell has told, and without one, the environment decides: HTTPS_PROXY and NO_PROXY. */
  proxyFor(url: string): Promise<string | null>
  isProvided(): boolean
  /** Authorities in PEM that the system trusts. The same array until it changes. Null where they cannot be read. */
  authorities(): readonly string[] | null
}

export interface SystemNetworkOptions {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Null where this runtime cannot read them. */
  readAuthorities(): readonly string[] | null
}

/** Nothing is read before it is needed: a system's store of certificates can take a second. */
export function createSystemNetwork({ environment, readAuthorities }: SystemNetworkOptions): SystemNetwork {
  const fromEnvironment = proxyFromEnvironment(environment)
  let provided: ProvidedNetwork | null = null
  let own: readonly string[] | null | undefined
  let all: readonly string[] | null | undefined
  return {
    provide(network) {
      const isSame = provided?.authorities.join() === network.authorities.join()
      provided = network
      if (!isSame) all = undefined
    },
    proxyFor: (url) => (provided === null ? fromEnvironment(url) : Promise.resolve(provided.proxyUrl)),
    isProvided: () => provided !== null,
    authorities() {
      if (all !== undefined) return all
      if (own === undefined) own = readAuthorities()
      const found = new Set([...(own ?? []), ...(provided?.authorities ?? [])])
      return (all = own === null && found.size === 0 ? null : [...found])
    },
  }
}

/**
 * The authorities that the system trusts, and those of NODE_EXTRA_CA_CERTS. Node reads the system's store since
 * version 22.15; null before.
 */
export function readSystemAuthorities(): readonly string[] | null {
  // The types are those of a newer Node than the one this may run on.
  const { getCACertificates } = tls as Partial<typeof tls>
  return getCACertificates === undefined
    ? null
    : [...getCACertificates('system'), ...getCACertificates('extra')]
}

type WaySettings = Pick<ConnectionSettings, 'proxy' | 'systemCertificates'>

/** The way of one connection, by its settings. */
export interface NetworkWay {
  /** Rejects for a proxy that Intray cannot use. */
  proxyFor(url: string): Promise<string | null>
  /** Trusted besides those that Intray brings. The same array until it changes. */
  authorities(): readonly string[]
  /** Which way is taken to a URL, in plain words. */
  describe(url: string): Promise<Sentence & { readonly ok: boolean }>
}

const none: readonly string[] = []
const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]'])

export function networkWay(settings: WaySettings, system: SystemNetwork): NetworkWay {
  const rawProxyFor = async (url: string): Promise<string | null> => {
    if (settings.proxy === 'none' || loopbackHosts.has(new URL(url).hostname)) return null
    return settings.proxy === 'system' ? system.proxyFor(url) : settings.proxy
  }
  const authorities = (): readonly string[] =>
    settings.systemCertificates ? (system.authorities() ?? none) : none
  return {
    async proxyFor(url) {
      const proxy = await rawProxyFor(url)
      if (proxy !== null && !isUsable(proxy)) throw new Error('a kind of proxy that cannot be used')
      return proxy
    },
    authorities,
    async describe(url) {
      const proxy = await rawProxyFor(url)
      if (proxy !== null && !isUsable(proxy)) {
        const named = { by: namedBy(settings, system), proxy: hostOf(proxy) }
        return { ok: false, ...say('way_of_unusable_proxy', named) }
      }
      if (loopbackHosts.has(new URL(url).hostname)) return { ok: true, ...say('way_on_this_computer') }
      const trust = trustOf(settings.systemCertificates ? system.authorities() : undefined)
      const way = say('way_taken', {
        by: namedBy(settings, system),
        proxy: proxy === null ? null : hostOf(proxy),
      })
      return { ok: true, ...sayAll([way, trust]) }
    },
  }
}

function namedBy({ proxy }: WaySettings, system: SystemNetwork): WayBy {
  if (proxy !== 'system') return 'setting'
  return system.isProvided() ? 'system' : 'environment'
}

function trustOf(authorities: readonly string[] | null | undefined): Sentence {
  if (authorities === undefined) return say('trust_own_alone')
  if (authorities === null) return say('trust_unreadable')
  return say('trust_of_system', { count: authorities.length })
}

function isUsable(proxy: string): boolean {
  return URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol)
}

/** Without the name and password that an environment's proxy may carry. */
function hostOf(proxy: string): string {
  return URL.canParse(proxy) ? new URL(proxy).host || new URL(proxy).pathname : 'that is set'
}
