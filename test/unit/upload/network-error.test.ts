import { describe, expect, it } from 'vitest'
import { ProxyError, readNetworkError } from '../../../electron/engine/upload/network-error.ts'

function errorWith(code: string, message = 'secret of the message', rest: object = {}): Error {
  return Object.assign(new Error(message), { code, ...rest })
}

describe('an error of the network', () => {
  it.each([
    ['ENOTFOUND', 'name_unknown', 'cannot be found'],
    ['EAI_AGAIN', 'name_unknown', 'cannot be found'],
    ['ECONNREFUSED', 'refused', 'refuses connections'],
    ['EHOSTUNREACH', 'unreachable', 'no way through the network'],
    ['ENETUNREACH', 'unreachable', 'no way through the network'],
    ['UND_ERR_CONNECT_TIMEOUT', 'connect_timeout', 'did not answer the call'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout', 'did not answer in time'],
    ['ECONNRESET', 'cut', 'was cut'],
    ['EPIPE', 'cut', 'was cut'],
    ['UND_ERR_SOCKET', 'cut', 'was cut'],
    ['UND_ERR_DESTROYED', 'aborted', 'Intray stopped'],
    ['EWHATEVER', 'other', 'failed'],
    ['CERT_HAS_EXPIRED', 'tls', 'has expired'],
    ['CERT_NOT_YET_VALID', 'tls', 'not valid yet'],
    ['CERT_REVOKED', 'tls', 'not accepted (CERT_REVOKED)'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls', 'does not trust'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls', 'does not trust'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls', 'could not agree on a safe connection'],
    ['EPROTO', 'tls', 'could not agree on a safe connection'],
  ])('%s is %s, in words', (code, kind, words) => {
    const reading = readNetworkError(errorWith(code), 'api.unit21.com')
    expect(reading.kind).toBe(kind)
    expect(reading.words).toContain(words)
    expect(reading.words).not.toContain('secret')
  })

  it('is found behind causes and among several addresses', () => {
    const outer = new Error('outer', { cause: errorWith('ECONNREFUSED') })
    expect(readNetworkError(outer, 'h').kind).toBe('refused')
    expect(
      readNetworkError(new AggregateError([errorWith('ENETUNREACH'), errorWith('ETIMEDOUT')]), 'h').kind,
    ).toBe('unreachable')
    expect(readNetworkError('no error at all', 'h').kind).toBe('other')
  })

  it('names whom a certificate of another host belongs to', () => {
    const cert = { subjectaltname: 'DNS:example.org, DNS:*.example.org' }
    const error = errorWith('ERR_TLS_CERT_ALTNAME_INVALID', 'x', { cert })
    expect(readNetworkError(error, 'api.unit21.com').words).toBe(
      'The certificate is for example.org, *.example.org, not for api.unit21.com.',
    )
    expect(readNetworkError(errorWith('ERR_TLS_CERT_ALTNAME_INVALID'), 'h').words).toContain(
      'for another name',
    )
  })
})

describe('an error of a proxy', () => {
  it('names the proxy and the step', () => {
    const refused = new Error('Proxy response (407) !== 200 when HTTP Tunneling')
    const readings = [refused, errorWith('ECONNREFUSED'), errorWith('UND_ERR_SOCKET')].map((cause) =>
      readNetworkError(new ProxyError('proxy.corp:3128', cause), 'api.unit21.com'),
    )
    expect(readings.every(({ kind }) => kind === 'proxy')).toBe(true)
    expect(readings.map(({ words }) => words)).toEqual([
      'The proxy proxy.corp:3128 asks for a sign-in (407).',
      'The proxy proxy.corp:3128 cannot be used: proxy.corp:3128 refuses connections. (ECONNREFUSED)',
      'The proxy proxy.corp:3128 cannot be used: The connection to proxy.corp:3128 was cut. (UND_ERR_SOCKET)',
    ])
  })

  it('is one of the certificate where TLS fails behind the tunnel', () => {
    const wrapped = errorWith('UND_ERR_PRX_TLS', 'x', { cause: errorWith('ERR_TLS_CERT_ALTNAME_INVALID') })
    for (const cause of [errorWith('SELF_SIGNED_CERT_IN_CHAIN'), wrapped]) {
      expect(readNetworkError(new ProxyError('proxy', cause), 'api.unit21.com').kind).toBe('tls')
    }
  })
})
