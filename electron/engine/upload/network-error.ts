import type { HttpFailureKind } from './http-exchange.ts'
import { say } from '../../shared/sentences/say.ts'
import type { Sentence } from '../../shared/sentences/told.ts'

/** What the HTTP library or the system reports, as a kind and in words for a person. */
export interface NetworkErrorReading extends Sentence {
  readonly kind: HttpFailureKind
}

/** A connection that failed on its way through a proxy. The cause says at which step. */
export class ProxyError extends Error {
  readonly proxyHost: string

  constructor(proxyHost: string, cause: unknown) {
    super('The connection through the proxy failed.', { cause })
    this.name = 'ProxyError'
    this.proxyHost = proxyHost
  }
}

const kindsByCode: Readonly<Record<string, HttpFailureKind>> = {
  ENOTFOUND: 'name_unknown',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EHOSTDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  // A local firewall refuses the call itself.
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  UND_ERR_CONNECT_TIMEOUT: 'connect_timeout',
  ETIMEDOUT: 'connect_timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ECONNRESET: 'cut',
  ECONNABORTED: 'cut',
  EPIPE: 'cut',
  UND_ERR_SOCKET: 'cut',
  UND_ERR_ABORTED: 'aborted',
  UND_ERR_DESTROYED: 'aborted',
  UND_ERR_CLOSED: 'aborted',
  UND_ERR_HEADERS_OVERFLOW: 'answer_invalid',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'answer_invalid',
}

// undici gives it no code.
const parserErrorName = 'HTTPParserError'

// Node's names for what OpenSSL says about a chain that leads to no authority on the list.
const unknownAuthorityCodes = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
])

const otherCertificateCodes = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_REJECTED',
  'CERT_CHAIN_TOO_LONG',
  'CERT_SIGNATURE_FAILURE',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'HOSTNAME_MISMATCH',
])

/** Reads an error of an exchange with `host` (name and port). Raw messages stay out: their content is not ours. */
export function readNetworkError(error: unknown, host: string): NetworkErrorReading {
  if (error instanceof ProxyError) return readProxyError(error, host)
  const code = codeOf(error)
  if (isTlsCode(code)) return { kind: 'tls', ...tlsWords(error, code, host) }
  const kind = kindOf(code)
  const reason = wordsOfKind(kind, host)
  return { kind, ...(code === '' ? reason : say('with_code', { reason, code })) }
}

function readProxyError(error: ProxyError, host: string): NetworkErrorReading {
  const code = codeOf(error.cause)
  if (isTlsCode(code)) return { kind: 'tls', ...tlsWords(error.cause, code, host) }
  const status = proxyStatus(error.cause)
  const { proxyHost: proxy } = error
  if (status === 407) return { kind: 'proxy', ...say('proxy_sign_in', { proxy }) }
  if (status !== null) return { kind: 'proxy', ...say('proxy_refused', { proxy, host, status }) }
  return {
    kind: 'proxy',
    ...say('proxy_unusable', { proxy, reason: wordsOfKind(kindOf(code), proxy), code }),
  }
}

/** undici reports a refused tunnel as "Proxy response (407) !== 200 when HTTP Tunneling" and nowhere else. */
function proxyStatus(error: unknown): number | null {
  const status = error instanceof Error ? /^Proxy response \((\d{3})\)/.exec(error.message)?.[1] : undefined
  return status === undefined ? null : Number(status)
}

function kindOf(code: string): HttpFailureKind {
  if (code.startsWith('EAI_')) return 'name_unknown'
  if (code === parserErrorName) return 'answer_invalid'
  return kindsByCode[code] ?? 'other'
}

function wordsOfKind(kind: HttpFailureKind, host: string): Sentence {
  switch (kind) {
    case 'name_unknown':
      return say('host_unknown', { host })
    case 'refused':
      return say('host_refuses', { host })
    case 'unreachable':
      return say('host_unreachable', { host })
    case 'connect_timeout':
      return say('host_did_not_pick_up', { host })
    case 'timeout':
      return say('host_did_not_answer', { host })
    case 'cut':
      return say('connection_cut', { host })
    case 'aborted':
      return say('request_stopped')
    case 'answer_invalid':
      return say('answer_not_http', { host })
    case 'tls':
    case 'proxy':
    case 'other':
      return say('exchange_failed', { host })
  }
}

function isTlsCode(code: string): boolean {
  return (
    code.startsWith('ERR_TLS_') ||
    code.startsWith('ERR_SSL_') ||
    code === 'EPROTO' ||
    unknownAuthorityCodes.has(code) ||
    otherCertificateCodes.has(code)
  )
}

function tlsWords(error: unknown, code: string, host: string): Sentence {
  if (code === 'CERT_HAS_EXPIRED') return say('certificate_expired', { host })
  if (code === 'CERT_NOT_YET_VALID') return say('certificate_not_yet_valid', { host })
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH') {
    return say('certificate_of_another', { names: certificateNames(error), host })
  }
  if (unknownAuthorityCodes.has(code)) return say('certificate_untrusted', { host, code })
  if (otherCertificateCodes.has(code)) return say('certificate_refused', { host, code })
  return say('no_safe_connection', { host, code })
}

/** The names a certificate stands for, from the error that Node makes for a wrong host; null where it does not tell. */
function certificateNames(error: unknown): string | null {
  if (error instanceof Error && 'cert' in error && typeof error.cert === 'object' && error.cert !== null) {
    const names = 'subjectaltname' in error.cert ? error.cert.subjectaltname : undefined
    if (typeof names === 'string') return names.replaceAll('DNS:', '').slice(0, 200)
  }
  return error instanceof Error && error.cause !== undefined ? certificateNames(error.cause) : null
}

/** The first error code in a chain of causes; of several addresses that were tried, the first one's. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if (error.name === parserErrorName) return parserErrorName
  // A wrong host behind a proxy is wrapped by the library under a code of its own.
  if ('code' in error && typeof error.code === 'string' && error.code !== 'UND_ERR_PRX_TLS') return error.code
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return codeOf(error.cause)
}
