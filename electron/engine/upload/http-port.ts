import type { Readable } from 'node:stream'
import { createSecureContext, rootCertificates } from 'node:tls'
import { Agent, Pool, ProxyAgent } from 'undici'
import type { Dispatcher, buildConnector } from 'undici'
import type { Bandwidth } from './bandwidth.ts'
import { runExchange } from './exchange-run.ts'
import { HttpFailure } from './http-exchange.ts'
import type { HttpPort, HttpRequest } from './http-exchange.ts'
import { ProxyError } from './network-error.ts'
import { say } from '../../shared/sentences/say.ts'

export interface HttpPortOptions {
  /** The most connections to one origin. */
  readonly connections?: number | undefined
  /** For the name, the call and the TLS handshake of one connection. */
  readonly connectTimeoutMs?: number | undefined
  /**
   * Authorities in PEM that are trusted beside Node's own list, such as those of the system's store. A function is
   * asked before every request; another array than before holds for new connections.
   */
  readonly extraAuthorities?: readonly string[] | (() => readonly string[]) | undefined
  /**
   * The address of the proxy for a URL, or null for none. Asked before every request, so that a changed network
   * is noticed. Never asked for this computer's own addresses.
   */
  readonly proxyFor?: ((url: string) => Promise<string | null>) | undefined
  /** Shared by the bodies of all requests. */
  readonly bandwidth?: Bandwidth | null | undefined
}

/**
 * How long an unused connection is kept. A server may close one in the moment it is used again, and that request
 * then counts as sent, its outcome as unknown. So only a busy uploader profits from keeping it.
 */
const keepAliveMs = 4_000

/** Once an answer has begun, its next bytes must come within this time. */
const answerStallMs = 30_000

const connectTimeoutMs = 10_000

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Opens the HTTP client. Nothing is connected before the first request. */
export function openHttpPort(options: HttpPortOptions = {}): HttpPort {
  const dispatchers = new Map<string | null, Dispatcher>()
  // undici's own destroy() forgets a pool whose connection ended while another request of it was waiting.
  const closing = new AbortController()

  /** Dispatchers whose trust is no longer the present one. Requests that they carry may end. */
  const retired = new Set<Dispatcher>()
  let trusted = noAuthorities

  function dispatcherFor(proxy: string | null, isSecure: boolean): Dispatcher {
    // Reading the system's store takes long, and a connection in clear text to this computer needs none.
    const present = isSecure ? authoritiesOf(options) : trusted
    if (present !== trusted) {
      trusted = present
      for (const dispatcher of dispatchers.values()) retire(dispatcher)
      dispatchers.clear()
    }
    const known = dispatchers.get(proxy)
    if (known !== undefined) return known
    const opened =
      proxy === null ? new Agent(agentOptions(options, trusted)) : openProxyAgent(proxy, options, trusted)
    dispatchers.set(proxy, opened)
    return opened
  }

  function retire(dispatcher: Dispatcher): void {
    retired.add(dispatcher)
    const forget = (): void => void retired.delete(dispatcher)
    dispatcher.close().then(forget, forget)
  }

  async function route(request: HttpRequest): Promise<Dispatcher> {
    const { hostname, protocol } = new URL(request.origin)
    const isSecure = protocol === 'https:'
    if (options.proxyFor === undefined || loopbackHosts.has(hostname)) return dispatcherFor(null, isSecure)
    try {
      return dispatcherFor(await options.proxyFor(request.origin + request.path), isSecure)
    } catch {
      // Without its cause: Node's error repeats the address, and that can hold a password.
      throw new HttpFailure('proxy', 'before_sending', say('proxy_address_invalid'))
    }
  }

  return {
    send: (request) =>
      runExchange(
        request,
        closing.signal,
        async (body, handler) => {
          const dispatcher = await route(request)
          dispatcher.dispatch({ ...dispatchOptions(request), body: asDispatchBody(body) }, handler)
        },
        options.bandwidth,
      ),
    close: async () => {
      closing.abort()
      await Promise.all([...dispatchers.values(), ...retired].map((dispatcher) => dispatcher.destroy()))
    },
  }
}

function dispatchOptions(request: HttpRequest): Omit<Dispatcher.DispatchOptions, 'body'> {
  const { origin, path, method, headers, body, timeoutMs } = request
  const bodyHeaders =
    body === null ? {} : { 'content-type': body.contentType, 'content-length': String(body.sizeBytes) }
  return {
    origin,
    path,
    method,
    headers: { ...headers, ...bodyHeaders },
    idempotent: false,
    // The exchange has a time of its own, and a body that goes out slowly must not use up this one.
    headersTimeout: 0,
    bodyTimeout: Math.min(timeoutMs, answerStallMs),
  }
}

/** undici's documents allow any iterable as a body; its types do not name it. */
function asDispatchBody(body: Iterable<Uint8Array> | AsyncIterable<Uint8Array> | null): Readable | null {
  return body as unknown as Readable | null
}

const noAuthorities: readonly string[] = []

function authoritiesOf({ extraAuthorities = noAuthorities }: HttpPortOptions): readonly string[] {
  return typeof extraAuthorities === 'function' ? extraAuthorities() : extraAuthorities
}

function agentOptions(options: HttpPortOptions, trusted: readonly string[]): Agent.Options {
  return {
    connections: options.connections ?? 64,
    // One request on a connection at a time: with pipelining, one cut would leave several outcomes unknown, and
    // undici sends again what stood behind the request that was cut.
    pipelining: 1,
    keepAliveTimeout: keepAliveMs,
    keepAliveMaxTimeout: keepAliveMs,
    connect: connectOptions(options, trusted),
  }
}

function connectOptions(options: HttpPortOptions, trusted: readonly string[]): buildConnector.BuildOptions {
  // Made once: reading the whole list again for each connection takes longer than the handshake.
  const trust =
    trusted.length === 0
      ? {}
      : { secureContext: createSecureContext({ ca: [...rootCertificates, ...trusted] }) }
  return {
    timeout: options.connectTimeoutMs ?? connectTimeoutMs,
    ...trust,
    // Said here so that NODE_TLS_REJECT_UNAUTHORIZED cannot switch it off.
    rejectUnauthorized: true,
  }
}

function openProxyAgent(proxy: string, options: HttpPortOptions, trusted: readonly string[]): ProxyAgent {
  const proxyHost = new URL(proxy).host
  const connect = connectOptions(options, trusted)
  const tunnel = { headersTimeout: options.connectTimeoutMs ?? connectTimeoutMs }
  return new ProxyAgent({
    ...agentOptions(options, trusted),
    uri: proxy,
    proxyTls: connect,
    requestTls: connect,
    // Ends the wait for a proxy that takes the call and never answers CONNECT.
    clientFactory: (origin, poolOptions) => new Pool(origin, { ...poolOptions, ...tunnel }),
    factory: (origin, poolOptions) => new Pool(origin, withProxyErrors(poolOptions, proxyHost)),
  })
}

/**
 * undici tries again without end when a proxy closes the connection instead of answering CONNECT, because the
 * error looks like one of a connection that already worked (nodejs/undici#3897). An error of our own ends it.
 */
function withProxyErrors(poolOptions: Pool.Options, proxyHost: string): Pool.Options {
  const { connect } = poolOptions
  if (typeof connect !== 'function') return poolOptions
  return {
    ...poolOptions,
    connect: (target, callback) => {
      connect(target, (...[error, socket]: Parameters<buildConnector.Callback>) => {
        if (error === null) callback(null, socket)
        else callback(new ProxyError(proxyHost, error), null)
      })
    },
  }
}
