import type { Readable } from 'node:stream'
import { createSecureContext, rootCertificates } from 'node:tls'
import { Agent, Pool, ProxyAgent } from 'undici'
import type { Dispatcher, buildConnector } from 'undici'
import { runExchange } from './exchange-run.ts'
import { HttpFailure } from './http-exchange.ts'
import type { HttpPort, HttpRequest } from './http-exchange.ts'
import { ProxyError } from './network-error.ts'

export interface HttpPortOptions {
  /** The most connections to one origin. */
  readonly connections?: number | undefined
  /** For the name, the call and the TLS handshake of one connection. */
  readonly connectTimeoutMs?: number | undefined
  /** Authorities in PEM that are trusted beside Node's own list, such as those of the system's store. */
  readonly extraAuthorities?: readonly string[] | undefined
  /**
   * The address of the proxy for a URL, or null for none. Asked before every request, so that a changed network
   * is noticed. Never asked for this computer's own addresses.
   */
  readonly proxyFor?: ((url: string) => Promise<string | null>) | undefined
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

  function dispatcherFor(proxy: string | null): Dispatcher {
    const known = dispatchers.get(proxy)
    if (known !== undefined) return known
    const opened = proxy === null ? new Agent(agentOptions(options)) : openProxyAgent(proxy, options)
    dispatchers.set(proxy, opened)
    return opened
  }

  async function route(request: HttpRequest): Promise<Dispatcher> {
    const { hostname } = new URL(request.origin)
    if (options.proxyFor === undefined || loopbackHosts.has(hostname)) return dispatcherFor(null)
    try {
      return dispatcherFor(await options.proxyFor(request.origin + request.path))
    } catch {
      // Without its cause: Node's error repeats the address, and that can hold a password.
      throw new HttpFailure('proxy', 'before_sending', 'The address of the proxy cannot be used.')
    }
  }

  return {
    send: (request) =>
      runExchange(request, closing.signal, async (body, handler) => {
        const dispatcher = await route(request)
        dispatcher.dispatch({ ...dispatchOptions(request), body: asDispatchBody(body) }, handler)
      }),
    close: async () => {
      closing.abort()
      await Promise.all([...dispatchers.values()].map((dispatcher) => dispatcher.destroy()))
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
    headersTimeout: timeoutMs,
    bodyTimeout: Math.min(timeoutMs, answerStallMs),
  }
}

/** undici's documents allow any iterable as a body; its types do not name it. */
function asDispatchBody(body: Iterable<Uint8Array> | null): Readable | null {
  return body as unknown as Readable | null
}

function agentOptions(options: HttpPortOptions): Agent.Options {
  return {
    connections: options.connections ?? 64,
    // One request on a connection at a time: with pipelining, one cut would leave several outcomes unknown, and
    // undici sends again what stood behind the request that was cut.
    pipelining: 1,
    keepAliveTimeout: keepAliveMs,
    keepAliveMaxTimeout: keepAliveMs,
    connect: connectOptions(options),
  }
}

function connectOptions(options: HttpPortOptions): buildConnector.BuildOptions {
  const { extraAuthorities = [] } = options
  // Made once: reading the whole list again for each connection takes longer than the handshake.
  const trust =
    extraAuthorities.length === 0
      ? {}
      : { secureContext: createSecureContext({ ca: [...rootCertificates, ...extraAuthorities] }) }
  return {
    timeout: options.connectTimeoutMs ?? connectTimeoutMs,
    ...trust,
    // Said here so that NODE_TLS_REJECT_UNAUTHORIZED cannot switch it off.
    rejectUnauthorized: true,
  }
}

function openProxyAgent(proxy: string, options: HttpPortOptions): ProxyAgent {
  const proxyHost = new URL(proxy).host
  const connect = connectOptions(options)
  const tunnel = { headersTimeout: options.connectTimeoutMs ?? connectTimeoutMs }
  return new ProxyAgent({
    ...agentOptions(options),
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
