import type { HttpFailureKind } from './http-exchange.ts'

/** What the HTTP library or the system reports, as a kind and in words for a person. */
export interface NetworkErrorReading {
  readonly kind: HttpFailureKind
  readonly words: string
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
  if (isTlsCode(code)) return { kind: 'tls', words: tlsWords(error, code, host) }
  const kind = kindOf(code)
  return { kind, words: `${wordsOfKind(kind, host)}${code === '' ? '' : ` (${code})`}` }
}

function readProxyError(error: ProxyError, host: string): NetworkErrorReading {
  const code = codeOf(error.cause)
  if (isTlsCode(code)) return { kind: 'tls', words: tlsWords(error.cause, code, host) }
  const status = proxyStatus(error.cause)
  const proxy = `The proxy ${error.proxyHost}`
  if (status === 407) return { kind: 'proxy', words: `${proxy} asks for a sign-in (407).` }
  if (status !== null) return { kind: 'proxy', words: `${proxy} refused to connect to ${host} (${status}).` }
  return {
    kind: 'proxy',
    words: `${proxy} cannot be used: ${wordsOfKind(kindOf(code), error.proxyHost)} (${code})`,
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

function wordsOfKind(kind: HttpFailureKind, host: string): string {
  switch (kind) {
    case 'name_unknown':
      return `The name of ${host} cannot be found.`
    case 'refused':
      return `${host} refuses connections.`
    case 'unreachable':
      return `There is no way through the network to ${host}.`
    case 'connect_timeout':
      return `${host} did not answer the call in time.`
    case 'timeout':
      return `${host} did not answer in time.`
    case 'cut':
      return `The connection to ${host} was cut.`
    case 'aborted':
      return 'Intray stopped this request.'
    case 'answer_invalid':
      return `What ${host} answered is not HTTP.`
    case 'tls':
    case 'proxy':
    case 'other':
      return `The exchange with ${host} failed.`
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

function tlsWords(error: unknown, code: string, host: string): string {
  if (code === 'CERT_HAS_EXPIRED')
    return `The certificate of ${host} has expired, or this computer’s date is wrong.`
  if (code === 'CERT_NOT_YET_VALID') {
    return `The certificate of ${host} is not valid yet, or this computer’s date is wrong.`
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH') {
    return `The certificate is for ${certificateNames(error)}, not for ${host}.`
  }
  if (unknownAuthorityCodes.has(code)) {
    return `The certificate of ${host} comes from an authority that this computer does not trust. A proxy that inspects traffic may have put it there. (${code})`
  }
  if (otherCertificateCodes.has(code)) return `The certificate of ${host} was not accepted (${code}).`
  return `${host} and Intray could not agree on a safe connection (${code}).`
}

/** The names a certificate stands for, from the error that Node makes for a wrong host. */
function certificateNames(error: unknown): string {
  if (error instanceof Error && 'cert' in error && typeof error.cert === 'object' && error.cert !== null) {
    const names = 'subjectaltname' in error.cert ? error.cert.subjectaltname : undefined
    if (typeof names === 'string') return names.replaceAll('DNS:', '').slice(0, 200)
  }
  return error instanceof Error && error.cause !== undefined ? certificateNames(error.cause) : 'another name'
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
